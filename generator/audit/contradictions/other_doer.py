"""Somebody is told to do what everything else gives to somebody else.

The two believe of each other that they do it, or meet on the day.

Fails:

```markdown
| Cost | Who pays |
|---|---|
| Hall | Nadia Roy |
| Cake | Piet Maas |

Nadia Roy is paying for the cake, as agreed.
```

Passes:

```markdown
| Cost | Who pays |
|---|---|
| Hall | Nadia Roy |
| Cake | Piet Maas |

Piet Maas is paying for the cake, as agreed.
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.doers import Doing, Topic, doings_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.people import first_names
from generator.audit.understanding.phrases import Grid, Phrase
from generator.audit.understanding.units import units_only
from generator.findings import Severity

SEVERITY = Severity.ERROR

_TWO = 2
_Groups = dict[tuple[str, Topic, object], list[Doing]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each deed that all else said of its thing gives to one other person."""
    doings = doings_of(facts.reading)
    listed = {doing.who for doing in doings if isinstance(doing.source, Grid)}
    listed |= {frozenset({name}) for name in first_names(facts.reading)}
    people = [
        each for each in doings if len(each.who) > 1 or each.who in listed or "." in each.told or " " in each.told
    ]
    groups: _Groups = defaultdict(list)
    for doing in people:
        groups[doing.verb, doing.topic, _part(doing)].append(doing)
    wider: dict[tuple[str, str], list[list[Doing]]] = defaultdict(list)
    for (verb, topic, _), group in groups.items():
        for word in topic if len(topic) > 1 else ():
            wider[verb, word].append(group)
    told: set[int] = set()
    for (verb, topic, _), group in groups.items():
        others = wider[verb, next(iter(topic))] if len(topic) == 1 else []
        odd = _odd([*(others[0] if len(others) == 1 else []), *group])
        if odd and odd[0].quote.place.line not in told:
            told.add(odd[0].quote.place.line)
            message = f'"{odd[0].told}" is told to do here what "{odd[1].told}" does there'
            yield Contradiction(message, odd[0].quote, (odd[1].quote,))


def _part(doing: Doing) -> object:
    """`Crew of six, led by Ada Lind` below the heading of a part tells of the crew of that part."""
    source = doing.source
    if not isinstance(source, Phrase) or len(doing.topic) > 1:
        return None
    above = source.under[-1:]
    return next((each.text for each in above if units_only(each.text.plain, labels=source.style.labels)), None)


def _odd(group: list[Doing]) -> tuple[Doing, Doing] | None:
    """Two people in two places; where one place names both, or more are named, it is shared work."""
    people: list[list[Doing]] = []
    for doing in group:
        same = next((each for each in people if _are_same(each[0].who, doing.who)), None)
        if same is None:
            people.append([doing])
        else:
            same.append(doing)
    if len(people) != _TWO:
        return None
    first, second = sorted(people, key=len, reverse=True)
    shared = {id(each.source) for each in first} & {id(each.source) for each in second}
    return None if shared else (second[-1], first[0])


def _are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
