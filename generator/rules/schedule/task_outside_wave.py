"""A task is done outside the weeks that its wave is committed to.

The team of the wave is there in those weeks; before and after them, nobody is.

Fails:

```yaml
title: Example
waves:
  wave-1:
    name: Infrastructure
    weeks: 1
    tasks:
      setup: {name: Setup, duration: 4d}
      auth: {name: Auth, duration: 3d, depends_on: setup}
```

Passes:

```yaml
title: Example
waves:
  wave-1:
    name: Infrastructure
    weeks: 1-2
    tasks:
      setup: {name: Setup, duration: 4d}
      auth: {name: Auth, duration: 3d, depends_on: setup}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.breakdown import Milestone, Task
from generator.model.plan import Plan
from generator.model.quantity import Weeks
from generator.rules.schedule._commitments import in_weeks, within
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.drivers import Cause
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each task and milestone that its wave's weeks do not hold."""
    for wave in plan.waves.values():
        for member in schedule.breakdown.members.get(wave.id, ()) if wave.weeks else ():
            item, weeks = schedule.breakdown.items[member], schedule.weeks(member)
            if wave.weeks and isinstance(item, Task | Milestone) and not within(weeks, wave.weeks):
                told = f'outside "{wave.id}" ({in_weeks(wave.weeks)})'
                yield Problem(
                    item.pointer, f'"{member}" is done {_when(member, schedule)}, {told}', _why(item, schedule)
                )


def _when(item: str, schedule: Schedule) -> str:
    dates, time = schedule.dates[item], schedule.time
    first = week_and_day(time.day_of_start(dates.early_start))
    last = week_and_day(time.day_of_finish(max(dates.early_finish, dates.early_start + 1)))
    return f"{first} to {last}" if first != last else first


def _why(item: SchedItem, schedule: Schedule) -> str:
    drivers = [driver for driver in schedule.dates[item.id].drivers if driver.item]
    after = [f'"{driver.item}"' for driver in drivers if driver.cause is Cause.LINK]
    waits = f"it waits for {joined(after)}: " if after else ""
    return f"{waits}shorten the way there, or commit the wave to {in_weeks(_widened(item.id, schedule))}"


def _widened(item: str, schedule: Schedule) -> Weeks:
    wave = schedule.breakdown.wave_of(item)
    weeks = schedule.weeks(item)
    committed = wave.weeks if wave and wave.weeks else weeks
    computed = schedule.weeks(wave.id) if wave else weeks
    return Weeks(min(committed.first, computed.first), max(committed.last, computed.last))
