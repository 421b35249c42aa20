"""A total in a sentence or at the end of a list is not the sum of what it counts.

Either a part was changed and the total forgotten, or a part is missing.

Fails:

```markdown
1. Restore the copy (30 min)
2. Check the orders (20 min)
3. Open the shop (5 min)

Total: 45 min.
```

Passes:

```markdown
1. Restore the copy (30 min)
2. Check the orders (20 min)
3. Open the shop (5 min)

Total: 55 min.
```
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.audit.blocks import Listing, Paragraph, Table, Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.columns import meaning_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import FIGURE, number
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.quantities import TIMES
from generator.audit.understanding.tallies import Tally, tallies_of
from generator.audit.understanding.totals import is_slip
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity
from generator.formatting import counted

SEVERITY = Severity.ERROR

_SIGN = r"(?P<sign>[€$£])?\s?"
_AMOUNT = rf"{_SIGN}(?P<amount>{FIGURE})\s?(?P<unit>[A-Za-z]{{1,20}}|[€$£])?"
_TOTAL = r"\W*(?:(?:in )?total|sum|altogether|overall)(?:\s+[\w-]+){0,3}?\s*(?:is|=|:)?\s*"
_CLAIM = re.compile(rf"{_TOTAL}{_AMOUNT}(?![\w%])", re.IGNORECASE)
_PART = re.compile(rf"(?<![\w.,:-]){_AMOUNT}(?![\w%:])")
_FEWEST = 2
_NEAR = 2
"""What no words call a total is one where it is no more than half off."""
_TIMES = frozenset({"min", "h", "day", "week", "month", "hr", "d", "w"})
_SAME = {"minute": "min", "hour": "h", "eur": "€", "usd": "$", "gbp": "£", "pt": "point", "pts": "point"}


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total that the list or table before it, or the figures after it, do not add up to."""
    for tally in tallies_of(facts.reading):
        yield from _tallied(tally)
    for document in facts.reading.documents:
        for before, block in pairwise((None, *document.blocks)):
            if isinstance(block, Paragraph) and isinstance(before, Listing):
                items = [item for item in before.items if not item.depth]
                in_turn = all(item.number is not None for item in items)
                yield from _against(block.text, [item.text.plain for item in items], in_turn=in_turn)
            elif isinstance(block, Paragraph) and isinstance(before, Table):
                yield from _against_columns(block.text, before)


def _tallied(tally: Tally) -> Iterator[Contradiction]:
    """Lengths of time may run side by side, unless they are numbered steps; of what leads in others may be meant."""
    told, parts = tally.total.value, [part.value for part in tally.parts]
    added = sum(parts, Decimal(0))
    timed = tally.total.unit in _TIMES or tally.total.head in TIMES
    side_by_side = timed and not tally.numbered and max(parts) <= told < added
    near = is_slip(tally.total, added) if tally.firm else abs(told - added) * _NEAR <= added and len(parts) > _FEWEST
    if told != added and near and not side_by_side:
        quote = Quote(tally.text.plain.strip(), tally.text.place(tally.total.start, tally.total.end))
        yield _not_equal(told, added, len(parts), quote)


def _against(text: Text, entries: Sequence[str], *, in_turn: bool = False) -> Iterator[Contradiction]:
    claim = _CLAIM.match(level(text.plain))
    if not claim or not _unit(claim):
        return
    found = [[part for part in _PART.finditer(level(entry)) if _unit(part) == _unit(claim)] for entry in entries]
    if len(found) >= _FEWEST and all(len(parts) == 1 for parts in found):
        yield from _wrong(text, claim, [number(parts[0]["amount"]) for parts in found], in_turn=in_turn)


def _against_columns(text: Text, table: Table) -> Iterator[Contradiction]:
    """The one column of the total's unit; a table with its own row of totals says enough itself."""
    plain = level(text.plain)
    claim = _CLAIM.match(plain)
    if any(_CLAIM.match(f"{row[0].plain}: 1") for row in table.rows):
        return
    if not claim or not _unit(claim):
        return
    timed = frozenset({"week", "day", "month", "when", "start", "end"})
    columns = [
        _column(table, index, _unit(claim))
        for index, header in enumerate(table.header)
        if meaning_of(header.plain) not in timed
    ]
    amounts = [each for each in columns if len(each) >= _FEWEST]
    if len(amounts) == 1:
        yield from _wrong(text, claim, amounts[0])


def _column(table: Table, index: int, unit: str) -> list[Decimal]:
    """Return a column's figures where its heading or each of its cells tells the unit."""
    headed = unit in [_SAME.get(stem, stem) for stem, _, _ in tokens_of(table.header[index].plain)]
    found = [_PART.fullmatch(level(row[index].plain).strip()) for row in table.rows]
    figures = [each for each in found if each and (_unit(each) == unit or (headed and not each["unit"]))]
    return [number(each["amount"]) for each in figures] if len(figures) == len(found) else []


def _wrong(
    text: Text, claim: "re.Match[str]", amounts: list[Decimal], *, in_turn: bool = False
) -> Iterator[Contradiction]:
    """Lengths of time may run side by side, unless they are numbered steps."""
    told, added = number(claim["amount"]), sum(amounts, Decimal(0))
    side_by_side = _unit(claim) in _TIMES and not in_turn and max(amounts) <= told < added
    if told != added and not side_by_side:
        quote = Quote(text.plain.strip(), text.place(claim.start("amount"), claim.end("amount")))
        yield _not_equal(told, added, len(amounts), quote)


def _unit(match: "re.Match[str]") -> str:
    stems = tokens_of(match["unit"] or "")
    unit = match["sign"] or (stems[0][0] if stems else match["unit"] or "")
    return _SAME.get(unit, unit)


def _not_equal(told: Decimal, added: Decimal, parts: int, quote: Quote) -> Contradiction:
    message = f"the total is {told.normalize():f}, its {counted(parts, 'part')} add up to {added.normalize():f}"
    return Contradiction(message, quote, help=f"write {added.normalize():f}, or mend the part that is wrong")
