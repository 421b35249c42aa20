"""How many of what: every counted thing and every amount that a text tells, in figures or in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.audit.calendar import MONTH, WEEKDAY
from generator.audit.understanding.numbers import FIGURE, number
from generator.audit.understanding.words import NUMBER_WORD, count_word, level, tokens_of

_NO_NOUN = re.compile(
    rf"(?:{MONTH}|of|in|on|at|to|and|or|the|a|an|is|are|was|by|for"
    rf"|from|with|per"
    r"|each|every|as|that|which|who|until|before|after|than|then|times|percent|more|am|pm|out|one|new|all)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"(?<![\w.,:/'+-])(?P<minus>[+-](?=\d))?(?P<sign>[€$£]|(?:EUR|USD|GBP|CHF)\b)?\s?"
    rf"(?P<amount>\d{{1,3}}(?:\s\d{{3}})+(?![\d.,]\d|\d)|{FIGURE}|(?<![\w])(?:{NUMBER_WORD})(?![\w-]))(?!\d|[:/.,]\d)"
    r"(?:\s?(?P<size>million|thousand|bn)\b|\s?(?P<letter>(?(sign)[mk]|(?<=\d)k)(?![\w/²³])))?"
    r"\s?(?P<unit>%|per ?cent\b|[€$£]|(?:EUR|USD|GBP|CHF|DKK|SEK|NOK|PLN|CZK|kr)\b|euros?\b|dollars?\b|pounds?\b"
    r"|°\s?[CF]\b|K/min|km/h|m/s|[A-Za-z]+/(?:m²|h|s|day)|ms\b|s\b|mins?\b|h(?:rs?)?\b|mm\b|cm\b|km\b|kg\b|kW\b"
    r"|[kMGT]B\b"
    r"|m[23²³]|(?:t|l|m|ft|lux|kWh|dB|litres?|liters?|metres?|meters?|tonnes?|feet)\b)?(?!(?<=\d)[A-Za-z])",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s+(?P<word>[a-z][a-z-]*[a-z])\b(?!')", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:weeks?|days?|months?|phases?|waves?|stages?|sprints?|steps?|sections?|q|gate|group|wp|no|nr|version|page"
    r"|row|review|issue|track|team|chapter|appendix|dock|room|hall|floor|year|line|#)\.?\s?$",
    re.IGNORECASE,
)
_DOING = re.compile(r"\b(?:we|they|you|who)\s\w+\s$", re.IGNORECASE)
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\s+[A-Z]")
_NO_DAY = re.compile(r"3[2-9]|[4-9]\d|[1-9]\d\d")
_PLURALS = frozenset({"people", "staff", "children", "men", "women", "personnel"})
_SIZES = {"million": 1_000_000, "m": 1_000_000, "thousand": 1_000, "k": 1_000, "bn": 1_000_000_000}
_MONEY = {"eur": "€", "euro": "€", "euros": "€", "usd": "$", "dollar": "$", "dollars": "$", "gbp": "£", "pound": "£",
    "pounds": "£", "percent": "%", "per cent": "%", "mins": "min", "hr": "h", "hrs": "h", "m2": "m²", "m3": "m³",
    "litre": "l", "litres": "l", "liter": "l", "liters": "l",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m",
    "tonne": "t", "tonnes": "t", "feet": "ft"}  # fmt: skip
_LONGEST = 3
_GAP = 16
"""Characters before a number within which the end of a clause is looked for."""
CURRENCIES = frozenset({"€", "$", "£", "chf", "dkk", "sek", "nok", "pln", "czk", "kr"})
PEOPLE = frozenset({"person", "people", "head", "staff", "personnel", "colleague", "men", "women"})
TIMES = frozenset(
    {"second", "minute", "min", "hour", "day", "week", "month", "year", "quarter", "night", "fortnight"}
)


@dataclass(frozen=True)
class Quantity:
    """A number with its unit or sign, and the stemmed words of what is counted, the noun last."""

    value: Decimal
    unit: str
    noun: tuple[str, ...]
    start: int
    end: int
    """Where the number and its unit end."""
    last: int
    """Where the noun ends; without one, as `end`."""
    spelled: bool = False

    @property
    def head(self) -> str:
        """The noun itself; nothing where none follows."""
        return self.noun[-1] if self.noun else ""

    @property
    def is_money(self) -> bool:
        """It has the sign or the letters of a currency."""
        return self.unit in CURRENCIES

    @property
    def is_count(self) -> bool:
        """It counts things: no amount, no time."""
        return bool(self.noun) and not self.unit and self.head not in TIMES

    @property
    def kind(self) -> str:
        """What can be added to and compared with each other: the unit, or the noun, all people alike."""
        return self.unit or ("person" if self.head in PEOPLE else self.head)


def quantities_in(text: str, *, comma: bool = False) -> list[Quantity]:
    """Find every amount that a text tells; numbers of weeks, steps and versions, clocks and dates are none."""
    return list(_quantities(text, comma))


@lru_cache(maxsize=20_000)
def _quantities(text: str, comma: bool) -> tuple[Quantity, ...]:  # noqa: FBT001 # a key of the cache
    return tuple(_found(level(text), comma=comma))


def _found(plain: str, *, comma: bool) -> Iterator[Quantity]:
    for match in _AMOUNT.finditer(plain):
        unit = _unit(match)
        if not unit and (_is_label(plain, match) or _dated(plain, match)):
            continue
        value = _value(match["amount"], comma=comma) * _SIZES.get((match["size"] or match["letter"] or "").lower(), 1)
        value = -value if match["minus"] == "-" and unit[:1] == "°" else value
        end = match.end() if match["unit"] or match["size"] or match["letter"] else match.end("amount")
        noun, last = _noun(plain, end) if not unit or unit == "%" else ((), end)
        start = match.start("sign") if match["sign"] else match.start("amount")
        yield Quantity(value, unit, noun, start, end, last, not match["amount"][0].isdigit())


def _is_label(plain: str, match: "re.Match[str]") -> bool:
    """`Week 3`, and `3.1 Seventeen days` at the beginning of a clause."""
    before = plain[max(0, match.start() - 16) : match.start()]
    if _LABEL.search(before) and not _DOING.search(before):
        return True
    return bool(_SECTION.match(plain, match.start("amount"))) and _opens_clause(plain, match.start("amount"))


def _opens_clause(plain: str, start: int) -> bool:
    before = plain[max(0, start - _GAP) : start]
    said = before.rstrip()
    return not said or (said != before and said[-1] in ".:;!?")


def _unit(match: "re.Match[str]") -> str:
    written = (match["sign"] or match["unit"] or "").strip()
    return _MONEY.get(written.lower(), written.lower() if len(written) > 1 and written.isalpha() else written)


def _value(written: str, *, comma: bool) -> Decimal:
    told = count_word(written) if not written[0].isdigit() else None
    return Decimal(told) if told is not None else number(written, comma=comma)


def _dated(plain: str, match: "re.Match[str]") -> bool:
    """A day of a month, a year, or an end of a range is no amount."""
    after = plain[match.end("amount") : match.end("amount") + 16]
    before = plain[max(0, match.start() - 12) : match.start()]
    month = re.match(rf"(?:st|nd|rd|th|\.)?\s?(?:-\s?\d{{1,2}}\s)?-?{MONTH}\b", after, re.IGNORECASE)
    year = re.fullmatch(r"(?:19|20|21)\d\d", match["amount"])
    named = re.search(rf"\b{MONTH}\.?\s$", before, re.IGNORECASE) and not _NO_DAY.fullmatch(match["amount"])
    ranged = re.match(rf"\s?-\s?(?:{WEEKDAY}\.?\s)?\d", after, re.IGNORECASE)
    weekday = re.search(rf"\b{WEEKDAY}\.?\s$", before, re.IGNORECASE) and len(match["amount"]) <= len("31")
    return bool(month or year or named or ranged or weekday)


def _noun(plain: str, end: int) -> tuple[tuple[str, ...], int]:
    """Return the words up to the first plural; where there is none, the first word."""
    words, cursor, first = list[str](), end, (tuple[str, ...](), end)
    while len(words) < _LONGEST and (found := _WORD.match(plain, cursor)) and not _NO_NOUN.fullmatch(found["word"]):
        word = found["word"].lower()
        words.append(word)
        cursor = found.end()
        noun = tuple(stem for stem, _, _ in tokens_of(" ".join(words)))
        first = first if first[0] else (noun, cursor)
        if word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return noun, cursor
    return first
