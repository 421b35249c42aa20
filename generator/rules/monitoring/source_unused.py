"""A source feeds no target and no alert, where others do.

What it collects is looked at by nobody, or a target that should draw on it names another.

Fails:

```yaml
title: Example
sources:
  metrics: {name: Metrics, collects: Requests}
  pipeline: {name: Pipeline, collects: Coverage}
targets: {response: {name: Response time, threshold: "< 500ms", source: metrics}}
```

Passes:

```yaml
title: Example
sources:
  metrics: {name: Metrics, collects: Requests}
  pipeline: {name: Pipeline, collects: Coverage}
targets:
  response: {name: Response time, threshold: "< 500ms", source: metrics}
  coverage: {name: Test coverage, threshold: "> 80%", source: pipeline}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each source that nothing draws on, in a plan whose figures name their sources."""
    used = {each.source for section in (plan.targets, plan.alerts) for each in section.values() if each.source}
    for source in plan.sources.values() if used and used <= plan.sources.keys() else ():
        if source.id not in used:
            message = f'no target and no alert draws on "{source.id}"'
            yield Problem(source.pointer, message, 'name it as the "source" of a target or an alert, or drop it')
