"""A coordination point is to bring about what is over when it takes place.

Its outcome names work of those who take over, or tells a day by which something is settled; in the week of the point
that work is finished, or that day is past. Either the week is wrong, or the outcome belongs to another point.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 12d}}}
  wave-2:
    name: Pages
    tasks: {forms: {name: Forms of Orders, duration: 3d}, help: {name: Help, duration: 8d, depends_on: forms}}
coordination:
  contract: {week: 2, topic: Contract, providers: wave-1, receivers: wave-2, outcome: The forms of orders keep to it}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 12d}}}
  wave-2:
    name: Pages
    tasks: {forms: {name: Forms of Orders, duration: 3d}, help: {name: Help, duration: 8d, depends_on: forms}}
coordination:
  contract: {week: 1, topic: Contract, providers: wave-1, receivers: wave-2, outcome: The forms of orders keep to it}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.communication import Coordination
from generator.model.plan import Plan
from generator.prose import Prose
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day
from generator.templates.facts import calls_in

SEVERITY = Severity.WARNING
_DAY_OF = ("finish", "date", "week")
_FOR_THEN = re.compile(r"\b(?:on|by|until|before|for)\s*$")


def check(plan: Plan, schedule: Schedule, prose: Prose) -> Iterator[Problem]:
    """Yield each point whose outcome names a receiver's finished task, or a day in an earlier week."""
    for point in plan.coordination.values() if schedule.breakdown.tasks else ():
        over = next((item for item in _meant(point, prose, schedule) if schedule.weeks(item).last < point.week), None)
        if over:
            when = week_and_day(schedule.time.day_of_finish(schedule.dates[over].early_finish))
            message = f'"{point.id}" is settled in week {point.week}, but "{over}" of its outcome is over {when}'
            yield Problem((*point.pointer, "week"), message, f"write week: {schedule.weeks(over).last} or earlier")


def _meant(point: Coordination, prose: Prose, schedule: Schedule) -> Iterator[str]:
    yield from _promised(point.outcome or "", schedule)
    told = prose.texts.get((*point.pointer, "outcome"), "").casefold()
    for wave in (*point.receivers, *point.between):
        for task in schedule.breakdown.tasks_within(wave) if wave in schedule.breakdown.members else ():
            name = task.name.casefold()
            if " " in name and name in told and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told):
                yield task.id


def _promised(outcome: str, schedule: Schedule) -> Iterator[str]:
    """The items whose days an outcome tells as its own: frozen on, ready by, in force until."""
    for call in calls_in(outcome, *_DAY_OF):
        if _FOR_THEN.search(outcome[: call.span.begin]):
            yield from (each for each in call.arguments if isinstance(each, str) and each in schedule.breakdown.items)
