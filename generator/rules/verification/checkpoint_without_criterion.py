"""A checkpoint stands in no success criterion, although most do.

A checklist of success that leaves out a checkpoint is complete while its tests still fail.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d, depends_on: login}
  report: {name: Report, duration: 2d, depends_on: search}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login}
  checkpoint-2: {at: W2D1, scope: search}
  checkpoint-3: {at: W2D3, scope: [login, search, report]}
criteria:
  tested: {text: All tests pass, items: [checkpoint-1, checkpoint-2]}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d, depends_on: login}
  report: {name: Report, duration: 2d, depends_on: search}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login}
  checkpoint-2: {at: W2D1, scope: search}
  checkpoint-3: {at: W2D3, scope: [login, search, report]}
criteria:
  tested: {text: All tests pass, items: [checkpoint-1, checkpoint-2, checkpoint-3]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 40) -> Iterator[Problem]:
    """Yield each checkpoint that no criterion names, where `most` per cent are named."""
    named = {item for criterion in plan.criteria.values() for item in criterion.items}
    for checkpoint, share in gaps(plan.checkpoints.values(), lambda each: each.id in named, most=most):
        told = f'no criterion names "{checkpoint.id}"; {share} checkpoints stand in one'
        yield Problem(checkpoint.pointer, told, f'name "{checkpoint.id}" among the items of a criterion')
