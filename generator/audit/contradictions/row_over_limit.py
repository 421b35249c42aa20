"""A sentence bounds all things of a kind, and a row or an entry among them is beyond it.

Whoever relies on the sentence does not look at the row; one of the two has to give way.

Fails:

```markdown
| Exercise | Length |
|---|---|
| Warm-up | 10 min |
| Sprint | 55 min |

No exercise takes longer than 45 minutes.
```

Passes:

```markdown
| Exercise | Length |
|---|---|
| Warm-up | 10 min |
| Sprint | 35 min |

No exercise takes longer than 45 minutes.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.blocks import Heading
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import lengths_in, whole_length
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.totals import like_total
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_MOST = (
    r"at most|(?:no|not) (?:more|longer|heavier|later) than|up to|under|below|less than|shorter than|within|inside"
    r"|(?:fit|go)(?:s|es)? (?:into|in|inside|within)|max(?:imum)?(?: of)?|does not exceed|[<≤]=?"
)
_LEAST = r"at least|(?:no|not) (?:less|fewer|shorter) than|[≥]|>="
_ALL = re.compile(
    r"\b(?:every|each|all)\b (?:of )?(?:the |these |those |our )?"
    rf"(?P<noun>[a-z][a-z-]*(?: [a-z][a-z-]*){{0,5}}?) (?:(?P<most>{_MOST})|(?P<least>{_LEAST}))"
    r"\s(?:(?:the|a|an|one|its) (?:(?:[a-z-]+ ){1,3}of )?)?$",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\bno(?:ne of the)? (?P<noun>[a-z][a-z-]*(?: [a-z][a-z-]*){0,5}?)"
    r" (?:(?P<most>(?:longer|more|heavier|higher|larger|bigger|greater|later) than|above|over|exceeds?)"
    r"|(?P<least>(?:shorter|less|fewer|lighter|lower|smaller) than|below|under))\s(?:(?:the|a|an|one) )?$",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\bno (?P<noun>[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}?)"
    r" (?P<most>(?:longer|heavier|higher|larger|bigger|greater|wider|taller) than (?:that|this))\b",
    re.IGNORECASE,
)
"""The amount is the one that the sentence has told before."""
_DOES = re.compile(
    r"\b(?:is|are|be|being|must|may|can|will|shall|has|have|to|done|made|complete[d]?|finished|over|takes?|lasts?|runs?"
    r"|needs?|weighs?|costs?|holds?|carr(?:y|ies)|measures?|gets?|counts?|seats?|comes?|goes|go|amounts?)\b",
    re.IGNORECASE,
)
"""Verbs that say no more than the bound does; any other one has to stand in the heading of the column."""
_LOOSE = re.compile(
    r"\b(?:except|unless|apart from|other than|but|besides|together|altogether|in (?:total|all)|per|a (?:day|week"
    r"|month|year)|average|usually|normally|if|when|until|before|after|new|other|each other|between|should|would"
    r"|apart|earlier|later|notice|ahead|every (?:day|week|hour|morning|evening))\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:ways? (?:back|out)|(?:get|go|switch|step|turn)(?:ting|ing)? back|roll(?:ing)?[ -]?backs?"
    r"|fall(?:ing)?[ -]?backs?|back(?:ing)?[ -]?outs?|revert(?:s|ing)?|undo(?:s|ing)?|returns?)\b",
    re.IGNORECASE,
)
"""Going back has many names; a list below one of them is one of what another one calls so."""
_FEWEST, _MOST_ROWS = 2, 500
_NEAR = 130
_CODE = re.compile(r"[A-Z]{0,4}[-.]?\d{1,4}")
_Amount = tuple[Decimal, str, int, int]
"""A value, its unit, and from where to where it is told."""


@dataclass(frozen=True)
class _Bound:
    """The most, or the least, that all things of a kind may have."""

    noun: frozenset[str]
    value: Decimal
    unit: str
    """`minute` for a length of time, a unit, or what is counted."""
    least: bool
    phrase: Phrase
    quote: Quote

    def forbids(self, value: Decimal) -> bool:
        """Tell whether a value is beyond it."""
        return value < self.value if self.least else value > self.value


@dataclass(frozen=True)
class _Column:
    """What the rows of one table, or the entries of one list, have of one unit."""

    kind: frozenset[str]
    unit: frozenset[str]
    values: tuple[tuple[Decimal, Quote], ...]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row beyond a bound of all rows, where most of the others keep it."""
    bounds = [each for phrase in facts.reading.phrases if phrase.is_spoken for each in _bounds(phrase)]
    columns = [*_of_tables(facts), *_of_lists(facts)] if bounds else []
    for bound in bounds:
        meant = [each for each in columns if bound.noun and bound.noun <= each.kind and bound.unit in each.unit]
        for column in meant if len(meant) == 1 else ():
            beyond = [quote for value, quote in column.values if bound.forbids(value)]
            if 0 < len(beyond) <= len(column.values) / 2:
                message = f"{'less' if bound.least else 'more'} than is told for all of them"
                yield from (Contradiction(message, quote, (bound.quote,)) for quote in beyond)


def _bounds(phrase: Phrase) -> Iterator[_Bound]:
    plain = level(phrase.plain)
    amounts = _amounts(phrase)
    for start, end in sentences_of(plain) if amounts else ():
        if _LOOSE.search(plain, start, end):
            continue
        for value, unit, first, last in amounts:
            near = plain[max(start, first - _NEAR) : first] if start <= first < end else ""
            found = _ALL.search(near) or _NONE.search(near)
            if found:
                noun = frozenset(_back(found["noun"]) or _stems(_DOES.sub(" ", found["noun"])))
                yield _Bound(noun, value, unit, bool(found["least"]), phrase, phrase.mark(first, last))
        yield from _pointed(phrase, amounts, start, end)


def _pointed(phrase: Phrase, amounts: list[_Amount], start: int, end: int) -> Iterator[_Bound]:
    """In `the lift carries 1,000 kg; no instrument is heavier than that` the amount stands before."""
    found = _THAT.search(level(phrase.plain), start, end)
    told = [each for each in amounts if found and start <= each[2] < found.start()]
    if found and len(told) == 1:
        value, unit, first, last = told[0]
        noun = frozenset(_stems(_DOES.sub(" ", found["noun"])))
        yield _Bound(noun, value, unit, least=False, phrase=phrase, quote=phrase.mark(first, last))


def _amounts(phrase: Phrase) -> list[_Amount]:
    """Lengths in minutes, and whatever else has a unit or counts something."""
    lengths = [(each.minutes, "minute", each.start, each.end) for each in lengths_in(phrase.plain)]
    taken = {start for _, _, start, _ in lengths}
    others = quantities_in(phrase.plain, comma=phrase.style.comma)
    return lengths + [
        (each.value, each.unit.lower() or each.head, each.start, each.last)
        for each in others
        if each.start not in taken and (each.unit or each.noun)
    ]


def _of_tables(facts: Facts) -> Iterator[_Column]:
    for grid, rows in facts.reading.tables:
        body = [row for row in rows[:_MOST_ROWS] if not is_total(row)]
        kind = _kind(grid.under[-1:]) | _kind_of_rows(grid, body) if grid.header else None
        for column in range(len(grid.header)) if kind and len(body) >= _FEWEST else ():
            yield from _column(grid, body, column, kind or frozenset())


def _column(grid: Grid, rows: list[Row], column: int, kind: frozenset[str]) -> Iterator[_Column]:
    cells = [row.cells[column] for row in rows]
    kind |= frozenset(_stems(grid.header[column].plain))
    lengths = [whole_length(cell.plain) for cell in cells]
    bands = [band_in(cell.plain, comma=cell.style.comma) for cell in cells]
    quotes = [row.mark(cell) for row, cell in zip(rows, cells, strict=True)]
    if all(lengths):
        told = [each.minutes for each in lengths if each]
        yield _Column(kind, frozenset({"minute"}), tuple(zip(told, quotes, strict=True)))
    elif all(band and band.low == band.high for band in bands) and column != grid.key_column:
        units = {band.unit.lower() for band in bands if band}
        unit = units if units != {""} else set(_stems(grid.header[column].plain))
        values = [band.high for band in bands if band]
        if len(units) == 1:
            yield _Column(kind, frozenset(unit), tuple(zip(values, quotes, strict=True)))


def _of_lists(facts: Facts) -> Iterator[_Column]:
    """Entries below one heading that each tell one amount of one unit."""
    lists: dict[tuple[Heading, ...], list[Phrase]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        if phrase.form == "item" and phrase.item and not phrase.item.depth and not like_total(phrase.plain):
            lists[phrase.under].append(phrase)
    for under, items in lists.items():
        told = [_amounts(item) for item in items[:_MOST_ROWS]]
        for unit in {unit for _, unit, _, _ in told[0]} if len(told) >= _FEWEST else ():
            found = [[each for each in amounts if each[1] == unit] for amounts in told]
            if all(len(each) == 1 for each in found):
                values = [(each[0][0], item.mark(*each[0][2:])) for each, item in zip(found, items, strict=False)]
                yield _Column(_kind(under[-1:]), frozenset({unit}), tuple(values))


def _kind_of_rows(grid: Grid, rows: list[Row]) -> frozenset[str]:
    """What the first column is headed by, and the one behind it where the first has codes alone."""
    coded = all(_CODE.fullmatch(level(row.cells[grid.key_column].plain).strip()) for row in rows)
    headers = grid.header[grid.key_column : grid.key_column + 1 + coded]
    return frozenset(stem for header in headers for stem in _stems(header.plain))


def _kind(under: tuple[Heading, ...]) -> frozenset[str]:
    return frozenset(stem for heading in under for stem in (*_stems(heading.text.plain), *_back(heading.text.plain)))


def _back(text: str) -> list[str]:
    """One name for what leads back, whatever it is called."""
    return ["way back"] if _BACK.search(level(text)) else []


def _stems(text: str) -> list[str]:
    return [stem for stem, _, _ in tokens_of(text)]
