"""A query gives its figure in another unit than the threshold of its alert.

A share times a hundred is per cent, a metric of seconds is a time; held against "50ms" the first never fires, or
always does. A query whose unit its text does not tell is left alone.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Failed and all requests}
targets:
  working: {name: Requests that succeed, threshold: "> 99%", source: meter}
alerts:
  failing:
    name: Failing requests
    threshold: "> 5ms"
    source: meter
    target: working
    query: '100 * rate(failed[5m]) / rate(requests[5m])'
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Failed and all requests}
targets:
  working: {name: Requests that succeed, threshold: "> 99%", source: meter}
alerts:
  failing:
    name: Failing requests
    threshold: "> 5%"
    source: meter
    target: working
    query: '100 * rate(failed[5m]) / rate(requests[5m])'
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Problem, Severity
from generator.model.notation import time_in_minutes
from generator.model.plan import Plan
from generator.model.quantity import Threshold

SEVERITY = Severity.WARNING
_PER_CENT = re.compile(r"^\s*100(?:\.0)?\s*\*[^*]+/[^*]+$|^[^*]+/[^*]+\*\s*100(?:\.0)?\s*$", re.DOTALL)
"""A share, made per cent."""
_TIMES = re.compile(r"^[^/*]*_(?:seconds|minutes|hours|milliseconds|ms)(?:_bucket)?\b[^/*]*$", re.DOTALL)
"""A metric of time that nothing is divided by."""
_CHANGING = re.compile(r"\b(?:i?rate|increase|delta|deriv|count)\w*\s*(?:by\s*\([^)]*\)\s*)?\(")
_QUANTILE = re.compile(r"\bhistogram_quantile\s*\(")
_BARE = frozenset({"", "x", "×"})
_SHARES = frozenset({"%", "percent", "pct", "points", "pp"})


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each query that gives per cent or a time, where the threshold is of another kind."""
    for alert in plan.alerts.values():
        query, threshold = alert.query or "", alert.threshold
        if _PER_CENT.match(query) and _is_no_share(threshold):
            told = f'the query of "{alert.id}" gives per cent, its threshold is {threshold}'
            yield Problem((*alert.pointer, "threshold"), told, "write the threshold in %, or the query in its unit")
        elif _is_time(query) and threshold.unit == "%":
            told = f'the query of "{alert.id}" gives a time, its threshold is {threshold}'
            yield Problem(
                (*alert.pointer, "threshold"), told, "write the threshold as a time, or divide in the query"
            )


def _is_no_share(threshold: Threshold) -> bool:
    unit = threshold.unit.lower()
    return unit not in _BARE | _SHARES and (_is_a_time(unit) or not threshold.of)


def _is_a_time(unit: str) -> bool:
    return time_in_minutes(Decimal(1), unit) is not None


def _is_time(query: str) -> bool:
    if not _TIMES.match(query):
        return False
    return bool(_QUANTILE.search(query)) or not _CHANGING.search(query)
