"""A task has progress before a task that it waits for is finished.

Work goes on out of order: either the dependency does not hold, and the dates are later than they need be, or the work
is done on something that may still change.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, percent_complete: 60%}
  pour: {name: Pour, duration: 2d, depends_on: dig, percent_complete: 20%}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, percent_complete: 100%}
  pour: {name: Pour, duration: 2d, depends_on: dig, percent_complete: 20%}
```
"""

from collections.abc import Iterator
from functools import cache, partial

from generator.findings import Problem, Severity
from generator.model.breakdown import Link
from generator.rules.schedule._progress import unfinished
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each task begun before the end of what must end before its start."""
    undone = cache(partial(unfinished, breakdown=schedule.breakdown, is_kept=True))
    for task in schedule.breakdown.tasks:
        links = (each for each in task.depends_on if each.link is Link.FINISH_TO_START and not each.lead)
        told = next(filter(None, (undone(link.on) for link in links)), None) if task.percent_complete else None
        if told:
            message = f'"{task.id}" is at {task.percent_complete}%, but waits for what is not done: {told}'
            help_text = "bring the progress of both up to date, or change the dependency"
            yield Problem((*task.pointer, "percent_complete"), message, help_text)
