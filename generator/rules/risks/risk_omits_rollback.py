"""A rollback answers a risk that does not name it.

Whoever meets the risk reads what the risk says; a procedure that only the list of procedures knows is not found in
time.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {move: {name: Move, duration: 5d, needs: {pilot: 1}}}
risks:
  storm: {name: Storm, impact: medium, probability: medium, mitigation: Wait, affects: move}
rollbacks:
  anchor:
    name: Caught in a storm
    within: 30 min
    procedure: Drop anchor
    trigger: Wind above 20 m/s
    owner: pilot
    verify: [{do: The position holds}]
    risks: storm
```

Passes:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {move: {name: Move, duration: 5d, needs: {pilot: 1}}}
risks:
  storm: {name: Storm, impact: medium, probability: medium, mitigation: Wait, affects: move, rollback: anchor}
rollbacks:
  anchor:
    name: Caught in a storm
    within: 30 min
    procedure: Drop anchor
    trigger: Wind above 20 m/s
    owner: pilot
    verify: [{do: The position holds}]
    risks: storm
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.risk import Risk

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each risk whose rollback is none of those that say they answer it."""
    for risk in plan.risks.values():
        answers = [rollback.id for rollback in plan.rollbacks.values() if risk.id in rollback.risks]
        if answers and risk.rollback is None:
            message = f'"{risk.id}" names no rollback, "{answers[0]}" answers it'
            yield Problem(risk.pointer, message, f'write "rollback: {answers[0]}", or drop it there')
        elif answers and risk.rollback in plan.rollbacks and risk.rollback not in answers:
            yield _differs(risk, answers[0])


def _differs(risk: Risk, answer: str) -> Problem:
    message = f'"{risk.id}" is undone by "{risk.rollback}", but "{answer}" says that it answers it'
    help_text = f'write "{answer}", or name the risk under "{risk.rollback}"'
    return Problem((*risk.pointer, "rollback"), message, help_text)
