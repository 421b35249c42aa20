"""A wave's committed weeks are not the weeks in which its tasks are done.

Weeks of a wave are a promise that places nothing; here the promise is wider than the work.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Infrastructure, weeks: 1-2, tasks: {setup: {name: Setup, duration: 3d}}}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Infrastructure, weeks: 1, tasks: {setup: {name: Setup, duration: 3d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.schedule._commitments import in_weeks, within
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each wave that promises weeks without work, or too few where its phase has room for more."""
    for wave in plan.waves.values():
        if not wave.weeks or wave.id not in schedule.breakdown.members:
            continue
        computed = schedule.weeks(wave.id)
        phase = plan.phases.get(wave.phase or "")
        has_room = phase and phase.weeks and within(computed, phase.weeks)
        if computed != wave.weeks and (has_room or within(computed, wave.weeks)):
            message = f'"{wave.id}" is committed to {in_weeks(wave.weeks)}, its tasks take {in_weeks(computed)}'
            yield Problem(
                (*wave.pointer, "weeks"), message, f"bring its work back into the weeks, or write {computed}"
            )
