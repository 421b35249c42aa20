"""A target has no source for its figure, in a plan that has sources.

A target that nothing measures is neither met nor missed.

Fails:

```yaml
title: Example
sources: {metrics: {name: Metrics, collects: Requests}}
targets:
  response: {name: Response time, threshold: "< 500ms", source: metrics}
  coverage: {name: Test coverage, threshold: "> 80%"}
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
    """Yield each target that no source measures, where the plan has any."""
    for target in plan.targets.values() if plan.sources else ():
        if not target.source:
            known = ", ".join(plan.sources)
            yield Problem(target.pointer, f'"{target.id}" has no source', f'write "source" and one of {known}')
