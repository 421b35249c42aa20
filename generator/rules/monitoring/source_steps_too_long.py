"""Setting a source up takes longer than the task that brings it.

The task is planned without that work, or a step is told in the wrong unit.

Fails:

```yaml
title: Example
tasks: {install: {name: Install, duration: 1d}}
sources:
  meter: {name: Meter, collects: Times, steps: [{do: Install it, takes: 15h}], ready: install}
targets: {speed: {name: Answer time, threshold: under 5 min, source: meter}}
```

Passes:

```yaml
title: Example
tasks: {install: {name: Install, duration: 1d}}
sources:
  meter: {name: Meter, collects: Times, steps: [{do: Install it, takes: 15m}], ready: install}
targets: {speed: {name: Answer time, threshold: under 5 min, source: meter}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import SignalSource
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield the longest step of each source whose steps take longer together than its task takes at most."""
    time, tasks = schedule.time, {task.id: task for task in schedule.breakdown.tasks}
    for source in plan.sources.values():
        task = tasks.get(source.ready or "")
        minutes = _minutes(source, time)
        if task is None or not any(minutes):
            continue
        most = schedule.estimate(task.id).pessimistic
        if sum(minutes) > most.minutes(time.day_minutes, time.week_minutes):
            step = source.steps[minutes.index(max(minutes))]
            message = f'a step of "{source.id}" takes {step.takes}, all of "{task.id}", which brings it, {most}'
            yield Problem((*step.pointer, "takes"), message, "check the unit, or give the task more time")


def _minutes(source: SignalSource, time: WorkingTime) -> list[int]:
    return [step.takes.minutes(time.day_minutes, time.week_minutes) if step.takes else 0 for step in source.steps]
