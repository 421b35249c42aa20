"""A milestone says that all of something is done, and a task that is called a part of it ends later.

"Draft Complete" with a "Draft of Results" still to be written is declared too early, and all that waits for it begins
too early with it.

Fails:

```yaml
title: Example
tasks:
  background: {name: Draft of Background, duration: 3d}
  results: {name: Draft of Results, duration: 3d, depends_on: background}
  binding: {name: Binding, duration: 1d, depends_on: [results, complete]}
milestones: {complete: {name: Draft Complete, depends_on: background}}
```

Passes:

```yaml
title: Example
tasks:
  background: {name: Draft of Background, duration: 3d}
  results: {name: Draft of Results, duration: 3d, depends_on: background}
  binding: {name: Binding, duration: 1d, depends_on: complete}
milestones: {complete: {name: Draft Complete, depends_on: results}}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.stems import stem
from generator.model.breakdown import Milestone, Task
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING
_DONE = re.compile(
    r"(?:All\s+)?(?P<whole>[^\W\d_]{3,30})\s+(?:(?:Is|Are)\s+)?(?:Complete|Completed|Done|Finished|Delivered|Written|Closed)",
    re.IGNORECASE,
)
_PART = re.compile(r"(?P<whole>[^\W\d_]{3,30})\s+of\s", re.IGNORECASE)
_FEWEST = 2


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each milestone before the end of a part of what it says is done, where several tasks are such parts."""
    parts: dict[str, list[Task]] = {}
    for task in schedule.breakdown.tasks:
        if found := _PART.match(task.name):
            parts.setdefault(stem(found["whole"]), []).append(task)
    for item in schedule.breakdown.items.values():
        done = _DONE.fullmatch(item.name.strip()) if isinstance(item, Milestone) else None
        tasks = parts.get(stem(done["whole"]), []) if done else []
        late = [task for task in tasks if _end(task.id, schedule) > _end(item.id, schedule)]
        if late and len(tasks) >= _FEWEST:
            when = week_and_day(schedule.time.day_of_finish(_end(late[-1].id, schedule)))
            message = f'"{item.id}" is reached before "{late[-1].id}" ({late[-1].name}) ends {when}'
            yield Problem(item.pointer, message, "let it wait for all of them")


def _end(item: str, schedule: Schedule) -> int:
    return schedule.dates[item].early_finish
