"""People against commitments and capacity."""
