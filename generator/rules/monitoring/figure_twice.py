"""Two targets bound the same figure differently.

By their words they are one figure, told in two orders. Both cannot be what success is measured by.

Fails:

```yaml
title: Example
targets:
  response: {name: P95 response time, threshold: "< 500ms"}
  latency: {name: Response time P95, threshold: "< 400ms"}
```

Passes:

```yaml
title: Example
targets:
  response: {name: P95 response time, threshold: "< 500ms"}
  latency: {name: P99 response time, threshold: "< 900ms"}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import Target
from generator.model.plan import Plan
from generator.rules._figures import figure, words

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each target that says otherwise than an earlier one of the same words."""
    earlier: dict[frozenset[str], Target] = {}
    for target in plan.targets.values():
        first = earlier.setdefault(words(target), target)
        if words(target) and _bound(first) != _bound(target):
            message = (
                f'"{target.id}" is "{target.threshold}", "{first.id}" is the same figure and "{first.threshold}"'
            )
            yield Problem((*target.pointer, "threshold"), message, "keep one of them, or name what is different")


def _bound(target: Target) -> tuple[object, ...]:
    threshold = target.threshold
    return threshold.operator, figure(threshold), threshold.window_minutes
