"""A command of a rollback may wait longer than the whole rollback may take.

A timeout tells when to give up. One that is longer than the time limit lets a step that hangs use up all of it, and
more.

Fails:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  restore:
    name: Release harms
    within: "< 3 min"
    procedure: Return to the last release
    trigger: Users cannot sign in
    owner: engineer
    steps: [{do: Return, command: helm rollback app --wait --timeout 15m, takes: 1m}]
    verify: [{do: Users sign in}]
```

Passes:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  restore:
    name: Release harms
    within: "< 3 min"
    procedure: Return to the last release
    trigger: Users cannot sign in
    owner: engineer
    steps: [{do: Return, command: helm rollback app --wait --timeout 90s, takes: 1m}]
    verify: [{do: Users sign in}]
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Problem, Severity, Span
from generator.model.notation import time_in_minutes
from generator.model.plan import Plan
from generator.rules.rollback._limit import limit_minutes

SEVERITY = Severity.WARNING
_TIMEOUT = re.compile(
    r"(?<!\S)--[a-z-]{0,20}timeout[= ]\s*['\"]?(?P<time>(?P<amount>\d{1,6})(?P<unit>ms|s|m|min|h))\b"
)
_UNITS = {"m": "min"}


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each timeout, told with its unit, that is longer than the limit of its rollback."""
    for rollback in plan.rollbacks.values():
        limit = limit_minutes(rollback.within)
        for step in rollback.steps if limit is not None else ():
            for found in _TIMEOUT.finditer(step.command or ""):
                waits = time_in_minutes(Decimal(found["amount"]), _UNITS.get(found["unit"], found["unit"]))
                if waits is not None and limit is not None and waits > limit:
                    message = f'waits up to {found["time"]}, and "{rollback.id}" may take {rollback.within}'
                    help_text = "give up earlier, or allow the rollback more time"
                    span = Span(*found.span("time"))
                    yield Problem((*step.pointer, "command"), message, help_text, span=span)
