"""A milestone is reached, although what it waits for is not done.

Everybody counts on a milestone that is reached: they go on with what the plan itself says is not there yet.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 3d, percent_complete: 60%}}
milestones: {ready: {name: Ready, depends_on: build, done: true}}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 3d, percent_complete: 100%}}
milestones: {ready: {name: Ready, depends_on: build, done: true}}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.breakdown import Link, Milestone
from generator.model.plan import Plan
from generator.rules.schedule._progress import is_told, unfinished
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.ERROR
_WHEN_FINISHED = (Link.FINISH_TO_START, Link.FINISH_TO_FINISH)


def check(plan: Plan, schedule: Schedule, as_of: date | None) -> Iterator[Problem]:
    """Yield each milestone reached whose predecessor must be finished first, and is not, or whose day is to come."""
    is_kept = is_told(schedule.breakdown)
    for milestone in plan.milestones.values():
        if milestone.done:
            told = _missing(milestone, schedule.breakdown, is_kept=is_kept)
            told = told or (None if is_kept else _not_yet(milestone, schedule, as_of))
            if told:
                help_text = "leave out done: true, or bring the progress of what it waits for up to date"
                yield Problem((*milestone.pointer, "done"), f'"{milestone.id}" is reached, but {told}', help_text)


def _missing(milestone: Milestone, breakdown: Breakdown, *, is_kept: bool) -> str | None:
    waited_for = [each.on for each in milestone.depends_on if each.link in _WHEN_FINISHED and not each.lead]
    return next(filter(None, (unfinished(item, breakdown, is_kept=is_kept) for item in waited_for)), None)


def _not_yet(milestone: Milestone, schedule: Schedule, as_of: date | None) -> str | None:
    """Where no task tells its progress, the dates alone say what can have been reached."""
    today = schedule.time.day_index(as_of) if as_of else None
    day = schedule.time.day_of_finish(schedule.dates[milestone.id].early_finish)
    is_ahead = today is not None and day.index > today
    return f"{compact(day)} is after the status date {as_of}" if is_ahead else None
