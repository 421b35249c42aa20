"""A milestone says that all checkpoints are passed, and is reached before the last of them.

It waits for too little: by its dependencies it comes while a checkpoint is still to be run.

Fails:

```yaml
title: Example
roles: {lead: {name: Lead}}
tasks:
  build: {name: Build, duration: 5d}
  tune: {name: Tune, duration: 5d, depends_on: build}
checkpoints:
  first: {name: First check, at: W1D5, scope: build}
  last: {name: Last check, at: W2D5, scope: [build, tune]}
milestones:
  ready: {name: Ready, depends_on: [build], owner: lead, description: "All checkpoints are passed."}
```

Passes:

```yaml
title: Example
roles: {lead: {name: Lead}}
tasks:
  build: {name: Build, duration: 5d}
  tune: {name: Tune, duration: 5d, depends_on: build}
checkpoints:
  first: {name: First check, at: W1D5, scope: build}
  last: {name: Last check, at: W2D5, scope: [build, tune]}
milestones:
  ready: {name: Ready, depends_on: [build, tune], owner: lead, description: "All checkpoints are passed."}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.ends import ends_of
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.ERROR
_ALL = re.compile(
    r"(?:^|[.;:,]\s+|\band\s+)(?:all|every|each)\s+(?:of\s+the\s+)?checkpoints?\s+"
    r"(?:(?:is|are|has\s+been|have\s+been)\s+)?(?:passed|green|behind\s+us)\b(?!\s+(?:so\s+far|until|up\s+to|by|of|in)\b)",
    re.IGNORECASE,
)


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each milestone that tells of all checkpoints and does not come after them."""
    days = {name: ends_of(name, schedule)[1] for name in plan.checkpoints if name in schedule.dates}
    for milestone in plan.milestones.values() if days else ():
        if not _ALL.search(milestone.description or "") or milestone.id not in schedule.dates:
            continue
        day = ends_of(milestone.id, schedule)[1]
        last = max(days, key=lambda name: days[name].index)
        if day.index < days[last].index:
            told = f'"{milestone.id}" is on {week_and_day(day)} and speaks of all checkpoints, '
            told += f'"{last}" is on {week_and_day(days[last])}'
            help_text = "let it depend on all work that the checkpoints test, or say which of them are passed"
            yield Problem((*milestone.pointer, "description"), told, help_text)
