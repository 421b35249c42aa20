"""A text tells another threshold, time limit or time of day than the plan has.

People act on the figure that they read first. A bound counts where it surely is a target's, "Hit rate must stay above
70%."; a limit where it is a rollback's; a time where it is a meeting's.

Fails:

```yaml
title: Example
tasks:
  cache: {name: Cache, duration: 3d, description: "From then on the hit rate stays over 60%."}
targets:
  hit-rate: {name: Hit rate, threshold: over 70%}
```

Passes:

```yaml
title: Example
tasks:
  cache: {name: Cache, duration: 3d, description: "From then on the hit rate stays {{ value('hit-rate') }}."}
targets:
  hit-rate: {name: Hit rate, threshold: over 70%}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each figure that is not the one of what it is told of."""
    yield from contradictions(literals, "figure")
