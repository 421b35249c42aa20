"""A rollback has no steps, where most rollbacks have some.

One line is enough to name a procedure, not to run it under pressure.

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


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each procedure told in one line, where `most` per cent of them are told step by step."""
    for rollback, having in gaps(plan.rollbacks.values(), lambda rollback: rollback.steps, most=most):
        message = f'"{rollback.id}" has no steps, {having} rollbacks have some'
        yield Problem(rollback.pointer, message, 'write "steps": what is done, one after the other')
