"""A criterion is listed in a phase that does none of its work, or that ends before its checkpoint.

A checklist is gone through when its phase ends; a criterion in the wrong one is asked for too early or too late.

Fails:

```yaml
title: Example
phases:
  phase-1: {name: Build, tasks: {build: {name: Build, duration: 3d}}}
  phase-2: {name: Release, tasks: {release: {name: Release, duration: 2d, depends_on: build}}}
criteria:
  built: {text: Every page works, items: build, phase: phase-2}
```

Passes:

```yaml
title: Example
phases:
  phase-1: {name: Build, tasks: {build: {name: Build, duration: 3d}}}
  phase-2: {name: Release, tasks: {release: {name: Release, duration: 2d, depends_on: build}}}
criteria:
  built: {text: Every page works, items: build, phase: phase-1}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.model.verification import Checkpoint, Criterion
from generator.rules.verification._scope import tasks_of
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each criterion whose items lie in other phases alone, or whose checkpoint comes later."""
    for criterion in plan.criteria.values():
        phase = plan.phases.get(criterion.phase or "")
        told = (
            (_other_phase(criterion, phase.id, schedule) or _later(criterion, phase.id, schedule)) if phase else None
        )
        if told:
            message = f'criterion "{criterion.id}" is listed in "{criterion.phase}", {told}'
            yield Problem((*criterion.pointer, "phase"), message, "name the phase in which it can be met")


def _other_phase(criterion: Criterion, listed: str, schedule: Schedule) -> str | None:
    """Tell to which phases the work belongs, if to others alone."""
    tasks = sorted(tasks_of(criterion.items, schedule.breakdown))
    phases = [phase.id for phase in map(schedule.breakdown.phase_of, tasks) if phase]
    if not phases or listed in phases:
        return None
    named = joined([f'"{phase}"' for phase in dict.fromkeys(phases)])
    return f"its items belong to {named}"


def _later(criterion: Criterion, listed: str, schedule: Schedule) -> str | None:
    """Tell which checkpoint takes place in a week after the phase's last."""
    last = schedule.weeks(listed).last
    for item in criterion.items:
        week = schedule.weeks(item).last
        is_checkpoint = isinstance(schedule.breakdown.items[item], Checkpoint)
        if is_checkpoint and listed in schedule.breakdown.members and week > last:
            return f'which ends in week {last}; "{item}" is in week {week}'
    return None
