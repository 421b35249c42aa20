"""Dates against commitments and against each other."""
