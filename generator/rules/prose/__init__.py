"""Prose against the facts that it tells."""
