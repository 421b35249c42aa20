"""A condition for beginning is met only after the beginning.

What has to be true before must happen before. Entry conditions of waves and checkpoints that name a checkpoint, a
milestone or a task by a live fact, or say since when something is so, are held against the dates.

Fails:

```yaml
title: Example
tasks:
  plans: {name: Plans, duration: 7d}
waves:
  wave-1: {name: Walls, entry: "{{ name('permit') }} is granted", tasks: {walls: {name: Walls, duration: 8d}}}
milestones:
  permit: {name: Permit, depends_on: plans}
```

Passes:

```yaml
title: Example
tasks:
  plans: {name: Plans, duration: 7d}
waves:
  wave-1:
    name: Walls
    entry: "{{ name('permit') }} is granted"
    depends_on: permit
    tasks: {walls: {name: Walls, duration: 8d}}
milestones:
  permit: {name: Permit, depends_on: plans}
```
"""

import re
from collections.abc import Iterable, Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Phase, Wave
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules.verification._mentions import named_in
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day
from generator.templates.facts import calls_in

_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each condition that names what happens after the wave or checkpoint has begun."""
    at_work = [wave for wave in plan.waves.values() if wave.id in schedule.breakdown.members]
    items: tuple[Wave | Checkpoint, ...] = (*at_work, *plan.checkpoints.values())
    for item in items:
        asked = (*named_in(item.entry, schedule.breakdown), *_since(item.entry, schedule))
        for index, named in dict.fromkeys(asked):
            told = _fault(item, named, schedule)
            if told:
                help_text = f'begin after "{named}", or move the condition to where it can be met'
                yield Problem((*item.pointer, "entry", index), told, help_text)


def _since(entry: Iterable[str], schedule: Schedule) -> Iterator[tuple[int, str]]:
    """Every item since whose end something has to be so, with the place of the text."""
    for index, text in enumerate(entry):
        for call in calls_in(text, "finish", "date"):
            item = str(call.arguments[0]) if call.arguments else ""
            if _SINCE.search(text[: call.span.begin]) and item in schedule.breakdown.items:
                yield index, item


def _fault(item: Wave | Checkpoint, named: str, schedule: Schedule) -> str | None:
    time, begin, done = schedule.time, schedule.dates[item.id].early_start, schedule.dates[named].early_finish
    is_moment = not isinstance(schedule.breakdown.items[named], Wave | Phase)
    if named == item.id or not is_moment or time.clock.between(begin, done) <= 0:
        return None
    start = time.day_of_finish(begin) if isinstance(item, Checkpoint) else time.day_of_start(begin)
    when = f"{week_and_day(start)}, before {week_and_day(time.day_of_finish(done))}"
    return f'"{item.id}" asks for "{named}", but begins {when}'
