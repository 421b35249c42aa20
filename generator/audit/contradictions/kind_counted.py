"""An opening, or a sentence with a table's own total, counts all of a kind, and there are more or fewer of it.

The number is what is remembered and carried on; whoever reads the table finds another.

Fails:

```markdown
## In short

We work in three stages and five rings.

## Plan

| Ring | Laptops |
|---|---|
| Ring 0 | 40 |
| Ring 1 | 360 |
| Ring 2 | 900 |
| Ring 3 | 700 |
```

Passes:

```markdown
## In short

We work in three stages and four rings.

## Plan

| Ring | Laptops |
|---|---|
| Ring 0 | 40 |
| Ring 1 | 360 |
| Ring 2 | 900 |
| Ring 3 | 700 |
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.kind_claims import Claim, claims_of
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST, _SLIP, _MOST = 2, 3, 40
_Kinds = dict[str, dict[int, Quote]]
_Counted = tuple[str, int, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each count of a kind that no table of it and no numbering of it has, where it is near to one."""
    claims = list(claims_of(facts.reading))
    kinds = _kinds(facts) if claims else {}
    for claim in claims:
        there = kinds.get(claim.noun, {})
        near = [count for count in there if abs(count - claim.count) <= max(1, count // _SLIP)]
        if near and claim.count not in there and not _adds_up(claim, facts):
            message = f"{claim.count} {claim.told} are told, there are {near[0]}"
            yield Contradiction(message, claim.quote, (there[near[0]],), "mend the number, or what it counts")


def _kinds(facts: Facts) -> _Kinds:
    """How many of a noun tables, numbered parts, parts with a time and lists have."""
    found: _Kinds = defaultdict(dict)
    for noun, count, quote in (*_tabled(facts), *_numbered(facts), *_timed(facts), *_listed(facts)):
        found[noun].setdefault(count, quote)
    return found


def _tabled(facts: Facts) -> Iterator[_Counted]:
    for grid, rows in facts.reading.tables:
        body = [row for row in rows if not is_total(row)]
        names = [level(row.cells[grid.key_column].plain).strip() for row in body]
        noun = counted_by(grid.header[grid.key_column].plain)
        if noun and not grid.grouped and all(names) and _FEWEST <= len(names) == len(set(names)) <= _MOST:
            yield noun, len(names), body[-1].mark(body[-1].cells[grid.key_column])


def _numbered(facts: Facts) -> Iterator[_Counted]:
    parts: dict[str, list[Quote]] = defaultdict(list)
    for unit, quote in facts.defined.items():
        if unit not in facts.titles:
            parts[_stem(unit.kind)].append(quote)
    yield from ((noun, len(quotes), quotes[-1]) for noun, quotes in parts.items() if len(quotes) >= _FEWEST)


def _timed(facts: Facts) -> Iterator[_Counted]:
    for series in facts.series:
        yield from ((_stem(noun), len(parts), parts[-1].told[0][1]) for noun, parts in series.kinds.items())


def _stem(noun: str) -> str:
    stems = tokens_of(noun)
    return stems[-1][0] if stems else noun


def _listed(facts: Facts) -> Iterator[_Counted]:
    """A heading of one noun above a list of its own entries."""
    lists: dict[object, list[tuple[str, Quote]]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        if phrase.form == "item" and phrase.under and phrase.item and not phrase.item.depth:
            lists[phrase.text.file, phrase.under].append((phrase.under[-1].text.plain, phrase.quote()))
    for entries in lists.values():
        noun = counted_by(entries[0][0])
        if noun and len(entries) >= _FEWEST:
            yield noun, len(entries), entries[-1][1]


def _adds_up(claim: Claim, facts: Facts) -> bool:
    """Two statements of other numbers may make this one: five rings, of which four are for laptops."""
    parts = {
        int(each.value)
        for phrase in facts.reading.phrases
        for each in quantities_in(phrase.plain, comma=phrase.style.comma)
        if each.head == claim.noun and not each.unit and each.value != claim.count and each.value > 1
    }
    return any(one + other == claim.count for one in parts for other in parts)
