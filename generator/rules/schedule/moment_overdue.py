"""A milestone or checkpoint was due before the status date, and is not marked as done.

Either it is late, and all that follows with it, or nobody has told that it was reached.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-09
tasks: {build: {name: Build, duration: 3d, percent_complete: 100%}}
milestones: {ready: {name: Ready, depends_on: build}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-09
tasks: {build: {name: Build, duration: 3d, percent_complete: 100%}}
milestones: {ready: {name: Ready, depends_on: build, done: true}}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone
from generator.model.verification import Checkpoint
from generator.rules.schedule._progress import is_told
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.WARNING


def check(schedule: Schedule, as_of: date | None) -> Iterator[Problem]:
    """Yield each moment before the status date that is not done, if any progress is told."""
    moments = _moments(schedule.breakdown)
    is_kept = is_told(schedule.breakdown) or any(each.done for each in moments)
    today = schedule.time.day_index(as_of) if as_of and is_kept else None
    for moment in moments if today is not None else ():
        day = schedule.time.day_of_finish(schedule.dates[moment.id].early_finish)
        if not moment.done and today is not None and day.index < today:
            message = f'"{moment.id}" was due {compact(day)}, and is not done on {as_of}'
            help_text = "write done: true, or move what it waits for"
            yield Problem(moment.pointer, message, help_text)


def _moments(breakdown: Breakdown) -> list[Milestone | Checkpoint]:
    return [item for item in breakdown.items.values() if isinstance(item, Milestone | Checkpoint)]
