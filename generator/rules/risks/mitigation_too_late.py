"""A step of a mitigation is due when all the work that it protects is already done.

A risk is smaller for what is done before it can strike. If the work that it affects is finished by then, either the
step comes too late, or other work is exposed as well.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 5d}
  pour: {name: Pour, duration: 5d, depends_on: dig}
  dry: {name: Dry, duration: 5d, depends_on: pour}
risks:
  rain:
    name: Rain
    impact: low
    probability: high
    mitigation: A tent
    affects: [dig]
    actions: [{do: Order the tent, before: dry}]
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 5d}
  pour: {name: Pour, duration: 5d, depends_on: dig}
  dry: {name: Dry, duration: 5d, depends_on: pour}
risks:
  rain:
    name: Rain
    impact: low
    probability: high
    mitigation: A tent
    affects: [dig]
    actions: [{do: Order the tent, before: dig}]
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each action due later than the finish of all that its risk affects."""
    for risk in plan.risks.values():
        if risk.affects:
            yield from _late(risk, schedule)


def _late(risk: Risk, schedule: Schedule) -> Iterator[Problem]:
    time, dates = schedule.time, schedule.dates
    last = max(risk.affects, key=lambda item: dates[item].early_finish)
    over = dates[last].early_finish
    for index, action in enumerate(risk.actions):
        due = dates[action.before].early_start if action.before else over
        if time.clock.between(over, due) > 0:
            finish, start = week_and_day(time.day_of_finish(over)), week_and_day(time.day_of_start(due))
            message = f'action {index + 1} of "{risk.id}" is due before "{action.before}" ({start})'
            told = f'{message}, after the exposed "{last}" is finished ({finish})'
            help_text = f'do it before "{last}", or name the later work under "affects"'
            yield Problem((*action.pointer, "before"), told, help_text)
