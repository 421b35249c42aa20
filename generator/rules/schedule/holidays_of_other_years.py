"""None of a calendar's holidays falls into a year in which the plan runs.

The list was taken over from an earlier plan: no date of this one leaves any of them out.

Fails:

```yaml
title: Example
start: 2026-05-04
calendar: {holidays: [{date: 2025-05-29, name: Ascension}, {date: 2025-06-09, name: Whit Monday}]}
tasks: {build: {name: Build, duration: 20d}}
```

Passes:

```yaml
title: Example
start: 2026-05-04
calendar: {holidays: [{date: 2026-05-14, name: Ascension}, {date: 2026-05-25, name: Whit Monday}]}
tasks: {build: {name: Build, duration: 20d}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each list of holidays all of which lie in other years."""
    last = schedule.time.day_of_finish(schedule.finish).date
    if not plan.start or not last:
        return
    years = range(plan.start.year, last.year + 1)
    told = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
    for calendar in (plan.calendar, *plan.calendars.values()):
        ends = {(each.date.year, (each.until or each.date).year) for each in calendar.holidays}
        if ends and not any(first <= years[-1] and until >= years[0] for first, until in ends):
            given = joined([str(year) for year in sorted({first for first, _ in ends})])
            message = f"holidays of {given} in a plan that runs in {told}"
            yield Problem((*calendar.pointer, "holidays"), message, f"write those of {told}, or leave them out")
