"""The query of an alert has a bracket or a quote without its other half.

Whoever watches refuses it, so that the alert never fires. Brackets between quotes are text, and a range that is open
at one end, such as `[0, 5)`, is whole.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Failed requests}
targets:
  failed: {name: Failed requests, threshold: "< 1 per s", source: meter}
alerts:
  failing:
    name: Failing requests
    threshold: "> 1 per s"
    source: meter
    target: failed
    query: 'sum(rate(failed{env="production"}[5m])'
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Failed requests}
targets:
  failed: {name: Failed requests, threshold: "< 1 per s", source: meter}
alerts:
  failing:
    name: Failing requests
    threshold: "> 1 per s"
    source: meter
    target: failed
    query: 'sum(rate(failed{env="production"}[5m]))'
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity, Span
from generator.model.plan import Plan

SEVERITY = Severity.ERROR
_OTHER = {"(": ")", "[": "]", "{": "}"}
_CLOSING = {closing: opening for opening, closing in _OTHER.items()}
_MARK = re.compile(
    r"""
    (?:^|\s)(?:\#|--\s)[^\n]*
    | [\[({]\s*[\w.+*-]{1,40}\s*(?:,|\sTO\s)\s*[\w.+*-]{1,40}\s*[\])}]
    | (?<=\w)'(?=\w)
    | "(?:[^"\\]|\\(?s:.))*" | '(?:[^'\\]|\\(?s:.))*' | `[^`]*`
    | \\(?s:.)
    | (?P<mark>["'`()\[\]{}])
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What has its other half, or needs none, and each mark that is left."""


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each query with a mark that stands alone."""
    for alert in plan.alerts.values():
        found = _alone(alert.query or "")
        if found:
            mark, span = found
            lacking = _OTHER.get(mark) or _CLOSING.get(mark) or mark
            verb = "closes" if mark in _CLOSING else "opens"
            told = f'the query of "{alert.id}" {verb} {mark} without {lacking}'
            yield Problem((*alert.pointer, "query"), told, f"add {lacking} where it belongs", span=span)


def _alone(query: str) -> tuple[str, Span] | None:
    """The first mark that closes nothing, or else the last one that is never closed."""
    opened: list[tuple[str, Span]] = []
    for found in _MARK.finditer(query):
        mark = found["mark"]
        if not mark:
            continue
        here = mark, Span(*found.span("mark"))
        if mark in _CLOSING and (not opened or opened[-1][0] != _CLOSING[mark]):
            return opened[-1] if opened else here
        if mark in _CLOSING:
            opened.pop()
        elif mark in _OTHER:
            opened.append(here)
        else:
            return here
    return opened[-1] if opened else None
