"""The sign of a risk is looked for only when all that the risk affects is over, even at its worst.

Whatever is done then comes after the damage.

Fails:

```yaml
title: Example
start: 2026-10-05
roles: {student: {name: Student}}
tasks:
  request: {name: Data of the Authority, duration: 4ew}
risks:
  silence:
    name: The authority does not answer
    impact: high
    probability: medium
    mitigation: A letter of the professor
    trigger: No answer by the middle of February
    contingency: [Estimate it.]
    owner: student
    affects: request
```

Passes:

```yaml
title: Example
start: 2026-10-05
roles: {student: {name: Student}}
tasks:
  request: {name: Data of the Authority, duration: 4ew}
risks:
  silence:
    name: The authority does not answer
    impact: high
    probability: medium
    mitigation: A letter of the professor
    trigger: No answer by the end of October
    contingency: [Estimate it.]
    owner: student
    affects: request
```
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity, Span
from generator.formatting import MONTHS
from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.scheduling.clock import DAY
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_BY = re.compile(
    r"\bby\s+(?:(?:the\s+)?(?P<part>beginning|middle|end)\s+of\s+|(?P<mid>mid-))?"
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)})\b(?!\s+\d)"
)
_PARTS = {"beginning": 1, "middle": 15}


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each day of a trigger after the last one on which anything is exposed."""
    for risk in plan.risks.values():
        found = _BY.search(risk.trigger or "") if risk.affects else None
        last = _last(risk, schedule) if found else None
        day = _day(found, last) if found and last else None
        if found and last and day and day > last:
            message = f'all that "{risk.id}" affects is over by {last}, before "{found[0]}"'
            span = Span(*found.span())
            yield Problem(
                (*risk.pointer, "trigger"), message, "look for the sign while something can be done", span=span
            )


def _last(risk: Risk, schedule: Schedule) -> date | None:
    """The date by which all that is affected is over at its worst; nothing where the plan has no dates."""
    days = [schedule.time.day(_worst(item, schedule) // DAY).date for item in risk.affects]
    return max((day for day in days if day), default=None)


def _worst(item: str, schedule: Schedule) -> int:
    """The minute at which an item ends if all of its tasks take as long as is feared."""
    return schedule.dates[item].early_finish + sum(
        _feared(task, schedule) for task in schedule.breakdown.tasks_within(item)
    )


def _feared(task: Task, schedule: Schedule) -> int:
    """By how many minutes of the clock, weekends included, a task may take longer than is likely."""
    estimate = schedule.estimate(task.id)
    longer = estimate.pessimistic.minutes(DAY, 7 * DAY) - estimate.likely.minutes(DAY, 7 * DAY)
    return int(longer) if estimate.likely.elapsed else int(longer) * 2


def _day(found: re.Match[str], near: date) -> date:
    """The date that is told, in the year that brings it nearest to another one."""
    month = MONTHS.index(found["month"]) + 1

    def in_year(year: int) -> date:
        most = monthrange(year, month)[1]
        part = "middle" if found["mid"] else found["part"] or "end"
        day = int(found["day"]) if found["day"] else _PARTS.get(part, most)
        return date(year, month, min(max(day, 1), most))

    return min((in_year(near.year + each) for each in (-1, 0, 1)), key=lambda day: abs(day - near))
