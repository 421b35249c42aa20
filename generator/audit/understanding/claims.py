"""Numbers of things that sentences tell as a whole: `in five waves`, `all 28 beds`; never `two of them`."""

import re
from collections.abc import Iterator

from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.units import units_only
from generator.audit.understanding.words import level

_SPOKEN = frozenset({"paragraph", "item", "heading"})
_SOME = re.compile(
    r"\b(?:first|last|other|another|next|remaining|per|each|every|least|most|up to|more|fewer|less|than|only|about"
    r"|around|further|additional|extra|any|or|to|both|max(?:imum)?|min(?:imum)?|over|under|below|above|within|after"
    r"|before|one of the|some of the|two of the|half of the|besides|needs?|takes?|exceeds?|for|by|at|until)\W*$",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\s+(?:per|each|at|a day|of (?!the (?:plan|project|work|programme)\b)|that|which|who|before|after|later|early"
    r"|earlier|ahead|overlap|run|start|begin|long|old|in a row|running|have to|must|should|may|can|might|wide"
    r"|beyond|more|to)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:all(?: of)?(?: the| these| our)?|each of the|every one of the|the same)\W*$", re.IGNORECASE
)
_ALTOGETHER = re.compile(r"\s+(?:in all|in total|altogether|overall)\b", re.IGNORECASE)
_SAME_SECTION = re.compile(r"\b(?:the|these|that'?s|that is|those)\W*$", re.IGNORECASE)
_REACH = 24


def claims_in(phrase: Phrase) -> Iterator[tuple[Quantity, str]]:
    """Yield what a text counts, with how firmly: `all` of them, `these` of its section, or `some`."""
    if phrase.form not in _SPOKEN or any(
        units_only(heading.text.plain, labels=phrase.style.labels) for heading in phrase.under[1:]
    ):
        return
    plain = level(phrase.plain)
    for each in quantities_in(phrase.plain, comma=phrase.style.comma):
        numbering = phrase.form == "heading" and not each.start and not each.spelled
        numbering = numbering or plain[: each.start].endswith("#")
        if each.is_count and not numbering and each.value > 1:
            firm = _firmness(plain, each)
            if firm:
                yield each, firm


def _firmness(plain: str, each: Quantity) -> str:
    before = plain[max(0, each.start - _REACH) : each.start]
    if _WHOLE.search(before) or _ALTOGETHER.match(plain, each.last):
        return "all"
    if _SOME.search(before) or _LIMITED.match(plain, each.last):
        return ""
    return "these" if _SAME_SECTION.search(before) else "some"
