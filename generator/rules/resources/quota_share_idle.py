"""A share of a quota goes to something that does no work.

A milestone, a checkpoint, a wave without tasks uses nothing; what is set aside for it is missing elsewhere.

Fails:

```yaml
title: Example
tasks:
  crawl: {name: Crawl, duration: 5d}
milestones:
  crawled: {name: Crawled, depends_on: crawl}
quotas:
  requests: {name: Requests, shares: {crawled: 60%}}
```

Passes:

```yaml
title: Example
tasks:
  crawl: {name: Crawl, duration: 5d}
milestones:
  crawled: {name: Crawled, depends_on: crawl}
quotas:
  requests: {name: Requests, shares: {crawl: 60%}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each share of an item that holds no task, and each share of nothing."""
    for quota in plan.quotas.values():
        for item, share in quota.shares.items():
            pointer = (*quota.pointer, "shares", item)
            if item in breakdown.items and not any(breakdown.tasks_within(item)):
                message = f'"{quota.id}" gives {share}% to "{item}", which holds no task'
                yield Problem(pointer, message, "give the share to the wave or task that uses it")
            elif not share:
                yield Problem(
                    pointer, f'"{quota.id}" gives 0% to "{item}"', "leave it out, or say how much it may use"
                )
