"""A thing is given to somebody here and to somebody else there, in whichever form the two places tell it.

A row, an entry with a name in brackets, a name with its things: each reader believes the one that he sees.

Fails:

```markdown
## Crew

- Jonas: desk and cabling
- Amira: playout server
- Pawel: transmitter link

| Step | Who |
|---|---|
| Playout server | Pawel |
| Transmitter link | Pawel |
```

Passes:

```markdown
## Crew

- Jonas: desk and cabling
- Amira: playout server
- Pawel: transmitter link

| Step | Who |
|---|---|
| Playout server | Amira |
| Transmitter link | Pawel |
```
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.bodies import Bodies
from generator.audit.understanding.duties import Duty, duties_of
from generator.audit.understanding.facts import Facts
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 2
"""Words of a thing; one alone may be many things."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing that two places, each of one mind, give to different ones of those beside each other."""
    bodies, duties = duties_of(facts.reading)
    groups: dict[frozenset[str], list[Duty]] = defaultdict(list)
    for duty in duties:
        if len(duty.thing) >= _FEWEST:
            groups[duty.thing].append(duty)
    for told in groups.values():
        yield from _apart(told, bodies)


def _apart(told: list[Duty], bodies: Bodies) -> Iterator[Contradiction]:
    sources: dict[object, list[Duty]] = defaultdict(list)
    for duty in told:
        sources[duty.source].append(duty)
    if any(len({duty.who for duty in each}) > 1 for each in sources.values()):
        return
    firsts = [each[0] for each in sources.values()]
    for one, other in combinations(firsts, 2):
        if not one.who & other.who and bodies.are_of_a_kind(one.who, other.who):
            message = f'"{other.called}" is given to {other.written} here, and to {one.written} there'
            yield Contradiction(message, other.quote, (one.quote,), "decide who has it, and change the other place")
            return
