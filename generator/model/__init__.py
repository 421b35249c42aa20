"""The plan as its author wrote it: frozen, nothing derived."""
