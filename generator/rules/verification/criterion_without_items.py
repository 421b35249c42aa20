"""A criterion is about no item and no target, although most are about one.

Nothing in the plan leads to it, so nobody works towards it and nobody can say from the plan when it is met.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d}
criteria:
  signed-in: {text: Everybody can sign in, items: login}
  found: {text: Every record is found, items: search}
  happy: {text: Users are content}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d}
criteria:
  signed-in: {text: Everybody can sign in, items: login}
  found: {text: Every record is found, items: search}
  happy: {text: Users are content, items: [login, search]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 60) -> Iterator[Problem]:
    """Yield each criterion with neither items nor target, where `most` per cent have either."""
    for criterion, share in gaps(plan.criteria.values(), lambda each: each.items or each.target, most=most):
        told = f'criterion "{criterion.id}" names neither items nor target; {share} criteria do'
        yield Problem(criterion.pointer, told, "say what has to succeed: items, or a target")
