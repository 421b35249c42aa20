"""A criterion is met, although the work that it is about is not done.

A tick in the checklist is believed; one that the plan's own progress denies is an error or a wish.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d, percent_complete: 60%}
criteria:
  signed-in: {text: Everybody can sign in, items: login, done: true}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d, percent_complete: 100%}
criteria:
  signed-in: {text: Everybody can sign in, items: login, done: true}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.ERROR
_DONE = 100


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each item of a criterion met that is not passed, not reached or not finished."""
    for criterion in plan.criteria.values():
        for item in criterion.items if criterion.done else ():
            told = _unfinished(item, schedule.breakdown) or _ahead(item, plan, schedule)
            if told:
                message = f'criterion "{criterion.id}" is met, but {told}'
                help_text = "leave out done: true, or bring the progress of its items up to date"
                yield Problem((*criterion.pointer, "done"), message, help_text)


def _ahead(item: str, plan: Plan, schedule: Schedule) -> str | None:
    """Where a plan tells no progress, what finishes after its status date is not finished."""
    is_told = any(task.percent_complete is not None for task in schedule.breakdown.tasks)
    day = schedule.time.day_of_finish(schedule.dates[item].early_finish)
    if is_told or not plan.status_date or not day.date or day.date <= plan.status_date:
        return None
    is_reached = getattr(schedule.breakdown.items[item], "done", False)
    return None if is_reached else f'"{item}" finishes on {day.date}, after the status date'


def _unfinished(item: str, breakdown: Breakdown) -> str | None:
    found = breakdown.items[item]
    if isinstance(found, Checkpoint):
        return None if found.done else f'"{item}" is not passed'
    if isinstance(found, Milestone):
        return None if found.done else f'"{item}" is not reached'
    progress = {task.id: task.percent_complete for task in breakdown.tasks}
    is_told = any(each is not None for each in progress.values())
    for task in breakdown.tasks_within(item) if is_told else ():
        done = progress[task.id] or 0
        if done < _DONE:
            return f'"{task.id}" is at {done}%'
    return None
