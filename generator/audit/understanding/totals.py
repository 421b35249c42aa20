"""Which of the amounts in a sentence is told as a total of others."""

import re
from collections import Counter
from decimal import Decimal
from typing import Protocol

from generator.audit.calendar import MONTH, WEEKDAY
from generator.audit.understanding.numbers import FIGURE, number
from generator.audit.understanding.quantities import Quantity
from generator.audit.understanding.words import NUMBER_WORD, level

_BEFORE = re.compile(
    r"(?:\b(?:in total|(?:all )?in all|totals?(?:ling)?(?: of)?|altogether|together|sums? (?:of|to)"
    r"|adds? up to|makes?(?: up)?"
    r"|that(?: is|'s)|(?:whole|entire|complete) [a-z]+ (?:costs|takes|weighs)|comes? to|amounts? to|hence"
    r"|(?:is|are|has|have) (?:thus|therefore)"
    r"|so there (?:will be|are))|=)\W*(?:is|are|of|have|has|we have)?\W*(?:the |our )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s(?:a|per) (?:day|week|month|year|night))?[\s,)]*(?:of \w+\s)?(?:(?:are|is|take|takes|cost|costs)\s+)?"
    r"(?:in total|altogether|in all|together|overall|all told)\b(?![^\w(]*(?:[€$£]|EUR|USD|GBP|CHF)?\s?\d)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:grand |overall |sub-?)?(?:(?:in )?totals?|sum|altogether|together|overall|combined"
    r"|(?:in )?all(?: told| together)?"
    r"|that (?:makes|is))(?:\s(?:of|for|time|cost|costs|amount|duration|length|value)(?:\s(?:the"
    r"|all)\s\w+)?)?\W*(?=[:=(|]|\d|$|[€$£*])",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:and )?(?:\d[\d.,]{{0,9}}|{NUMBER_WORD}) [a-zA-Z-]+(?: [a-z-]+)?(?: (?:a|per) (?:day|week|month|year))?",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"[.;:](?:\s|$)")
_REACH = 40
_EACH = re.compile(r"\b(?:each|per|every|apiece|a day|a week|times|of)\b|[×x*@]", re.IGNORECASE)
_SOME = re.compile(
    rf"\b(?:first|last|next|other|remaining|former|latter|upper|lower) (?:{NUMBER_WORD}|\d{{1,2}})\b"
    r"|\b(?:first|second|third|fourth)\b[^.;]{0,25}\band (?:the )?(?:third|fourth|fifth|last)\b"
    rf"|\b(?:those|some|most|many|(?:{NUMBER_WORD})) of\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"(?<!\w)(?:(?!(?:{MONTH}|{WEEKDAY})\b|[A-Z][a-z]+day\b)[A-ZÀ-Þ][\w-]{{3,}}"
    rf"|(?:§ ?|[A-Z]{{1,3}}-?)\d{{1,3}})(?!\w)"
)
_RANGE = re.compile(r"\d\s?(?:-|to|through)\s?(?:§ ?|[A-Z]{0,3})-?\d", re.IGNORECASE)
_LONGEST = 160
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"\b[A-Za-z]+s \d{1,2}(?:, \d{1,2})*,? (?:and|&) \d{1,2}\b")
_WORDS = re.compile(r"[^\W\d_]{3}[^\d|]{0,40}")
_ROUNDED = re.compile(rf"(?P<figure>{FIGURE})\s?(?:[kKmMbB]|thousand|million|billion|[mb]n)\b")
_LITTLE, _MUCH = 2, 3
"""A slip is no more than half or three times what is right; what is farther off means something else."""


class Placed(Protocol):
    """A value, and where it stands."""

    @property
    def value(self) -> Decimal:
        """The value."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where its figure and unit end."""


def like_total(text: str) -> bool:
    """Tell whether an entry or a cell begins as a total does: `Total`, `All told`, `Sum`."""
    return bool(_LABEL.match(level(text)))


def is_total(plain: str, each: Quantity) -> bool:
    """Tell whether words beside an amount say that it is a total."""
    before = level(plain)[max(0, each.start - _REACH) : each.start]
    return bool(_BEFORE.search(before) or _AFTER.match(level(plain), each.last))


def bare_counts(plain: str, each: Quantity) -> bool:
    """Tell whether an amount stands in a line of nothing but amounts: `412 patients a week, 31 nurses, 9 doctors`."""
    line = level(plain)
    first = max(line.rfind(mark, 0, each.start) for mark in (". ", "; ", ": "))
    last = _LINE_END.search(line, each.last)
    entries = line[first + 2 if first >= 0 else 0 : last.start() if last else len(line)].strip(" *-").split(", ")
    return len(entries) > 1 and all(_BARE.fullmatch(entry) for entry in entries)


def alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts count the same kind of thing, as far as both tell."""
    return one.unit == other.unit and (one.kind == other.kind or not one.kind or not other.kind)


def is_slip(told: Quantity, right: object) -> bool:
    """Tell whether a total is near enough to another figure to be meant for it."""
    value = float(str(right))
    return value > 0 and value / _LITTLE <= float(told.value) <= value * _MUCH and float(told.value) != value


def is_rounded(text: str, total: Placed, added: Decimal, parts: int) -> bool:
    """Tell whether a total of thousands or millions is right but for the rounding of its parts."""
    written = _ROUNDED.search(level(text)[total.start : total.end])
    figure = number(written["figure"]) if written else Decimal(0)
    places = min(0, int(figure.normalize().as_tuple().exponent))
    last = total.value / figure * Decimal(1).scaleb(places) if figure else Decimal(0)
    return abs(total.value - added) * 2 <= last * (parts + 1)


def is_each(text: str) -> bool:
    """Tell whether words between two amounts say that the one is told for each of the other."""
    return bool(_EACH.search(text))


def said_before(plain: str, total: Quantity) -> str:
    """What its clause says before a total."""
    told = level(plain)
    first = max(total.start - _LONGEST, 0)
    return told[max(first, *(told.rfind(mark, first, total.start) for mark in (". ", "; ", ": "))) : total.start]


def tells_of_some(said: str, entries: list[str]) -> bool:
    """Tell whether words before a total narrow it: `the first three stages`, `wards 1 and 3`, names of some rows."""
    numbered = _NUMBERED.search(said)
    if _SOME.search(said) or (numbered and len(_DIGITS.findall(numbered.group())) < len(entries)):
        return True
    if len(entries) > 1 and _names_a_group(said, entries):
        return True
    words = frozenset(_NAME.findall(said))
    named = [words.intersection(_NAME.findall(level(entry))) for entry in entries] if words else []
    common = frozenset[str]().union(*named).intersection(*named)
    meant = [bool(each - common) for each in named]
    through = meant[:1] + meant[-1:] == [True, True] and _RANGE.search(said)
    return any(meant) and not all(meant) and not through


def _names_a_group(said: str, entries: list[str]) -> bool:
    """`The crates on lorry Red`: a cell that several rows have, and not all of them."""
    cells = Counter(cell for entry in entries for cell in {each.strip() for each in level(entry).split(" | ")})
    shared = [cell for cell, count in cells.items() if 1 < count < len(entries) and _WORDS.fullmatch(cell)]
    return any(re.search(rf"(?<!\w){re.escape(cell)}(?!\w)", said, re.IGNORECASE) for cell in shared)
