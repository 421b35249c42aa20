"""A query compares with another figure than the threshold of its alert, or with the other sign.

The rule that runs is the query; whoever reads the threshold expects to be called earlier, or later, than happens.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Times}
  logs: {name: Logs, collects: Lines}
targets:
  speed: {name: Answer time, threshold: under 5 min, source: meter}
  other: {name: Lines an hour, threshold: "> 5", source: logs}
alerts:
  slow: {name: Slow answers, threshold: "> 4 min", source: meter, query: "age > 9", target: speed}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Times}
  logs: {name: Logs, collects: Lines}
targets:
  speed: {name: Answer time, threshold: under 5 min, source: meter}
  other: {name: Lines an hour, threshold: "> 5", source: logs}
alerts:
  slow: {name: Slow answers, threshold: "> 4 min", source: meter, query: "age > 4", target: speed}
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Problem, Severity, Span
from generator.model.notation import time_in_minutes
from generator.model.plan import Plan
from generator.model.quantity import Threshold
from generator.rules._figures import is_lower_bound, is_upper_bound

SEVERITY = Severity.WARNING
_COMPARED = re.compile(r"(?P<sign>[<>])=?\s*(?P<amount>-?\d+(?:\.\d+)?)\s*(?P<unit>%|[a-z]{0,7})\s*$")
"""The comparison with which a query ends."""
_HUNDRED = 100


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each query that ends with a comparison of its own."""
    for alert in plan.alerts.values():
        found = _COMPARED.search(alert.query or "")
        if found and _is_turned(found["sign"], alert.threshold):
            message = f'the query of "{alert.id}" asks for "{found["sign"]}", its threshold is {alert.threshold}'
            yield Problem((*alert.pointer, "query"), message, "write the same sign", span=Span(*found.span("sign")))
        elif found and not _is_same(Decimal(found["amount"]), found["unit"], alert.threshold):
            told = f'the query of "{alert.id}" compares with {found["amount"]}{found["unit"]}'
            message = f"{told}, its threshold is {alert.threshold}"
            yield Problem(
                (*alert.pointer, "query"), message, "write the same figure", span=Span(*found.span("amount"))
            )


def _is_turned(sign: str, threshold: Threshold) -> bool:
    return is_lower_bound(threshold) if sign == "<" else is_upper_bound(threshold)


def _is_same(amount: Decimal, unit: str, threshold: Threshold) -> bool:
    """Shares may be parts of one, times in a smaller unit."""
    told, true = time_in_minutes(amount, unit), time_in_minutes(threshold.amount, threshold.unit)
    if told is not None and true is not None:
        return told == true
    sizes = (
        [time_in_minutes(amount, each) for each in ("ms", "s", "min", "h")] if true is not None and not unit else []
    )
    parts = (threshold.amount, threshold.amount / _HUNDRED) if threshold.unit == "%" else (threshold.amount,)
    return amount in parts or true in sizes
