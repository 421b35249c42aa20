"""A source names no item that brings it, where most sources do.

From when on there are figures cannot be told, nor held against the days on which they are asked for.

Fails:

```yaml
title: Example
tasks: {install: {name: Install, duration: 5d}}
sources:
  metrics: {name: Metrics, collects: Requests, ready: install}
  probes: {name: Probes, collects: Uptime, ready: install}
  pipeline: {name: Pipeline, collects: Coverage, ready: install}
  traces: {name: Traces, collects: Calls}
```

Passes:

```yaml
title: Example
tasks: {install: {name: Install, duration: 5d}}
sources:
  metrics: {name: Metrics, collects: Requests, ready: install}
  probes: {name: Probes, collects: Uptime, ready: install}
  pipeline: {name: Pipeline, collects: Coverage, ready: install}
  traces: {name: Traces, collects: Calls, ready: install}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each source without `ready`, where `most` per cent of the sources have one."""
    for source, having in gaps(plan.sources.values(), lambda source: source.ready, most=most):
        message = f'"{source.id}" is brought by nothing, {having} sources say by what'
        yield Problem(source.pointer, message, 'write "ready" and the id of the item whose finish brings it')
