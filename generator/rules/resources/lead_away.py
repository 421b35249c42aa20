"""A wave is led by somebody who is away for most of it.

A team whose lead is on leave has nobody who decides what comes first.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer}}
people: {ada: {name: Ada Byron, role: developer, leave: [{date: W1D2, until: W1D5}]}}
waves:
  wave-1: {name: Service, lead: ada, tasks: {api: {name: API, duration: 5d}}}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer}}
people: {ada: {name: Ada Byron, role: developer, leave: [{date: W1D2}]}}
waves:
  wave-1: {name: Service, lead: ada, tasks: {api: {name: API, duration: 5d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._presence import days_of, person_named
from generator.scheduling.calendars import leave_days
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_ALL = 100


def check(plan: Plan, index: Index, schedule: Schedule, *, most: int = 50) -> Iterator[Problem]:
    """Yield each wave of whose workdays its lead is on leave for more than `most` per cent."""
    for wave in plan.waves.values():
        lead = person_named(wave.lead, index)
        if lead and lead.leave and wave.id in schedule.breakdown.members:
            days = [day for day in days_of(wave.id, schedule) if schedule.time.is_workday(day)]
            away = leave_days(lead.leave, schedule.time) & {*days}
            if len(away) * _ALL > most * len(days):
                message = f'"{lead.id}" leads "{wave.id}", but is away on {len(away)} of its {len(days)} workdays'
                yield Problem((*wave.pointer, "lead"), message, "name a lead who is there")
