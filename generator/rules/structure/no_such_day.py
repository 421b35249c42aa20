"""A day is named that the plan's calendar does not have.

Week 1 Day 6 means nothing in a week of five workdays, a date means nothing in a plan without a start, and nothing can
happen before the plan starts.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 2d, start: W1D6}
```

Passes:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 2d, start: W2D1}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.formatting import counted
from generator.model.plan import Plan
from generator.model.quantity import Position
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.clock import LONGEST_WEEKS, WEEK_DAYS
from generator.scheduling.telling import compact
from generator.scheduling.working_time import WorkingTime, lay_out

SEVERITY = Severity.ERROR
_KEYS = ("at", "start", "start_by", "start_on", "finish_from", "finish_by", "finish_on", "deadline")


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each imposed day, and each `at` of a checkpoint, that is no day of the plan."""
    time = lay_out(plan.calendar, plan.start)
    for item in breakdown.items.values():
        for key in _KEYS:
            when = getattr(item, key, None)
            told = _fault(when, plan, time) if when else None
            if told:
                yield Problem((*item.pointer, key), *told)


def _fault(when: Position | date, plan: Plan, time: WorkingTime) -> tuple[str, str] | None:
    index = time.day_index(when)
    if index is None and isinstance(when, Position):
        days = counted(len(time.workdays), "workday")
        return (
            f'no day "{when}": a week has {days}',
            f"write D1 to D{len(time.workdays)}, or change calendar.workdays",
        )
    if index is None:
        return f'date "{when}" in a plan without a start', 'give the plan a "start", or write the day as W2D1'
    if plan.start and time.start_date and index < (plan.start - time.start_date).days:
        return f'"{when}" is before the plan starts ({plan.start})', f"the first day is {_first(plan.start, time)}"
    if index // WEEK_DAYS >= LONGEST_WEEKS:
        return f'"{when}" is more than a hundred years after the start', "check the date"
    return None


def _first(start: date, time: WorkingTime) -> str:
    day = time.day(time.day_index(start) or 0)
    return f"{start}, {compact(day)}" if day.number else str(start)
