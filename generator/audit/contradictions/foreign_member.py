"""A thing is told for one part of the plan, and belongs to another one, where all other things agree.

It is done twice or by those who do not know how, and what was meant to stand here is forgotten.

Fails:

```markdown
- Crew 2: cabling, lamps
- Crew 3: walls, doors, stairwell
- Crew 4: shelves, desks

## Week by week

- Week 2: Crew 2 - cabling, lamps
- Week 3: Crew 3 - walls
- Week 4: Crew 3 - doors, desks
- Week 5: Crew 4 - shelves, desks
```

Passes:

```markdown
- Crew 2: cabling, lamps
- Crew 3: walls, doors, stairwell
- Crew 4: shelves, desks

## Week by week

- Week 2: Crew 2 - cabling, lamps
- Week 3: Crew 3 - walls
- Week 4: Crew 3 - doors, stairwell
- Week 5: Crew 4 - shelves, desks
```
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.belongings import Claim, claims_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_members import Name
from generator.audit.understanding.phrases import Quote
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.ERROR

_AGREE, _MOST = 3, 40


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one thing that a list or a column tells for another part than a second one does."""
    sources: dict[object, list[Claim]] = defaultdict(list)
    for each in claims_of(facts.reading):
        kind = next(iter(each.parts)).kind
        sources[each.source, kind].append(each)
    told: set[frozenset[Quote]] = set()
    for here, there in permutations(list(sources.values())[:_MOST], 2):
        if next(iter(here[0].parts)).kind == next(iter(there[0].parts)).kind:
            for one, other in _odd(here, there):
                pair = frozenset({one.quote, other.quote})
                if pair not in told:
                    told.add(pair)
                    yield _told(one, other)


def _odd(here: list[Claim], there: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The one claim that differs; what stands here twice is wrong only where something else is not told for it."""
    known = _single(there)
    both = [(each, known[each.thing]) for each in here if each.thing in known]
    differ = [(one, other) for one, other in both if one.parts.isdisjoint(other.parts)]
    if len(differ) != 1 or len(both) - 1 < _AGREE:
        return
    one, other = differ[0]
    again = any(each is not one and each.thing == one.thing for each in here)
    if _is_several(here) and _is_several(there) and (not again or _lacks(here, one, there)):
        yield one, other


def _single(claims: list[Claim]) -> dict[Name, Claim]:
    """What is told once in all."""
    found: dict[Name, list[Claim]] = defaultdict(list)
    for each in claims:
        found[each.thing].append(each)
    return {thing: told[0] for thing, told in found.items() if len(told) == 1}


def _is_several(claims: list[Claim]) -> bool:
    """Some part has several things, so that these are no ratings and no titles."""
    parts = {each.parts for each in claims}
    return len(parts) > 1 and len({each.thing for each in claims}) > len(parts)


def _lacks(here: list[Claim], odd: Claim, there: list[Claim]) -> bool:
    """Something that belongs to the part of the odd claim is told nowhere here."""
    told = {each.thing for each in here}
    return any(each.parts & odd.parts and each.thing not in told for each in there)


def _told(one: Claim, other: Claim) -> Contradiction:
    here, there = (joined([f'"{part}"' for part in sorted(each.parts)]) for each in (one, other))
    message = f'"{one.written}" is told for {here}, and belongs to {there}'
    return Contradiction(message, one.quote, (other.quote,), "name what belongs there, or mend the other place")
