"""A text counts houses, and the table lists another number of sites.

Who plans by the number forgets a place, or looks for one that is none of them.

Fails:

```markdown
Six warehouses get new scanners.

| Batch | Sites | Scanners |
|---|---|---|
| 1 | Porto | 40 |
| 2 | Lille, Ghent | 230 |
| 3 | Nantes, Brno | 350 |
```

Passes:

```markdown
Five warehouses get new scanners.

| Batch | Sites | Scanners |
|---|---|---|
| 1 | Porto | 40 |
| 2 | Lille, Ghent | 230 |
| 3 | Nantes, Brno | 350 |
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction, as_counted
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_members import Parts, members_of
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_HOUSES = frozenset(
    {"warehouse", "depot", "store", "shop", "branch", "office", "clinic", "hospital", "surgery", "school", "library"}
    | {"pharmacy", "plant", "factory", "site", "location", "place", "station", "hotel", "restaurant", "theatre"}
    | {"museum", "laboratory", "garage", "home", "campus", "building", "hub", "market"}
)
_ANYWHERE = re.compile(r"\W*(?:sites?|locations?|places?|where|cities|towns?|city)\W*", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:first|last|other|next|remaining|per|each|every|at least|at most|up to|more than|about|of the|further"
    r"|another)\W*$",
    re.IGNORECASE,
)
_FEWEST, _NEAR, _REACH = 3, 3, 16
_Told = tuple[Phrase, Quantity]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one number of houses that is a little off the one list of places."""
    listed = [each for each in members_of(facts.reading) if _ANYWHERE.fullmatch(each.title)]
    told = _counts(facts)
    if len(listed) == 1 and len({each.value for _, each in told}) == 1 and len({each.head for _, each in told}) == 1:
        yield from _wrong(listed[0], *told[0])


def _counts(facts: Facts) -> list[_Told]:
    found: dict[str, list[_Told]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        for each in quantities_in(phrase.plain, comma=phrase.style.comma) if phrase.form != "cell" else ():
            if each.is_count and each.head in _HOUSES and each.value > 1:
                found[each.head].append((phrase, each))
    return [each for every in found.values() for each in every]


def _wrong(listed: Parts, phrase: Phrase, each: Quantity) -> Iterator[Contradiction]:
    count, part = len(listed.things), listed.parts[-1]
    before = level(phrase.plain)[max(0, each.start - _REACH) : each.start]
    off = abs(each.value - Decimal(count))
    if count >= _FEWEST and 0 < off * _NEAR <= count and not _SOME.search(before):
        message = f"{as_counted(phrase, each)} are told, {count} places are listed"
        yield Contradiction(message, phrase.mark(each.start, each.last), (part.quote,))
