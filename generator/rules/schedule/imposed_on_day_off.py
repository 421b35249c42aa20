"""Something is to happen on a day on which nobody works.

A checkpoint on a Sunday finds nobody to run it, and work that must start on a holiday starts after it: an hour that
is told is an appointment. Bounds told as dates ("by 31 January") may fall on any day, but a milestone is not due on a
holiday with a name, unless a month ends there; a bound told as Week n Day n means a workday.

Fails:

```yaml
title: Example
start: 2026-01-05
calendar: {holidays: [{date: 2026-01-09, name: Bank holiday}]}
tasks: {build: {name: Build, duration: 2d}}
checkpoints: {test: {at: W1D5, scope: build}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
calendar: {holidays: [{date: 2026-01-09, name: Bank holiday}]}
tasks: {build: {name: Build, duration: 2d}}
checkpoints: {test: {at: W1D4, scope: build}}
```
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone
from generator.model.quantity import Position
from generator.model.verification import Checkpoint
from generator.rules.schedule._days import why_off
from generator.scheduling.breakdown import Breakdown, SchedItem
from generator.scheduling.clock import ALWAYS, Clock
from generator.scheduling.network import Network, Role, node_key
from generator.scheduling.working_time import WorkingTime, minute_of

SEVERITY = Severity.WARNING
_THAT_DAY = ("at", "start_on", "finish_on")
_BOUNDS = ("start", "start_by", "finish_from", "finish_by", "deadline")


def check(breakdown: Breakdown, network: Network, time: WorkingTime) -> Iterator[Problem]:
    """Yield each imposed day off on which something must happen, and each that is told as a workday."""
    anybody = tuple({node.clock for node in network.nodes.values()} - {ALWAYS})
    for item in breakdown.items.values():
        for key, index in _imposed(item, time):
            clocks = anybody if isinstance(item, Checkpoint) else (_clock(item, network),)
            if index >= 0 and not any(clock.shifts_on(index) for clock in clocks):
                message = f'{key} {getattr(item, key)} of "{item.id}" is {why_off(index, time)}'
                yield Problem((*item.pointer, key), message, "move it to a workday")


def _imposed(item: SchedItem, time: WorkingTime) -> Iterator[tuple[str, int]]:
    for key in (*_THAT_DAY, *_BOUNDS):
        when = getattr(item, key, None)
        index = time.day_index(when) if when else None
        if index is not None and (
            key in _THAT_DAY
            or isinstance(when, Position)
            or _is_appointment(key, when)
            or _is_holiday(item, key, time)
        ):
            yield key, index


def _is_appointment(key: str, when: Position | date | None) -> bool:
    return key == "start" and when is not None and minute_of(when) is not None


def _is_holiday(item: SchedItem, key: str, time: WorkingTime) -> bool:
    """Tell whether a milestone is due on a holiday, when who is to receive it is away, and not at a month's end."""
    when = getattr(item, key)
    is_due = isinstance(item, Milestone) and key in ("finish_by", "deadline") and isinstance(when, date)
    return is_due and (when + timedelta(days=1)).day > 1 and time.holiday_on(when) is not None


def _clock(item: SchedItem, network: Network) -> Clock:
    return (network.nodes.get(item.id) or network.nodes[node_key(item, Role.GATE)]).clock
