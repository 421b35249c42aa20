"""Mends what can be mended for sure: edits in the text of the plan, each proven by reading the plan again."""

from generator.mending.mend import Mended, difference, mend

__all__ = ["Mended", "difference", "mend"]
