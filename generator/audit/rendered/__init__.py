"""Rendered documents held against the plan that they were made from."""
