"""A sentence tells another share or sum of a row than its table does.

The table is what was reckoned; the sentence below it is what is remembered.

Fails:

```markdown
| Head | Part of budget |
|---|---|
| Set | 35% |
| Costume | 20% |

Set is the biggest slice at 45 per cent.
```

Passes:

```markdown
| Head | Part of budget |
|---|---|
| Set | 35% |
| Costume | 20% |

Set is the biggest slice at 35 per cent.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.comparisons import Column, Figure, columns_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import CURRENCIES, Quantity, quantities_in
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_CLAUSE = re.compile(r"[.;:!?()]\s*|,\s+(?:and\s|but\s|while\s|whereas\s)?|\s(?:while|whereas|but)\s", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|plus|&|\+)\s", re.IGNORECASE)
_HAS = re.compile(
    r"(?P<who>[\w'&/ -]{2,50}?)\s(?:is|are|has|have|gets?|takes?(?: up)?|makes? up|accounts? for|stands? at|comes? to"
    r"|amounts? to|costs?|receives?|uses?(?: up)?|with|at|of)\s(?P<rest>[^\d]{0,50})",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\s(?:of (?:it|the [a-z]+|all [a-z]+) )?(?:is|are|goes?|went)(?: spent)? (?:for|to|into"
    r"|on)\s(?P<who>[\w'&/ -]{2,50})",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:not|never|if|unless|would|could|should|may|might|about|around|nearly|almost|roughly|over|under|than|least|most"
    r"|up to|last|next|other|from|by|to|until|once|was|were|had|another|extra|further|only if|half|twice"
    r"|each|per|above"
    r"|below|saves?|cheaper|dearer|together|both|none|no)\b|[~≈<>≤≥]",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:and|but|while|whereas|so)\b|of (?:the|all|our|it)\b|share\b)", re.IGNORECASE
)
_SHARE = re.compile(r"%|\b(?:shares?|portion|proportion|percent\w*|part of|split)\b", re.IGNORECASE)
_PORTION = re.compile(
    r"\b(?:shares?|part|portion|slice|total|cost|price|budget|sum|proportion|quota)\b", re.IGNORECASE
)
_SIGNS = re.compile(r"[€$£]|\b(?:EUR|USD|GBP|CHF)\b")
_STOP = re.compile(r"[.;:!?()]\s")
_PARTS = re.compile(r",\s(?:and\s)?|\s(?:and|plus|&|\+)\s")
_JOINED = re.compile(
    r"(?:(?:so|thus|hence|together"
    r"|taken together),?\s)?(?:the\s)?(?P<who>[\w'&/, -]{3,100}?)(?:,?\s(?:taken\s)?(?:together|combined"
    r"|between them),?\s(?:is|are|have|has|get|take|make(?: up)?|hold|use|cost|account for)|\s(?:come to"
    r"|add up to|make up|amount to"
    r"|account for|are together|cost together))\s",
    re.IGNORECASE,
)
_LONGEST, _REACH = 6, 160


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each share and each sum that a sentence of the same section tells otherwise of one row."""
    columns = [(each, _unit(each)) for each in columns_of(facts.reading)]
    columns = [(each, unit) for each, unit in columns if unit]
    by_place: dict[tuple[object, str], list[tuple[Column, str]]] = {}
    for each, unit in columns:
        by_place.setdefault((each.grid.under, each.grid.file), []).append((each, unit))
    for phrase in facts.reading.phrases if columns else ():
        near = by_place.get((phrase.under, phrase.text.file), []) if phrase.form == "paragraph" else []
        for amount in quantities_in(phrase.plain, comma=phrase.style.comma) if near else ():
            meant = [each for each, unit in near if unit == amount.unit]
            if len(meant) == 1:
                yield from _held(phrase, amount, meant[0])


def _unit(column: Column) -> str:
    """Per cent or the sign of a currency, as its heading or all of its cells tell."""
    cells = [each.quote.text for each in column.figures]
    header = level(column.heading)
    sign = _SIGNS.search(header)
    told = [band_in(cell.strip()) for cell in cells]
    if _SHARE.search(header) and all(0 < each.value <= 100 for each in column.figures):  # noqa: PLR2004 # per cent
        return "%"
    if sign:
        return {"EUR": "€", "USD": "$", "GBP": "£"}.get(sign.group(), sign.group().lower())
    return told[0].unit if told and told[0] and told[0].unit in CURRENCIES else ""


def _held(phrase: Phrase, amount: Quantity, column: Column) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    start = max((each.end() for each in _CLAUSE.finditer(plain, max(0, amount.start - 120), amount.start)), default=0)
    before = plain[start : amount.start]
    yield from _together(phrase, amount, column)
    if _UNSURE.search(before) or (start == 0 and amount.start > 120):  # noqa: PLR2004 # no clause is longer
        return
    figure = _before(before, column) if _ENDS.match(plain, amount.end) else None
    figure = figure or _behind(plain, amount, column, before)
    if figure and figure.value != amount.value and figure.value != _rounded(amount, figure):
        message = (
            f'"{figure.called}" has {figure.value.normalize():f} in the table, and {amount.value.normalize():f} here'
        )
        yield Contradiction(message, phrase.mark(amount.start, amount.end), (figure.quote,))


def _together(phrase: Phrase, amount: Quantity, column: Column) -> Iterator[Contradiction]:
    """`Roots, Leaf and Stem together are 60 %`."""
    plain = level(phrase.plain)
    start = max(
        (each.end() for each in _STOP.finditer(plain, max(0, amount.start - _REACH), amount.start)), default=0
    )
    found = _JOINED.fullmatch(plain[start : amount.start]) if _ENDS.match(plain, amount.end) else None
    rows = [_row(each, column) for each in _PARTS.split(found["who"])] if found else []
    parts = [each for each in rows if each]
    added = sum((each.value for each in parts), Decimal(0))
    if len(parts) == len(rows) == len(set(parts)) > 1 and abs(added - amount.value) > len(parts) * Decimal("0.5"):
        message = f"{amount.value.normalize():f} is told for {len(parts)} rows that add up to {added.normalize():f}"
        there = tuple(each.quote for each in parts)
        yield Contradiction(
            message, phrase.mark(amount.start, amount.end), there, "mend the total or one of the rows"
        )


def _rounded(amount: Quantity, figure: Figure) -> Decimal:
    """A share may be rounded to whole per cent; a sum is told as it is, or in other units."""
    close = abs(figure.value - amount.value) <= Decimal("0.5") or figure.value * 1000 == amount.value
    return figure.value if close or amount.value * 1000 == figure.value else amount.value


def _before(before: str, column: Column) -> Figure | None:
    """`Set and props are the biggest slice at 35 %`; the last subject of two clauses joined by *and*."""
    clauses = [before, *(before[each.end() :] for each in _AND.finditer(before))]
    for clause in clauses:
        found = _HAS.fullmatch(clause)
        figure = _row(found["who"], column) if found else None
        vague = found and re.search(r"\bof $", clause) and not _PORTION.search(found["rest"])
        if not figure or vague:
            continue
        others = [other for other in column.figures if found and other is not figure and _names(other, found["rest"])]
        if not others:
            return figure
    return None


def _behind(plain: str, amount: Quantity, column: Column, before: str) -> Figure | None:
    """`35 % goes to set and props`, where the clause begins with the amount."""
    found = _GOES.match(plain, amount.end) if not re.search(r"\w{3}", before) else None
    words = re.split(r"[.,;:!?()]|\s(?:and|while|but)\s\d", found["who"])[0] if found else ""
    return _row(words, column) if words else None


def _row(words: str, column: Column) -> Figure | None:
    """The one row that goes by exactly these words; one word behind its name is forgiven."""
    stems = tuple(stem for stem, _, _ in tokens_of(words))
    exact = [each for name in (stems, stems[:-1]) if 0 < len(name) <= _LONGEST for each in [column.of(name)] if each]
    return next((each for each in exact if stems in each.names or stems[:-1] in each.names), None)


def _names(figure: Figure, words: str) -> bool:
    told = {stem for stem, _, _ in tokens_of(words)}
    return any(set(name) <= told for name in figure.names)
