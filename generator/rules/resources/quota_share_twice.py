"""A quota has a share for a wave or phase and another for work inside it.

Two limits hold for the same work, and nobody can tell whether the inner one is part of the outer or comes on top.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: One, tasks: {crawl: {name: Crawl, duration: 5d}}}
quotas:
  requests: {name: Requests, shares: {wave-1: 60%, crawl: 20%}}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: One, tasks: {crawl: {name: Crawl, duration: 5d}}}
quotas:
  requests: {name: Requests, shares: {wave-1: 60%}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._above import above
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each share of an item whose wave or phase has a share as well."""
    for quota in plan.quotas.values():
        for item in quota.shares:
            outer = next((each for each in above(item, breakdown) if each in quota.shares), None)
            if outer:
                message = f'"{quota.id}" has a share for "{item}" and one for "{outer}", of which it is part'
                yield Problem((*quota.pointer, "shares", item), message, "keep one of them, or divide the outer one")
