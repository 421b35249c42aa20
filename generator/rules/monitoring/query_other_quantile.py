"""A query asks for another quantile than the one after which its alert is named.

P95 and P99 of the same times are different figures: whoever reads the name expects the one, and is called by the
other.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Response times}
targets:
  quick: {name: P95 Response Time, threshold: "< 500ms", source: meter}
alerts:
  slow:
    name: Response time P95
    threshold: "> 500ms"
    source: meter
    target: quick
    query: "1000 * histogram_quantile(0.99, sum by (le) (rate(response_seconds_bucket[5m])))"
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Response times}
targets:
  quick: {name: P95 Response Time, threshold: "< 500ms", source: meter}
alerts:
  slow:
    name: Response time P95
    threshold: "> 500ms"
    source: meter
    target: quick
    query: "1000 * histogram_quantile(0.95, sum by (le) (rate(response_seconds_bucket[5m])))"
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Problem, Severity, Span
from generator.model.monitoring import Alert
from generator.model.plan import Plan

SEVERITY = Severity.ERROR
_NAMED = re.compile(
    r"\b(?:[pP](?P<short>\d{2}(?:\.\d)?)|(?P<long>\d{2})(?:st|nd|rd|th)\s+percentile|(?P<median>[Mm]edian))\b"
)
_ASKED = re.compile(
    r"\b(?:histogram_quantile|quantile|quantile_over_time|percentile|percentile_cont|approx_percentile)\s*\(\s*"
    r"(?P<figure>\d{1,2}(?:\.\d{1,4})?)\b|\b[pP](?P<short>\d{2})\s*\("
)
_HUNDRED = 100


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each query whose only quantile is not that of its alert's name, or else of its target's."""
    for alert in plan.alerts.values():
        asked = list(_ASKED.finditer(alert.query or ""))
        named = _named(alert, plan)
        if len(asked) == 1 and named is not None and _per_cent(asked[0]) != named[1]:
            group = "figure" if asked[0]["figure"] else "short"
            told = f'the query of "{alert.id}" asks for {asked[0][group]}, and the name says "{named[0]}"'
            span = Span(*asked[0].span(group))
            yield Problem((*alert.pointer, "query"), told, "let both say the same quantile", span=span)


def _named(alert: Alert, plan: Plan) -> tuple[str, Decimal] | None:
    target = plan.targets.get(alert.target) if alert.target else None
    for name in (alert.name, target.name if target else ""):
        found = list(_NAMED.finditer(name))
        if len(found) == 1:
            return found[0][0], Decimal(found[0]["short"] or found[0]["long"] or 50)
    return None


def _per_cent(asked: re.Match[str]) -> Decimal:
    if asked["short"]:
        return Decimal(asked["short"])
    figure = Decimal(asked["figure"])
    return figure * _HUNDRED if figure <= 1 else figure
