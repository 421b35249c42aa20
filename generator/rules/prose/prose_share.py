"""A text tells another share of a quota than the plan grants.

Two teams that each believe in their own figure exhaust the quota together.

Fails:

```yaml
title: Example
roles:
  developer: {name: Developer}
waves:
  wave-1: {name: Import, team: {developer: 1}, tasks: {load: {name: Load, duration: 2d, needs: {developer: 1}}}}
quotas:
  requests: {name: Requests, shares: {wave-1: 60%}, note: "The rest is kept back ({{ label('wave-1') }}: 70%)."}
```

Passes:

```yaml
title: Example
roles:
  developer: {name: Developer}
waves:
  wave-1: {name: Import, team: {developer: 1}, tasks: {load: {name: Load, duration: 2d, needs: {developer: 1}}}}
quotas:
  requests:
    name: Requests
    shares: {wave-1: 60%}
    note: "The rest is kept back ({{ label('wave-1') }}: {{ share('requests', 'wave-1') }})."
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each share that is not the one granted."""
    yield from contradictions(literals, "share")
