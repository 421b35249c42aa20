"""A rollback has no steps, where most rollbacks have some.

One line is enough to name a procedure, not to run it under pressure. Where it is told what must be in place before,
and how to tell that it has worked, the steps between are missing as soon as any other rollback has some.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
rollbacks:
  site: {name: Site, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}], steps: [{do: A}]}
  shop: {name: Shop, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}], steps: [{do: B}]}
  mail: {name: Mail, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}], steps: [{do: C}]}
  data: {name: Data, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}]}
```

Passes:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
rollbacks:
  site: {name: Site, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}], steps: [{do: A}]}
  shop: {name: Shop, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}], steps: [{do: B}]}
  mail: {name: Mail, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}], steps: [{do: C}]}
  data: {name: Data, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}], steps: [{do: D}]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING
_ALL = 100


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each procedure in one line, where `most` per cent have steps, or it tells all else."""
    for rollback, having in gaps(plan.rollbacks.values(), lambda rollback: rollback.steps, most=0):
        count, _, every = having.partition(" of ")
        if int(count) * _ALL >= most * int(every) or (rollback.before and rollback.verify):
            message = f'"{rollback.id}" has no steps, {having} rollbacks have some'
            yield Problem(rollback.pointer, message, 'write "steps": what is done, one after the other')
