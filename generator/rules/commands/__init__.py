"""Whether the commands in a plan do what their place says."""
