"""Planpress: one plan file, published and proven consistent."""

__version__ = "0.1.0"
