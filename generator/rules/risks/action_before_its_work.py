"""A step of a mitigation is to be done within work that begins only after the step is due.

What happens during a test cannot be finished before the test has begun. The exposed work is looked at: "into the
soak", "during the load test".

Fails:

```yaml
title: Example
roles: {lead: {name: Lead}}
tasks:
  build: {name: Build, duration: 5d}
  soak: {name: Long soak, duration: 5d, depends_on: build}
  open: {name: Opening, duration: 1d, depends_on: soak}
risks:
  outage:
    name: Supplier fails
    impact: low
    probability: high
    mitigation: Kept answers
    owner: lead
    trigger: A call fails
    affects: [build, soak]
    actions:
      - {do: "Inject an outage into the soak, and take the time.", owner: lead, before: build}
```

Passes:

```yaml
title: Example
roles: {lead: {name: Lead}}
tasks:
  build: {name: Build, duration: 5d}
  soak: {name: Long soak, duration: 5d, depends_on: build}
  open: {name: Opening, duration: 1d, depends_on: soak}
risks:
  outage:
    name: Supplier fails
    impact: low
    probability: high
    mitigation: Kept answers
    owner: lead
    trigger: A call fails
    affects: [build, soak]
    actions:
      - {do: "Inject an outage into the soak, and take the time.", owner: lead, before: open}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.ends import ends_of
from generator.literals.stems import stems
from generator.model.breakdown import Task
from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.ERROR
_WITHIN = re.compile(
    r"\b(?:into|during|in\s+the\s+course\s+of)\s+the\s+(?P<what>[\w-]+(?:\s+[\w-]+){0,3})", re.IGNORECASE
)


def check(plan: Plan, schedule: Schedule, index: Index) -> Iterator[Problem]:
    """Yield each action within an exposed task that begins after the item before which the action is due."""
    for risk in plan.risks.values():
        for action in risk.actions:
            found = _WITHIN.search(action.do)
            within = _meant(found["what"], risk, index) if found else None
            if (
                within is None
                or not action.before
                or action.before not in schedule.dates
                or within not in schedule.dates
            ):
                continue
            begins, due = ends_of(within, schedule)[0], ends_of(action.before, schedule)[0]
            if begins.index > due.index:
                told = f'"{within}" begins on {week_and_day(begins)}, and "{action.before}", before which this is '
                told += f"due, on {week_and_day(due)}"
                yield Problem((*action.pointer, "before"), told, "name an item that comes after the work")


def _meant(what: str, risk: Risk, index: Index) -> str | None:
    """The one exposed task whose name has the first word that follows."""
    first = stems(next(iter(what.split()), ""))
    tasks = (index.by_kind["task"].get(name) for name in risk.affects)
    having = [task.id for task in tasks if isinstance(task, Task) and first and first <= stems(task.name)]
    return having[0] if len(having) == 1 else None
