"""A checkpoint does not say when it is passed, although most do.

Without conditions fixed beforehand a checkpoint is passed by whoever is in the greatest hurry.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d, depends_on: login}
  report: {name: Report, duration: 2d, depends_on: search}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, exit: Everybody can sign in}
  checkpoint-2: {at: W2D1, scope: search, exit: No hit is missing}
  checkpoint-3: {at: W2D3, scope: [login, search, report]}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d, depends_on: login}
  report: {name: Report, duration: 2d, depends_on: search}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, exit: Everybody can sign in}
  checkpoint-2: {at: W2D1, scope: search, exit: No hit is missing}
  checkpoint-3: {at: W2D3, scope: [login, search, report], exit: The report agrees with the records}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 60) -> Iterator[Problem]:
    """Yield each checkpoint without conditions for passing it, where `most` per cent have some."""
    for checkpoint, share in gaps(plan.checkpoints.values(), lambda each: each.exit, most=most):
        told = f'"{checkpoint.id}" does not say when it is passed; {share} checkpoints do'
        yield Problem(checkpoint.pointer, told, "list under exit what must be true")
