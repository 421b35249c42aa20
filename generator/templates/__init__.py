"""Jinja: the environment that documents are rendered in, and the grammar of live facts in prose.

The only importer of jinja2. Prose is parsed, never run: a fact is a call of a known name with plain texts.
"""
