"""A threshold of what is a share by its name has no unit.

"> 70" of a hit rate is 70 per cent to one reader and 70 hits to the next. A part of one ("> 0.7") needs no unit.

Fails:

```yaml
title: Example
targets: {coverage: {name: Test coverage, threshold: "> 80"}}
```

Passes:

```yaml
title: Example
targets: {coverage: {name: Test coverage, threshold: "> 80%"}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import Alert, Target
from generator.model.plan import Plan
from generator.rules._figures import singular, words

SEVERITY = Severity.WARNING
_SHARES = (
    *(singular(word) for word in ("uptime", "availability", "coverage", "percentage")),
    *(singular(word, "rate") for word in ("success", "hit", "miss", "error", "failure", "conversion", "completion")),
)
"""Each is some words that a name must hold together."""


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each target and alert whose bare number is more than one, although a share is meant."""
    figures: list[Target | Alert] = [*plan.targets.values(), *plan.alerts.values()]
    for each in figures:
        bound = each.threshold
        is_bare = not bound.unit and not bound.of and bound.window_minutes is None and bound.amount > 1
        if is_bare and any(share <= words(each) for share in _SHARES):
            message = f'"{each.threshold}" of "{each.id}" is a share by its name "{each.name}", and has no unit'
            yield Problem((*each.pointer, "threshold"), message, f'write "{each.threshold}%"')
