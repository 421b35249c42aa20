"""Checks: one rule, one file, in a folder per family."""
