"""A threshold is a bare figure: neither a least nor a most.

"500ms" reads as exactly 500 ms. Only all, nothing and a written "exactly" are meant that way.

Fails:

```yaml
title: Example
targets: {response: {name: Response time, threshold: 500ms}}
```

Passes:

```yaml
title: Example
targets: {response: {name: Response time, threshold: under 500ms}}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Problem, Severity
from generator.model.monitoring import Alert, Target
from generator.model.plan import Plan
from generator.model.quantity import Threshold

SEVERITY = Severity.WARNING
_ALL = 100


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each target and alert whose threshold has no sign and needs one."""
    figures: list[Target | Alert] = [*plan.targets.values(), *plan.alerts.values()]
    for each in figures:
        if _is_bare(each.threshold):
            message = f'"{each.threshold}" of "{each.id}" is neither a least nor a most'
            help_text = f'write "> {each.threshold}" or "< {each.threshold}"'
            yield Problem((*each.pointer, "threshold"), message, help_text)


def _is_bare(threshold: Threshold) -> bool:
    whole = threshold.unit == "%" and threshold.amount == _ALL
    return threshold.text.lstrip("-−")[0].isdigit() and threshold.amount != Decimal(0) and not whole
