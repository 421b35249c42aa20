"""Work with a thing begins before the thing is delivered.

Whoever comes to work on that day stands there without material.

Fails:

```markdown
## Order of work

1. Plaster - 17 Aug to 19 Aug 2026
2. Tiles - 26 Aug to 28 Aug 2026

## Deliveries

- Tiles: 27 Aug 2026
```

Passes:

```markdown
## Order of work

1. Plaster - 17 Aug to 19 Aug 2026
2. Tiles - 26 Aug to 28 Aug 2026

## Deliveries

- Tiles: 25 Aug 2026
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.blocks import Heading
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.arrivals import Dated, arrivals_of, firsts_of, uses_of
from generator.audit.understanding.facts import Facts
from generator.findings import Severity

SEVERITY = Severity.ERROR

Name = frozenset[str]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each use that begins before the only delivery, and each delivery after what it is said to come before."""
    by_name, by_heading = defaultdict[Name, list[Dated]](list), defaultdict[Heading | None, list[Dated]](list)
    for each in arrivals_of(facts.reading):
        by_name[each.name].append(each)
        by_heading[each.under].append(each)
    for use in uses_of(facts.reading):
        told = [each for each in by_name.get(use.name, ()) if each.quote.place != use.quote.place]
        if len(told) == 1 and told[0].day > use.day:
            message = "the delivery comes after the work has begun"
            yield Contradiction(message, told[0].quote, (use.quote,), "deliver earlier, or begin later")
    for first, claim in firsts_of(facts.reading):
        for each in by_heading.get(claim.under, ()):
            if each.day > first.day:
                message = "said to be there before the first, and delivered after it"
                yield Contradiction(
                    message, each.quote, (claim.quote, first.quote), "deliver earlier, or begin later"
                )
