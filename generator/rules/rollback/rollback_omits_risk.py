"""A risk names a rollback that does not list it among the risks it answers.

Where procedures say which risks they answer, whoever changes one looks there for what depends on it.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
risks:
  faults: {name: Faults, impact: medium, probability: low, mitigation: Tests, rollback: site}
  fraud: {name: Fraud, impact: medium, probability: low, mitigation: Limits, rollback: site}
rollbacks:
  site: {name: Site, within: 9m, procedure: Back, trigger: Down, owner: pilot, verify: [{do: See}], risks: faults}
```

Passes:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
risks:
  faults: {name: Faults, impact: medium, probability: low, mitigation: Tests, rollback: site}
  fraud: {name: Fraud, impact: medium, probability: low, mitigation: Limits, rollback: site}
rollbacks:
  site:
    name: Site
    within: 9m
    procedure: Back
    trigger: Down
    owner: pilot
    verify: [{do: See}]
    risks: [faults, fraud]
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 50) -> Iterator[Problem]:
    """Yield each risk that no rollback lists, not even its own, where that one or most rollbacks list some."""
    listed = {risk for rollback in plan.rollbacks.values() for risk in rollback.risks}
    silent = {each.id for each, _ in gaps(plan.rollbacks.values(), lambda each: each.risks, most=most)}
    for risk in plan.risks.values():
        rollback = plan.rollbacks.get(risk.rollback or "")
        is_read = rollback and set(rollback.risks) <= plan.risks.keys()
        if rollback and is_read and risk.id not in listed and (rollback.risks or rollback.id in silent):
            message = f'"{rollback.id}" does not list "{risk.id}", which names it as its rollback'
            pointer = (*rollback.pointer, "risks") if rollback.risks else rollback.pointer
            yield Problem(pointer, message, f'add "{risk.id}" to its risks, or give the risk another rollback')
