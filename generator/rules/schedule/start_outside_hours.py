"""An hour is imposed at which nobody is at work.

Work that is to start at 20:00 where the day ends at 17:00 starts the next morning, and whoever was told 20:00 waits.
An hour within a break is left alone.

Fails:

```yaml
title: Example
start: 2026-01-05
calendar: {hours: ["9:00-12:00", "13:00-17:00"]}
tasks: {visit: {name: Visit of the inspector, duration: 1h, start: 2026-01-06 18:00}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
calendar: {hours: ["9:00-12:00", "13:00-17:00"]}
tasks: {visit: {name: Visit of the inspector, duration: 1h, start: 2026-01-06 10:00}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.breakdown import Milestone, Task
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.clock import ALWAYS, Shifts
from generator.scheduling.meetings import clock
from generator.scheduling.network import Network
from generator.scheduling.working_time import WorkingTime, minute_of

SEVERITY = Severity.WARNING


def check(breakdown: Breakdown, network: Network, time: WorkingTime) -> Iterator[Problem]:
    """Yield each `start` and `start_on` with a time before the first or after the last hour of its day."""
    for item in breakdown.items.values():
        for key in ("start", "start_on") if isinstance(item, Task | Milestone) else ():
            when = getattr(item, key)
            minute, day = (minute_of(when), time.day_index(when)) if when else (None, None)
            if minute is None or day is None or day < 0 or network.nodes[item.id].clock is ALWAYS:
                continue
            shifts = network.nodes[item.id].clock.shifts_on(day)
            if shifts and not shifts[0][0] <= minute < shifts[-1][1]:
                message = f'{key} {when} of "{item.id}" is outside working hours ({_told(shifts)})'
                yield Problem(
                    (*item.pointer, key), message, "choose an hour of work, or give it a calendar of its own"
                )


def _told(shifts: Shifts) -> str:
    return joined([f"{clock(begin)}-{clock(end)}" for begin, end in shifts])
