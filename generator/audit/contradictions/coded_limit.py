"""A limit is told otherwise where its code is named than in the row of that code.

The table of limits is changed, the list that hangs beside the machine is not.

Fails:

```markdown
| Check | What | Limit |
|---|---|---|
| HC1 | Oven core | ≥ 75 °C |
| HC2 | Chiller | ≤ 5 °C |

- Chilled to 8 °C or below (HC2)
```

Passes:

```markdown
| Check | What | Limit |
|---|---|---|
| HC1 | Oven core | ≥ 75 °C |
| HC2 | Chiller | ≤ 5 °C |

- Chilled to 5 °C or below (HC2)
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.codes import codes_in, leading_code
from generator.audit.understanding.dated import Words, words_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.limits import side_of
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_OTHERWISE = re.compile(
    r"\b(?:if|when|once|as soon as|unless|alarm\w*|alert\w*|warn\w*|pause[sd]?|stop\w*|abort\w*|roll\w* back"
    r"|escalat\w*"
    r"|last (?:year|time|week|month)|currently|today|so far|measured (?:at|was)|was|were|had|until|instead|reserve"
    r"|falls?|drops?|rises?|exceeds?|another|further|more than one)\b",
    re.IGNORECASE,
)
_SECONDS = {
    "ms": Decimal("0.001"),
    **dict.fromkeys(("s", "second"), Decimal(1)),
    **dict.fromkeys(("min", "minute"), Decimal(60)),
    **dict.fromkeys(("h", "hour"), Decimal(3600)),
    "day": Decimal(86_400),
}
_MOST = 40
"""Codes in one text; longer ones are lists of codes."""
_Kind = tuple[str, str]


@dataclass(frozen=True)
class _Limit:
    """An amount with the side that it limits."""

    kind: _Kind
    value: Decimal
    told: str
    quote: Quote


@dataclass(frozen=True)
class _Place:
    """A row, an entry or a sentence about one code, with its limits."""

    limits: tuple[_Limit, ...]
    words: Words
    named: bool = False
    """It is led by the code, or closes with it in brackets."""

    def only(self, kind: _Kind) -> _Limit | None:
        """Return the one limit of a kind that is told here."""
        found = [each for each in self.limits if each.kind == kind]
        return found[0] if len(found) == 1 else None


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each limit beside a code that is another one than in the one row of that code."""
    rows = _rows(facts)
    for phrase in facts.reading.phrases if rows else ():
        for code, place in _spoken(phrase) if phrase.is_spoken else ():
            for row in rows.get(code, ()):
                yield from _held(code, place, row)


def _held(code: str, place: _Place, row: _Place) -> Iterator[Contradiction]:
    for kind in dict.fromkeys(each.kind for each in place.limits):
        here, there = place.only(kind), row.only(kind)
        if here and there and here.value != there.value and (place.named or place.words & row.words):
            yield Contradiction(
                f'"{code}" is limited to {here.told}, and to {there.told}', here.quote, (there.quote,)
            )


def _rows(facts: Facts) -> dict[str, list[_Place]]:
    """The one row with limits that each code leads; a code with several of them has levels."""
    found: dict[str, list[_Place]] = defaultdict(list)
    for _, rows in facts.reading.tables:
        for row in rows:
            code = _code(row)
            place = _row(row) if code else None
            if place and place.limits:
                found[code].append(place)
    return {code: places for code, places in found.items() if len(places) == 1}


def _code(row: Row) -> str:
    return next((code for cell in row.cells[:2] if (code := leading_code(cell.plain))), "")


def _row(row: Row) -> _Place:
    limits = tuple(each for cell in row.cells for each in _limits(cell, 0, len(cell.plain), row.mark(cell)))
    return _Place(limits, words_of(" ".join(cell.plain for cell in row.cells)))


def _spoken(phrase: Phrase) -> Iterator[tuple[str, _Place]]:
    """Entries and sentences that name one code and tell no level of an alarm."""
    plain = level(phrase.plain)
    named = codes_in(phrase.plain)
    edges = sentences_of(plain) if phrase.form == "paragraph" else [(0, len(plain))]
    for start, end in edges if 0 < len(named) <= _MOST else ():
        inside = [each for each in named if start <= each[1] < end]
        if len({code for code, _, _ in inside}) == 1 and not _OTHERWISE.search(plain, start, end):
            code, first, last = inside[0]
            beside = not plain[start:first].strip(" *-") or bool(re.fullmatch(r"\)\W{0,3}", plain[last:end]))
            limits = tuple(_limits(phrase, start, end))
            yield code, _Place(limits, words_of(plain[start:first] + plain[last:end]), beside)


def _limits(phrase: Phrase, start: int, end: int, quote: Quote | None = None) -> Iterator[_Limit]:
    plain = level(phrase.plain)
    for each in quantities_in(phrase.plain, comma=phrase.style.comma):
        side = side_of(plain, each) if start <= each.start < end else ""
        if side and each.kind:
            told, kind, size = plain[each.start : each.last].strip(), *_sized(each)
            yield _Limit((kind, side), each.value * size, told, quote or phrase.mark(each.start, each.end))


def _sized(each: Quantity) -> tuple[str, Decimal]:
    """Times in one unit, so that 90 min and an hour and a half are the same."""
    kind = each.kind.replace(" ", "")
    return ("time", _SECONDS[kind]) if kind in _SECONDS else (kind, Decimal(1))
