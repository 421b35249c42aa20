"""A coordination point is brought about by somebody who is away all week.

Nobody calls those together who have to settle it.

Fails:

```yaml
title: Example
roles: {lead: {name: Lead}}
people: {ada: {name: Ada Byron, role: lead, leave: [{date: W1D1, until: W1D5}]}}
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 5d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 5d}}}
coordination:
  contract: {week: 1, topic: Contract of the API, between: [wave-1, wave-2], owner: ada}
```

Passes:

```yaml
title: Example
roles: {lead: {name: Lead}}
people: {ada: {name: Ada Byron, role: lead, leave: [{date: W1D1, until: W1D2}]}}
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 5d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 5d}}}
coordination:
  contract: {week: 1, topic: Contract of the API, between: [wave-1, wave-2], owner: ada}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.communication import Coordination
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._presence import away
from generator.scheduling.clock import WEEK_DAYS
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each point in whose week its owner works on no day."""
    for point, owner in away(plan.coordination.values(), _days, plan, index, schedule):
        message = f'"{owner}" brings "{point.id}" about in week {point.week}, but is away all of it'
        yield Problem((*point.pointer, "owner"), message, "name somebody who is there, or choose another week")


def _days(point: Coordination) -> range:
    return range((point.week - 1) * WEEK_DAYS, point.week * WEEK_DAYS)
