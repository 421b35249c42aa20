"""How far dates can be trusted: the network passed many times with durations drawn at random (Monte Carlo)."""
