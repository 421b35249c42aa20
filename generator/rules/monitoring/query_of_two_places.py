"""A query divides what happens in one environment by what happens in another.

The failures of production over the requests of staging are a share of nothing. Two figures that differ in nothing
but the environment are compared on purpose and left alone.

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
    threshold: "> 5%"
    source: meter
    target: working
    query: '100 * sum(rate(failed{env="production"}[5m])) / sum(rate(requests{env="staging"}[5m]))'
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
    query: '100 * sum(rate(failed{env="production"}[5m])) / sum(rate(requests{env="production"}[5m]))'
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity, Span
from generator.model.plan import Plan

SEVERITY = Severity.ERROR
_SELECTOR = re.compile(r"(?P<metric>[A-Za-z_:][\w:]*)\{(?P<labels>[^{}]{0,500})\}")
_WHERE = re.compile(
    r"(?<!\w)(?P<key>env|environment|stage|deployment_environment)\s*=\s*(?P<quote>[\"'])(?P<place>[\w-]+)(?P=quote)"
)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each query whose selectors name two environments, and differ in more than that."""
    for alert in plan.alerts.values():
        told = list(_places(alert.query or ""))
        rest = {(metric, other) for metric, other, _, _ in told}
        first = told[0][2] if told else ""
        odd = next((each for each in told if each[2] != first), None)
        if odd and len(rest) > 1:
            message = f'the query of "{alert.id}" asks for {first} and for {odd[2]}'
            yield Problem((*alert.pointer, "query"), message, "ask for one environment throughout", span=odd[3])


def _places(query: str) -> Iterator[tuple[str, str, str, Span]]:
    """Yield of each selector its metric, its other labels, its environment and where that stands."""
    for found in _SELECTOR.finditer(query):
        where = list(_WHERE.finditer(query, *found.span("labels")))
        if len(where) == 1:
            begin, end = found.span("labels")
            other = query[begin : where[0].start()] + query[where[0].end() : end]
            yield found["metric"], other.strip(" ,"), where[0]["place"], Span(*where[0].span("place"))
