"""Checkpoints and criteria against the work they test."""
