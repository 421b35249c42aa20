"""Reads planning documents back and finds what in them contradicts what."""
