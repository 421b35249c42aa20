"""One thing has two different leads, or two people who decide it.

Both wait for the other, or both act; nobody knows whom to ask.

Fails:

```markdown
| Part | Lead |
|---|---|
| Ramp-up | Lena Fox |
| Training | Marta Roth |

Training lasts a week. The first day is with Marta Roth, who also leads the ramp-up.
```

Passes:

```markdown
| Part | Lead |
|---|---|
| Ramp-up | Lena Fox |
| Training | Marta Roth |

Training lasts a week. The first day is with Lena Fox, who also leads the ramp-up.
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._owners import owned_otherwise
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.charges import Charge, Topic, charges_of, is_same
from generator.audit.understanding.facts import Facts
from generator.findings import Severity

SEVERITY = Severity.ERROR

_TWO = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each charge that everything else said of its thing gives to one other person."""
    charges = charges_of(facts.reading)
    by_topic: dict[tuple[str, Topic], list[Charge]] = defaultdict(list)
    for charge in charges:
        for topic in charge.topics:
            by_topic[charge.kind, topic].append(charge)
    for charge in charges:
        if charge.kind == "decide" and len(charge.topics) == 1:
            _with_wider(by_topic, charge)
    told = {each.here.place.line for each in owned_otherwise(facts)}
    for group in by_topic.values():
        odd = _odd(group)
        if odd and odd[0].quote.place.line not in told:
            told.add(odd[0].quote.place.line)
            message = f'"{odd[0].told}" is told to {odd[0].kind} what "{odd[1].told}" has'
            yield Contradiction(message, odd[0].quote, (odd[1].quote,))


def _with_wider(by_topic: dict[tuple[str, Topic], list[Charge]], charge: Charge) -> None:
    """`Decision on heat` is the one row that speaks of heat."""
    (topic,) = charge.topics
    wider = [group for (kind, key), group in by_topic.items() if kind == charge.kind and topic < key]
    if len(wider) == 1:
        wider[0].append(charge)


def _odd(group: list[Charge]) -> tuple[Charge, Charge] | None:
    """Two people in two places; where one place names both, or more are named, it is shared work."""
    people: list[list[Charge]] = []
    for charge in group:
        same = next((each for each in people if is_same(each[0].who, charge.who)), None)
        if same is None:
            people.append([charge])
        else:
            same.append(charge)
    if len(people) != _TWO:
        return None
    first, second = sorted(people, key=len, reverse=True)
    shared = {id(each.source) for each in first} & {id(each.source) for each in second}
    namesakes = first[0].told.split()[0] == second[0].told.split()[0]
    return None if shared or namesakes else (second[-1], first[0])
