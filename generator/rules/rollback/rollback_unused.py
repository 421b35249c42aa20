"""A rollback is named by no risk and no alert, and names no risk itself.

Where the plan leads from risks and alerts to procedures, one that nothing leads to is either not needed, or not found
when it is.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
risks: {faults: {name: Faults, impact: medium, probability: low, mitigation: Tests, rollback: site}}
rollbacks:
  site: {name: Site, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}]}
  shop: {name: Shop, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}]}
```

Passes:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
risks:
  faults: {name: Faults, impact: medium, probability: low, mitigation: Tests, rollback: site}
  fraud: {name: Fraud, impact: medium, probability: low, mitigation: Limits, rollback: shop}
rollbacks:
  site: {name: Site, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}]}
  shop: {name: Shop, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each procedure without a link to or from it, in a plan that links some."""
    named = {each.rollback for section in (plan.risks, plan.alerts) for each in section.values() if each.rollback}
    answering = {rollback.id for rollback in plan.rollbacks.values() if rollback.risks}
    for rollback in plan.rollbacks.values() if named and named <= plan.rollbacks.keys() else ():
        if rollback.id not in named | answering:
            message = f'no risk and no alert leads to "{rollback.id}"'
            yield Problem(rollback.pointer, message, 'name it as the "rollback" of a risk or an alert, or drop it')
