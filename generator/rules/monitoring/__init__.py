"""Sources, targets and alerts against each other."""
