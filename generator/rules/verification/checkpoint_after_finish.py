"""A checkpoint takes place in a week in which the plan is over.

The plan's length, its timeline and its staffing end with the work; a test after that finds nobody to mend what it
finds.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 4d}
checkpoints:
  checkpoint-1: {at: W2D1, scope: build}
```

Passes:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 4d}
checkpoints:
  checkpoint-1: {at: W1D5, scope: build}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact, week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each checkpoint in a week after that of the plan's finish."""
    last = schedule.time.day_of_finish(schedule.finish)
    for checkpoint in plan.checkpoints.values() if schedule.breakdown.tasks else ():
        day = schedule.time.day_of_finish(schedule.dates[checkpoint.id].early_start)
        if day.week > last.week:
            told = f'"{checkpoint.id}" is on {week_and_day(day)}, the plan ends {week_and_day(last)}'
            help_text = f"move it to {compact(last)}, or plan the work that follows it"
            yield Problem((*checkpoint.pointer, "at"), told, help_text)
