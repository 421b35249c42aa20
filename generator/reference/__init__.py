"""The reference: every key, rule, contradiction and view, written from its own file, so never out of date."""

from generator.reference.guide import guide_pages
from generator.reference.keys import key_page, kinds_of_entries

__all__ = ["guide_pages", "key_page", "kinds_of_entries"]
