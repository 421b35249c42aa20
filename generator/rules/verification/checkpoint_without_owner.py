"""A checkpoint has nobody who runs it, although most have.

A test that belongs to nobody is run by nobody; and somebody has to declare its result.

Fails:

```yaml
title: Example
roles:
  tester: {name: Tester}
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d, depends_on: login}
  report: {name: Report, duration: 2d, depends_on: search}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, owner: tester}
  checkpoint-2: {at: W2D1, scope: search, owner: tester}
  checkpoint-3: {at: W2D3, scope: [login, search, report]}
```

Passes:

```yaml
title: Example
roles:
  tester: {name: Tester}
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d, depends_on: login}
  report: {name: Report, duration: 2d, depends_on: search}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, owner: tester}
  checkpoint-2: {at: W2D1, scope: search, owner: tester}
  checkpoint-3: {at: W2D3, scope: [login, search, report], owner: tester}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 60) -> Iterator[Problem]:
    """Yield each checkpoint without owner, where `most` per cent have one."""
    for checkpoint, share in gaps(plan.checkpoints.values(), lambda each: each.owner, most=most):
        told = f'"{checkpoint.id}" has no owner; {share} checkpoints have one'
        yield Problem(checkpoint.pointer, told, "give it an owner: who runs it and declares the result")
