"""The part of the plan that a text tells something of: its label, or the numbered part that it stands below."""

import re

from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level

_LABEL = re.compile(r"\W{0,3}(?P<label>[^\W_][^:,;()]{0,40}?)(?:\s*\([^()]{0,60}\))?\s*(?::|\s-|,)\s")
_NUMBERED = re.compile(r"(?P<part>[^\W\d_][\w-]{2,20} (?:\d{1,3}|[A-Z]))(?![\w.,:]?\d|\w)")
_ENDS = re.compile(r"[.;!?]\s")


def label_of(phrase: Phrase) -> str:
    """Return the words that an entry or a paragraph begins with and parts from the rest, in small letters."""
    found = _LABEL.match(level(phrase.plain))
    return found["label"].lower() if found else ""


def part_before(phrase: Phrase, place: int) -> str:
    """Return the numbered part that a sentence names before a place, else the one that the text stands below."""
    plain = level(phrase.plain)
    start = max((found.end() for found in _ENDS.finditer(plain, 0, place)), default=0)
    said = [found["part"] for found in _NUMBERED.finditer(plain, start, place)]
    titles = [level(heading.text.plain) for heading in phrase.under]
    above = [found["part"] for title in titles for found in [_NUMBERED.search(title)] if found]
    return (said or above or [""])[-1].lower()
