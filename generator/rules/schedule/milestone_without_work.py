"""A milestone waits for nothing, has no day of its own, and sets nothing going, where others wait for work.

It is reached on the first day, whatever happens. One at which other work begins is a starting signal.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 4d}}
milestones:
  built: {name: Built, depends_on: build}
  released: {name: Released}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 4d}}
milestones:
  built: {name: Built, depends_on: build}
  released: {name: Released, depends_on: built}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone
from generator.model.plan import Plan
from generator.rules._gaps import gaps
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule, *, most: int = 50) -> Iterator[Problem]:
    """Yield each milestone that nothing places, where `most` per cent of the milestones wait for something."""
    driving = {driver.item for dates in schedule.dates.values() for driver in dates.drivers}
    for milestone, having in gaps(plan.milestones.values(), lambda each: each.depends_on, most=most):
        if milestone.id not in driving and not _has_a_day(milestone) and not milestone.done:
            message = f'"{milestone.id}" waits for nothing, and is reached on the first day; {having} milestones wait'
            yield Problem(milestone.pointer, message, 'write "depends_on": what must be done for it')


def _has_a_day(milestone: Milestone) -> bool:
    return bool(milestone.start or milestone.start_on or milestone.finish_from or milestone.finish_on)
