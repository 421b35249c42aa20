"""A coordination point has nobody who brings it about, although most have.

Two teams that each wait for the other's invitation do not meet.

Fails:

```yaml
title: Example
roles:
  architect: {name: Architect}
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 1, topic: Contract, providers: wave-1, receivers: wave-2, owner: architect}
  errors: {week: 1, topic: Error format, between: [wave-1, wave-2], owner: architect}
  limits: {week: 1, topic: Request limits, between: [wave-1, wave-2]}
```

Passes:

```yaml
title: Example
roles:
  architect: {name: Architect}
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 1, topic: Contract, providers: wave-1, receivers: wave-2, owner: architect}
  errors: {week: 1, topic: Error format, between: [wave-1, wave-2], owner: architect}
  limits: {week: 1, topic: Request limits, between: [wave-1, wave-2], owner: architect}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 60) -> Iterator[Problem]:
    """Yield each point without owner, where `most` per cent have one."""
    for point, share in gaps(plan.coordination.values(), lambda each: each.owner, most=most):
        told = f'"{point.id}" has no owner; {share} coordination points have one'
        yield Problem(point.pointer, told, "say who brings it about")
