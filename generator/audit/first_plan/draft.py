"""A plan in the making: entries, each with the lines of the documents that it was made from."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import combining, normalize

from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Pointer
from generator.formatting import escape_markdown

Line = tuple[str, int]
_WORD = re.compile(r"[^\W\d_]+|\d+")
_UNWANTED = re.compile("[\ue000-\ue00f\ufffe\uffff]")
_UNPRINTED = (
    "\u2400-\u2421\u2424-\u245f\u2607\u2608\u2630-\u2637\u268c-\u268f\u269d-\u269f\u26a8\u26a9\u26b0\u26b1"
    "\u26b3-\u26d3\u26d5-\u2700\u270a\u270b\u2715\u2727\u2729\u2754\u2755\u275f\u2760\u2797\u27b0"
)
_PICTURES = re.compile(f"[\U0001f000-\U0001faff\ufe0f\u200d{_UNPRINTED}]")
"""What authors put before headings, and no font of the PDFs has."""
UNPRINTED = re.compile(f"[{_UNPRINTED}]")
"""Signs that a plan leaves out, though they are older than emoji."""
_LATIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that are none with an accent taken off."""
_LONGEST_ID = 48
WHO = frozenset({"people", "roles"})
FIGURES = frozenset({"targets", "alerts"})
PARTS = frozenset({"phases", "waves"})
NAMESPACE = ("phases", "waves", "tasks", "milestones", "checkpoints")
"""Sections whose ids must differ from each other."""


@dataclass(frozen=True)
class Entry:
    """A value of the plan, the way to it, and the lines that say it; its keys and dates stand for `translated`.

    When the documents say that it takes place is `told`; `counted` is a length that they tell beside that.
    """

    pointer: Pointer
    value: Any
    lines: frozenset[Line]
    translated: str = ""
    told: Window | None = None
    counted: bool = False


def lines_of(*quotes: Quote) -> frozenset[Line]:
    """Return every line that quotations stand in."""
    return frozenset(
        (quote.place.file, line) for quote in quotes for line in range(quote.place.line, quote.place.end_line + 1)
    )


def entry(
    pointer: Pointer,
    value: Mapping[str, Any],
    *quotes: Quote,
    translated: Iterable[str] = (),
    told: Window | None = None,
) -> Entry:
    """Make an entry; keys without a value are left out."""
    filled = {key: each for key, each in value.items() if each not in (None, "", [], {})}
    return Entry(pointer, filled, lines_of(*quotes), " ".join(translated), told)


def lines_taken(entries: Iterable[Entry], besides: frozenset[str] = WHO | FIGURES) -> frozenset[Line]:
    """Return the lines that something was made from, more than the people and roles that they name."""
    return frozenset(line for each in entries if each.pointer[0] not in besides for line in each.lines)


def is_part(each: Entry) -> bool:
    """Tell a phase or a wave itself from what stands in it."""
    return len(each.pointer) == len(("waves", "id")) and each.pointer[0] in PARTS


def one_line(text: str) -> str:
    """Write text on one line with nothing invisible in it."""
    shown = "".join(char if char.isprintable() else " " for char in _UNWANTED.sub("", text))
    return " ".join(shown.split())


def plain(text: str) -> str:
    """Write text as a name of the plan: one line, no pictures."""
    return one_line(_PICTURES.sub("", text))


def prose(text: str) -> str:
    """Write text as prose of the plan that shows it letter by letter and asks for no facts."""
    return escape_markdown(plain(text)).replace("{", "&#123;").replace("}", "&#125;")


def id_of(name: str, taken: Iterable[str], fallback: str) -> str:
    """Make an id of a name that no other entry has."""
    words = "-".join(re.findall(r"[a-z0-9]+", _without_accents(name)))[:_LONGEST_ID].strip("-")
    stem = words if words[:1].isalpha() else f"{fallback}-{words}".strip("-")
    known = set(taken)
    return next(each for each in _numbered(stem) if each not in known)


def _without_accents(text: str) -> str:
    """Write a text in small letters as ids have them."""
    written = normalize("NFKD", level(text).lower().translate(_LATIN))
    return "".join(each for each in written if not combining(each))


def _numbered(stem: str) -> Iterable[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def assembled(entries: Iterable[Entry]) -> dict[str, Any]:
    """Put entries together into one plan, in their order."""
    data: dict[str, Any] = {}
    for each in entries:
        here = data
        for step in each.pointer[:-1]:
            here = here.setdefault(str(step), {})
        last = str(each.pointer[-1])
        if isinstance(each.value, dict) and isinstance(here.get(last), dict):
            here[last].update(each.value)
        else:
            here[last] = dict(each.value) if isinstance(each.value, dict) else each.value
    return data


def figures_of(text: str) -> Counter[str]:
    """Count the figures of a text: one that is told once does not stand for another of the same size."""
    return Counter(re.findall(r"\d+", level(text)))


def words_of(text: str) -> frozenset[str]:
    """Return the words and figures of a text, letters and digits apart, as the ids of those words have them."""
    return frozenset(_WORD.findall(_without_accents(text)))
