"""Two places enumerate the same things by name, and one name stands in each of them alone.

One of the two lists is older; what it still names is prepared, and what it lacks is not.

Fails:

```markdown
## Top risks

1. Double invoicing
2. Tax codes mapped wrongly
3. Payment provider is down

## Risks and undo

### Double invoicing

### Tax codes mapped wrongly

### Dual-write falls behind
```

Passes:

```markdown
## Top risks

1. Double invoicing
2. Tax codes mapped wrongly
3. Dual-write falls behind

## Risks and undo

### Double invoicing

### Tax codes mapped wrongly

### Dual-write falls behind
```
"""

from collections.abc import Iterator
from itertools import combinations

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.named_sets import NamedSet, Words, named_sets
from generator.findings import Severity

SEVERITY = Severity.WARNING

_MOST = 60


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one name of a set that another one of as many of its kind does not have, where all else is shared."""
    for one, other in combinations(list(named_sets(facts.reading))[:_MOST], 2):
        if _are_of_a_kind(one, other) and len(one.names) == len(other.names) and one.source != other.source:
            here = [name for name in other.names if not _has(one, name)]
            there = [name for name in one.names if not _has(other, name)]
            if len(here) == len(there) == 1 and here[0].isdisjoint(there[0]):
                called, quote = other.names[here[0]]
                elsewhere, counterpart = one.names[there[0]]
                message = f'"{called}" stands here, "{elsewhere}" there, where all else is the same'
                yield Contradiction(message, quote, (counterpart,), "name the same in both places")


def _are_of_a_kind(one: NamedSet, other: NamedSet) -> bool:
    """*Risks* and *risks and undo*; not morning tasks and evening tasks."""
    shared = one.kinds & other.kinds
    return bool(shared) and shared in (one.kinds, other.kinds)


def _has(named: NamedSet, name: Words) -> bool:
    return any(name <= each or each <= name for each in named.names)
