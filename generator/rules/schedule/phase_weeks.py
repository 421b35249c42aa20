"""A phase's committed weeks are not the weeks of its work.

Weeks of a phase are a promise that places nothing; the weeks of its waves and tasks decide.

Fails:

```yaml
title: Example
phases:
  phase-1:
    name: Foundation
    weeks: 1-3
    tasks: {setup: {name: Setup, duration: 6d}}
```

Passes:

```yaml
title: Example
phases:
  phase-1:
    name: Foundation
    weeks: 1-2
    tasks: {setup: {name: Setup, duration: 6d}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Phase
from generator.model.plan import Plan
from generator.model.quantity import Weeks
from generator.rules.schedule._commitments import committed_or_computed, in_weeks, within
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each phase whose work takes other weeks, unless a wave of it is what is wrong: that is told there."""
    for phase in plan.phases.values():
        waves = [committed_or_computed(wave, schedule) for wave in plan.waves.values() if wave.phase == phase.id]
        known = [weeks for weeks in waves if weeks]
        computed = _span([*known, *(schedule.weeks(task) for task in phase.tasks)])
        told_elsewhere = phase.weeks and not all(within(weeks, phase.weeks) for weeks in known)
        told_elsewhere = told_elsewhere or _as_worked(phase, plan, schedule) == phase.weeks
        if phase.weeks and computed and computed != phase.weeks and not told_elsewhere:
            yield _problem(phase, phase.weeks, computed)


def _as_worked(phase: Phase, plan: Plan, schedule: Schedule) -> Weeks | None:
    """The weeks of a phase by the work of its waves alone: where they are right, a wave's own weeks are wrong."""
    waves = [wave for wave in plan.waves.values() if wave.phase == phase.id and wave.tasks]
    return _span([schedule.weeks(each) for each in (*(wave.id for wave in waves), *phase.tasks)])


def _span(weeks: list[Weeks]) -> Weeks | None:
    return Weeks(min(each.first for each in weeks), max(each.last for each in weeks)) if weeks else None


def _problem(phase: Phase, committed: Weeks, computed: Weeks) -> Problem:
    message = f'"{phase.id}" is committed to {in_weeks(committed)}, its work takes {in_weeks(computed)}'
    return Problem((*phase.pointer, "weeks"), message, f"bring its work back into the weeks, or write {computed}")
