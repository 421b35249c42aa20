"""A milestone falls on a day off.

Elapsed time runs through weekends and holidays, and so does a date that is imposed: nobody is there to declare the
milestone reached.

Fails:

```yaml
title: Example
tasks: {pour: {name: Pour, duration: 5d}}
milestones: {cured: {name: Cured, depends_on: pour FS+1ed}}
```

Passes:

```yaml
title: Example
tasks: {pour: {name: Pour, duration: 5d}}
milestones: {cured: {name: Cured, depends_on: pour FS+3ed}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import with_date

SEVERITY = Severity.WARNING


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each milestone on a day without hours of its calendar; an imposed day is told where it is imposed."""
    for item in schedule.breakdown.items.values():
        if isinstance(item, Milestone) and not item.start_on:
            day = schedule.time.day_of_finish(schedule.dates[item.id].early_finish)
            if not _is_worked(item, day.index, schedule):
                message = f'"{item.id}" falls on {with_date(day)}, a day off'
                yield Problem(item.pointer, message, "lengthen the lag to the next workday, or count it in workdays")


def _is_worked(milestone: Milestone, day: int, schedule: Schedule) -> bool:
    """Tell whether a milestone, or any work that it waits for, has hours on a day."""
    before = (task.id for link in milestone.depends_on for task in schedule.breakdown.tasks_within(link.on))
    return any(schedule.network.nodes[name].clock.shifts_on(day) for name in (milestone.id, *before))
