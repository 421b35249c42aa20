"""Whether the plan, and the way it is checked, are in good order."""
