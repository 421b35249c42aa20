"""Frozen dataclasses that hold exactly what a template loops over."""
