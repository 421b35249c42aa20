"""Rollback procedures: whole, in time, and named by what calls for them."""
