"""Turns documents written by hand into a first plan file; what finds no place there is kept as notes."""
