"""Numbers that are told of each of several: "two swabs at each bed", "each hall gets eight booths", "six an hour"."""

import re

from generator.literals.passages import Passage

_BEHIND = re.compile(
    r"[*_]{0,2}\s+(?:(?:(?:in|at|for|on|to|from|by|with|per|of|a|an)\s+)?(?:each|every|either|any\s+one)\b|apiece\b|per\b|daily\b"
    r"|an?\s+[a-z]|[^.;:,()]{0,40}?\s(?:in|at|for|on|to|from|by|with)\s+(?:each|every|either)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:each|every|either|per)\b(?!\s+of\s+(?:(?:the|these|those|our|its)\s+)?(?:[\w-]+\s+)?$)", re.IGNORECASE
)
_IN_ALL = re.compile(r"\s+(?:in\s+all|in\s+total|altogether|together|in\s+sum)\b", re.IGNORECASE)
_STATEMENT = re.compile(r"[;:()—–]|\.\s")


def is_shared_out(passage: Passage, begin: int, end: int) -> bool:
    """Tell whether what is counted between two places is so many of each, or in so long, rather than all of it."""
    if _BEHIND.match(passage.plain, end, passage.end):
        return True
    marks = (mark.end() for mark in _STATEMENT.finditer(passage.plain, passage.begin, begin))
    first = max(marks, default=passage.begin)
    is_of_each = _BEFORE.search(passage.plain[first:begin])
    return is_of_each is not None and not _IN_ALL.match(passage.plain, end, passage.end)
