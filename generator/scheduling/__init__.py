"""Dates, float, drivers and load, computed from a plan and never written back into it."""
