"""The status date is days after the start, tasks were to be finished by then, and nothing is told as done.

Either nobody has written down what was done, or the date was moved on and the plan was not. A plan with fewer than
three tasks that should be over may just have begun.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-12
tasks:
  dig: {name: Dig, duration: 1d}
  drain: {name: Drain, duration: 1d, depends_on: dig}
  fill: {name: Fill, duration: 1d, depends_on: drain}
  pave: {name: Pave, duration: 5d, depends_on: fill}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-05
tasks:
  dig: {name: Dig, duration: 1d}
  drain: {name: Drain, duration: 1d, depends_on: dig}
  fill: {name: Fill, duration: 1d, depends_on: drain}
  pave: {name: Pave, duration: 5d, depends_on: fill}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.rules.schedule._progress import passes_by_itself
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_FEWEST = 3


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield the status date by which tasks, of which none tells its progress, were to be finished."""
    today = schedule.time.day_index(plan.status_date) if plan.status_date else None
    tasks = schedule.breakdown.tasks
    if today is None or not tasks or any(_is_told(task) for task in tasks) or _are_moments_told(plan):
        return
    days = {task.id: schedule.time.day_of_finish(schedule.dates[task.id].early_finish).index for task in tasks}
    over = [task.id for task in tasks if days[task.id] <= today and not passes_by_itself(task)]
    if _FEWEST <= len(over) < len(tasks):
        told = f'by the status date {plan.status_date} {len(over)} tasks were to be finished ("{over[0]}" first)'
        help_text = 'write "percent_complete" at the tasks, or correct the date'
        yield Problem(("status_date",), f"{told}, and no progress is told", help_text)


def _is_told(task: Task) -> bool:
    return task.percent_complete is not None or bool(task.started or task.finished)


def _are_moments_told(plan: Plan) -> bool:
    is_passed = any(each.done for each in plan.checkpoints.values())
    return is_passed or any(each.done for each in plan.milestones.values())
