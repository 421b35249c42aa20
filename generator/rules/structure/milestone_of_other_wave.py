"""A milestone belongs to a wave and waits for none of its work.

It is told among that wave's work and dates, and is reached before the wave has done anything, or when all of it is
long done. Either the wave is wrong, or what it waits for.

Fails:

```yaml
title: Example
waves:
  saturday:
    name: Saturday
    tasks: {show: {name: Show, duration: 1d}}
  sunday:
    name: Sunday
    depends_on: saturday
    tasks: {prizes: {name: Prizes, duration: 1d}}
milestones:
  over: {name: All is over, wave: sunday, depends_on: show}
```

Passes:

```yaml
title: Example
waves:
  saturday:
    name: Saturday
    tasks: {show: {name: Show, duration: 1d}}
  sunday:
    name: Sunday
    depends_on: saturday
    tasks: {prizes: {name: Prizes, duration: 1d}}
milestones:
  over: {name: All is over, wave: sunday, depends_on: prizes}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.breakdown import Milestone
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each milestone that has nothing to do with the work of its wave."""
    for milestone in plan.milestones.values():
        own = {task.id for task in schedule.breakdown.tasks_within(milestone.wave or "")}
        if own and milestone.depends_on and not _belongs(milestone, own, schedule):
            waits = joined([f'"{each.on}"' for each in milestone.depends_on])
            message = (
                f'"{milestone.id}" belongs to "{milestone.wave}", and waits for none of its work, but for {waits}'
            )
            help_text = f'let it wait for work of "{milestone.wave}", or name the wave whose work it ends'
            yield Problem((*milestone.pointer, "wave"), message, help_text)


def _belongs(milestone: Milestone, own: set[str], schedule: Schedule) -> bool:
    """Tell whether a milestone follows its wave's work while that goes on, or sets some of it going."""
    dates, before = schedule.dates, schedule.network.before
    if any(_is_of(milestone.wave, each.on, schedule.breakdown) for each in milestone.depends_on):
        return True
    over = max(dates[task].early_finish for task in own)
    goes_on = dates[milestone.id].early_finish <= over and bool(own & before([milestone.id]))
    return goes_on or milestone.id in before(own)


def _is_of(wave: str | None, item: str, breakdown: Breakdown) -> bool:
    """Tell whether an item is work of a wave, holds it, or tests it."""
    found = breakdown.items[item]
    parts = found.scope if isinstance(found, Checkpoint) else (item, *breakdown.members.get(item, ()))
    return any(wave in (part, breakdown.parents.get(part)) for part in parts)
