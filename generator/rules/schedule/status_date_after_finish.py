"""The status date is after the last day of the plan, and nothing is told to be done.

A status date is the day up to which progress is told. One beyond the finish of a plan without progress is a slip of
the pen, or belongs to an earlier plan.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-03-02
tasks: {build: {name: Build, duration: 5d}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-03-02
tasks: {build: {name: Build, duration: 5d, percent_complete: 100%}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.schedule._progress import is_told
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield the status date of a plan that is over and has not begun, unless waivers need the date."""
    last = max((dates.early_finish for dates in schedule.dates.values()), default=schedule.finish)
    finish = schedule.time.day_of_finish(last).date
    is_over = plan.status_date and finish and plan.status_date > finish and schedule.breakdown.tasks
    if is_over and not is_told(schedule.breakdown) and not any(waiver.until for waiver in plan.waivers):
        message = (
            f"the status date {plan.status_date} is after the last day, {finish}, and no task tells its progress"
        )
        yield Problem(("status_date",), message, 'correct it, or write "percent_complete" at the tasks')
