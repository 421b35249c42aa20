"""Values that a text tells: amounts with a unit, money, times of day, dates, releases, people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.understanding.bounds import side_after
from generator.audit.understanding.clocks import clocks_in, spans_in
from generator.audit.understanding.lengths import lengths_in
from generator.audit.understanding.numbers import FIGURE, number
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import TIMES, quantities_in
from generator.audit.understanding.words import level

_PLAIN = "lux bar ppm mm cm km kg g kW MW kWh m/s km/h kHz dB Hz GB TB MB V A °C °F feet m t l knots"
_UNITS: dict[str, tuple[str, Decimal]] = {
    **{unit: (unit, Decimal(1)) for unit in _PLAIN.split()},
    **dict.fromkeys(("ft", "foot"), ("feet", Decimal(1))),
    **dict.fromkeys(("metre", "meter"), ("m", Decimal(1))),
    **dict.fromkeys(("tonne", "ton"), ("t", Decimal(1))),
    **dict.fromkeys(("litre", "liter"), ("l", Decimal(1))),
    **dict.fromkeys(("kn", "knot"), ("knots", Decimal(1))),
    **dict.fromkeys(("%", "percent", "per cent"), ("%", Decimal(1))),
    "ms": ("time", Decimal("0.001")),
    **dict.fromkeys(("s", "sec", "second"), ("time", Decimal(1))),
    "day": ("time", Decimal(86_400)),
    "week": ("time", Decimal(604_800)),
}
_BY_LETTERS = {unit.lower(): told for unit, told in _UNITS.items()}
_UNIT = "|".join(sorted((re.escape(unit).replace(r"\ ", r"\s") for unit in _UNITS), key=len, reverse=True))
_AMOUNT = re.compile(rf"(?<![\w.,:/-])(?P<figure>{FIGURE})\s?(?P<unit>{_UNIT})s?(?![\w/²³])", re.IGNORECASE)
_SIDES = {
    "<": re.compile(
        r"(?:<=?|≤|\b(?:under|below|less than|at most|up to|within|shorter than"
        r"|fewer than|lower than"
        r"|faster than))\s*$",
        re.IGNORECASE,
    ),
    ">": re.compile(
        r"(?:>=?|≥|\b(?:over|above|more than|at least|exceeds?|from|warmer than|longer than"
        r"|greater than"
        r"|higher than))\s*$",
        re.IGNORECASE,
    ),
}
_NEGATED = re.compile(
    r"\b(?:no|not|never)\s(?:above|over|below|under|(?:more|higher|longer|greater|slower|warmer|less|fewer|lower"
    r"|shorter|faster) than)\s*$",
    re.IGNORECASE,
)
_TURNED = {"<": ">", ">": "<"}
_BEHIND = {"up": "<", "down": ">", "": ""}
_NUMBERING = re.compile(r"\b(?:week|day|month|phase|wave|stage|step|sprint|no)\.?\s?$", re.IGNORECASE)
_RELEASE = re.compile(
    r"\b(?P<noun>version|release|revision|rev|firmware|build|edition)\b\.?(?:\s+(?!to\b|of\b)[a-z]+){0,4}:?\s+"
    r"v?(?P<number>\d+(?:\.\d+){0,3})(?![\w%:]|\.\d)",
    re.IGNORECASE,
)
_NAME = (
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs|Capt)\.?\s)?[A-ZÀ-Þ][\w'-]*[a-zà-ÿ]"
    r"(?:\s(?:de|van|von|der|da|[A-Z]\.|[A-ZÀ-Þ][\w'-]*[a-zà-ÿ])){0,3}"
)
_PERSON = re.compile(rf"\((?P<held>{_NAME})\)|\bby\s+(?P<by>{_NAME})|(?:->|→|:|-)\s+(?P<last>@[\w-]+|{_NAME})\s*\.?$")
_HONOURS = frozenset({"dr", "prof", "mr", "ms", "mrs", "capt", "sister", "nurse"})
_WORTH_A_SLIP = 10
_BEFORE, _REACH = 12, 20


class Who(frozenset[str]):
    """A person by any of their names: equal where one name is shared."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Who) and not self.isdisjoint(other)

    __hash__ = None  # type: ignore[assignment] # equality is not transitive


@dataclass(frozen=True)
class Value:
    """One value: those of a kind are the same where their keys are; `side` is `<` or `>` for a limit."""

    kind: str
    key: Decimal | int | str | Who
    start: int
    end: int
    side: str = ""
    ranged: bool = False
    """An end of a range."""

    @property
    def size(self) -> Decimal:
        """How much it is, 0 for what is no number: seconds, days, minutes of the day, or its own unit."""
        return Decimal(self.key) if isinstance(self.key, Decimal | int) else Decimal(0)


def values_in(phrase: Phrase) -> list[Value]:
    """Find the values of a text, none inside another; a figure with a unit counts as a bare figure as well."""
    plain = level(phrase.plain)
    found: list[Value] = []
    taken: set[int] = set()
    for value in (
        *_clocks(plain),
        *_releases(plain),
        *_lengths(plain),
        *_amounts(plain, comma=phrase.style.comma),
        *_money(phrase),
        *_counts(phrase),
        *_dates(phrase),
        *_people(plain),
    ):
        stretch = range(value.start, value.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            found.append(value)
    return found


def bare(value: Value) -> Value | None:
    """Return the figure of an amount as a value of its own, told by its unit: 75 dB here, 75 Hz there."""
    if value.kind in {"time", "%"} or not isinstance(value.key, Decimal) or value.key < _WORTH_A_SLIP:
        return None
    return Value(f"figure {value.key.normalize():f}", value.kind, value.start, value.end)


def _clocks(plain: str) -> Iterator[Value]:
    ends = {clock for span in spans_in(plain) for clock in (span.first, span.last)}
    for clock in clocks_in(plain):
        yield Value("clock", clock.minute, clock.start, clock.end, ranged=clock in ends)


def _releases(plain: str) -> Iterator[Value]:
    for match in _RELEASE.finditer(plain):
        yield Value(match["noun"][:3].lower(), match["number"], match.start("number"), match.end())


def _amounts(plain: str, *, comma: bool) -> Iterator[Value]:
    for match in _AMOUNT.finditer(plain):
        article = match["unit"] == "a"
        if not article and not _NUMBERING.search(plain[max(0, match.start() - _BEFORE) : match.start()]):
            unit, size = _unit(match["unit"])
            amount = number(match["figure"], comma=comma) * size
            yield Value(unit, amount, match.start(), match.end(), _side(plain, match.start(), match.end()))


def _lengths(plain: str) -> Iterator[Value]:
    """Hours and minutes; what is written with a hyphen tells what kind of thing it is."""
    for each in lengths_in(plain):
        if "-" not in plain[each.start : each.end]:
            yield Value("time", each.minutes * 60, each.start, each.end, _side(plain, each.start, each.end))


def _side(plain: str, start: int, end: int) -> str:
    before = plain[max(0, start - _REACH) : start]
    told = next((side for side, pattern in _SIDES.items() if pattern.search(before)), "")
    told = _TURNED[told] if told and _NEGATED.search(before) else told
    return told or _BEHIND[side_after(plain, end)]


def _unit(written: str) -> tuple[str, Decimal]:
    """Letters alone tell 75 dB from 75 DB only where the case as written is no unit."""
    plain = " ".join(written.split())
    return _UNITS.get(plain) or _BY_LETTERS[plain.lower()]


def _money(phrase: Phrase) -> Iterator[Value]:
    for each in quantities_in(phrase.plain, comma=phrase.style.comma):
        if each.is_money:
            yield Value(each.unit, each.value, each.start, each.end)


def _counts(phrase: Phrase) -> Iterator[Value]:
    """`fewer than 20 open faults`, `two at most`: a bare number that is a limit."""
    plain = level(phrase.plain)
    for each in quantities_in(phrase.plain, comma=phrase.style.comma):
        if not each.unit and each.head not in TIMES:
            side = _side(plain, each.start, each.end) or _BEHIND[side_after(plain, each.last)]
            if side:
                yield Value("count", each.value, each.start, each.end, side)


def _dates(phrase: Phrase) -> Iterator[Value]:
    for found in phrase.windows:
        window = found.window
        if window.scale == "date" and window.first is not None and window.first == window.last:
            yield Value("date", window.first, found.start, found.end)


def _people(plain: str) -> Iterator[Value]:
    for match in _PERSON.finditer(plain):
        group = next(name for name in ("held", "by", "last") if match[name])
        who = Who(re.findall(r"[a-zà-ÿ]+", match[group].lower())) - _HONOURS
        if who:
            yield Value("person", Who(who), match.start(group), match.end(group))
