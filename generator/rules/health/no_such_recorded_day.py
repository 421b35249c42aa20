"""An agreed or recorded day is none that the plan has.

Week 1 Day 6 is no day of a week with five workdays, and a date says nothing in a plan without a start. What was to be
held against such a day is left out of every figure.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, started: 2026-01-05, percent_complete: 40%}
```

Passes:

```yaml
title: Example
start: 2026-01-05
tasks:
  dig: {name: Dig, duration: 3d, started: 2026-01-05, percent_complete: 40%}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Pointer, Problem, Severity
from generator.formatting import counted
from generator.model.plan import Plan
from generator.model.quantity import Position
from generator.model.text import Entry
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.ERROR


def check(plan: Plan, breakdown: Breakdown, time: WorkingTime) -> Iterator[Problem]:
    """Yield each such day under `started`, `finished` and `baseline`."""
    entries: list[Entry] = [*plan.baseline.items.values(), *breakdown.tasks]
    for entry in entries:
        for pointer, when in _recorded(entry):
            if time.day_index(when) is None:
                yield Problem(pointer, *_told(when, time))


def _recorded(entry: Entry) -> Iterator[tuple[Pointer, Position | date]]:
    """Imposed days of a task have a rule of their own, so `start` is read off the baseline alone."""
    is_agreed = entry.pointer[:1] == ("baseline",)
    for key in ("start", "finish") if is_agreed else ("started", "finished"):
        when = getattr(entry, key, None)
        if when:
            yield (*entry.pointer, key), when


def _told(when: Position | date, time: WorkingTime) -> tuple[str, str]:
    if isinstance(when, Position):
        days = len(time.workdays)
        return f'no day "{when}": a week has {counted(days, "workday")}', f"write D1 to D{days}"
    return f'date "{when}" in a plan without a start', 'give the plan a "start", or write the day as W2D1'
