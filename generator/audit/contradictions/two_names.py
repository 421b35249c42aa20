"""A part of the plan has two different names.

Two names for one number are two things to everybody who knows only one of them.

Fails:

```markdown
## Wave 1: Accounts

## Wave 2: Basket

| Wave | Name |
|---|---|
| Wave 1 | Accounts |
| Wave 2 | Payment |
```

Passes:

```markdown
## Wave 1: Accounts

## Wave 2: Basket

| Wave | Name |
|---|---|
| Wave 1 | Accounts |
| Wave 2 | Basket |
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import Named
from generator.audit.understanding.units import Unit
from generator.audit.understanding.words import key_of
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each name without a word in common with the first one, tests and titles left out."""
    first: dict[Unit, Named] = {}
    for named in facts.names:
        first.setdefault(named.unit, named)
    taken: dict[tuple[str, frozenset[str]], set[Unit]] = defaultdict(set)
    for unit, named in first.items():
        taken[unit.kind, key_of(named.name)].add(unit)
    naming = {(each.unit.kind, each.series) for each in facts.names if _agrees(each, first[each.unit])}
    for named in facts.names:
        other = first[named.unit]
        left, right = key_of(named.name), key_of(other.name)
        if named.unit in facts.titles or not left or not right or left & right:
            continue
        if not named.unit.number and named.name.lower() == named.unit.key:
            continue
        anothers = taken[named.unit.kind, left] | taken[named.unit.kind, right] > {named.unit}
        sure = anothers or (named.unit.kind, named.series) in naming
        if sure and max(len(named.name.split()), len(other.name.split())) <= _LONGEST:
            message = f'"{named.unit}" is called "{named.name}", and "{other.name}"'
            yield Contradiction(message, named.quote, (other.quote,))


def _agrees(named: Named, other: Named) -> bool:
    """Tell whether a place gives the same name as another one, which shows that it tells names at all."""
    return named.series != other.series and bool(key_of(named.name) & key_of(other.name))


_LONGEST = 5
