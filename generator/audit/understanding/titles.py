"""Where words are the title of something: a title names what matters most, and lists nothing in full."""

import re

from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.series import Entry

_CAPTION = re.compile(r"\W*(?:Table|Figure|Fig\.|Chart|Diagram)\s+\d+\b")
_HEADER = re.compile(r"\W*(?:title|name|heading|headline|theme|caption)\W*", re.IGNORECASE)


def in_title(phrase: Phrase, label: int, end: int) -> bool:
    """Tell whether what stands up to `end` is part of a heading, a caption, or a name in bold with its label."""
    bold = any(start < label and end <= last for start, last in phrase.text.strong)
    return phrase.form == "heading" or bold or (phrase.form == "paragraph" and bool(_CAPTION.match(phrase.plain)))


def is_titled(entry: Entry, end: int) -> bool:
    """Tell whether an entry tells all up to `end` as a title, of the entries below it or of what follows in it."""
    return bool(entry.below) or in_title(entry.phrase, entry.start, end)


def holds_titles(header: str) -> bool:
    """Tell whether the cells below this header are titles."""
    return bool(_HEADER.fullmatch(header))
