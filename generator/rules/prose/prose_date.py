"""A text tells another day or week than the schedule computes.

A date typed into prose does not move when the work does; the reader who plans by it comes on the wrong day. A day
counts where it surely is an item's: "Auth finishes Week 1 Day 5", "Checkpoint 1 (12 January)", "Wave 3: Weeks 3-4".

Fails:

```yaml
title: Example
summary: Login finishes Week 1 Day 5.
tasks:
  login: {name: Login, duration: 3d}
```

Passes:

```yaml
title: Example
summary: Login finishes {{ finish('login') }}.
tasks:
  login: {name: Login, duration: 3d}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each day and week that is not the one of the item it is told of."""
    yield from contradictions(literals, "date")
