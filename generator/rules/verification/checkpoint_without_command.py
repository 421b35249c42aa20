"""A checkpoint does not say how it is run, although most do.

A checkpoint is as good as the test behind it: one that anybody can run, and run again.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d, depends_on: login}
  report: {name: Report, duration: 2d, depends_on: search}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: make test-login}
  checkpoint-2: {at: W2D1, scope: search, command: make test-search}
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
  checkpoint-1: {at: W1D3, scope: login, command: make test-login}
  checkpoint-2: {at: W2D1, scope: search, command: make test-search}
  checkpoint-3: {at: W2D3, scope: [login, search, report], command: make test}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 60) -> Iterator[Problem]:
    """Yield each checkpoint without command, where `most` per cent have one."""
    for checkpoint, share in gaps(plan.checkpoints.values(), lambda each: each.command, most=most):
        told = f'"{checkpoint.id}" has no command; {share} checkpoints have one'
        yield Problem(checkpoint.pointer, told, 'say how it is run: command: "make test"')
