"""Contradictions that documents are read for: one module each; its docstring is its page."""
