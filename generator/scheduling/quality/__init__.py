"""The quality of a schedule, in the fourteen points of the Defense Contract Management Agency (DCMA)."""
