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

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.arrivals import arrivals_of, firsts_of, uses_of
from generator.audit.understanding.facts import Facts
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each use that begins before the only delivery, and each delivery after what it is said to come before."""
    arrivals = arrivals_of(facts.reading)
    for use in uses_of(facts.reading):
        told = [each for each in arrivals if each.name == use.name and each.quote.place != use.quote.place]
        if len(told) == 1 and told[0].day > use.day:
            message = "the delivery comes after the work has begun"
            yield Contradiction(message, told[0].quote, (use.quote,), "deliver earlier, or begin later")
    for first, claim in firsts_of(facts.reading):
        for each in arrivals:
            if each.day > first.day and each.under == claim.under:
                message = "said to be there before the first, and delivered after it"
                yield Contradiction(
                    message, each.quote, (claim.quote, first.quote), "deliver earlier, or begin later"
                )
