"""A threshold can never be reached: a share above all, or a figure below nothing.

Uptime, coverage or a rate of errors is a part of a whole. A target beyond it is never met, an alert beyond it never
fires.

Fails:

```yaml
title: Example
targets: {coverage: {name: Test coverage, threshold: "> 100%"}}
```

Passes:

```yaml
title: Example
targets: {coverage: {name: Test coverage, threshold: "> 90%"}}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import Alert, Target
from generator.model.plan import Plan
from generator.rules._figures import singular, words

SEVERITY = Severity.ERROR
_PARTS = singular("uptime", "availability", "coverage", "success", "hit", "miss", "error", "failure", "loss")
"""Words of figures that are part of a whole."""
_BELOW_ZERO = re.compile(r"°|[£$€]|(?:dB\w*|LUFS|m?V|[cm]?m|EUR|USD|GBP)$")
"""Units in which a figure may be negative: degrees, levels, heights, money."""
_ALL = 100


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each threshold of a target or an alert that no figure can satisfy."""
    figures: list[Target | Alert] = [*plan.targets.values(), *plan.alerts.values()]
    for each in figures:
        limit = _limit(each)
        if limit:
            message = f'no figure is "{each.threshold}"'
            yield Problem((*each.pointer, "threshold"), f"{message}: {limit}", "check the number and its sign")


def _limit(each: Target | Alert) -> str | None:
    """Say what keeps a figure from reaching its threshold; nothing where it can."""
    threshold = each.threshold
    if threshold.operator == "<" and threshold.amount == 0 and not _BELOW_ZERO.match(threshold.unit):
        return "nothing is below 0"
    is_part = threshold.unit == "%" and not threshold.of and bool(_PARTS & words(each))
    beyond = threshold.amount > _ALL or (threshold.operator == ">" and threshold.amount == _ALL)
    return f"nothing is above {_ALL}%" if is_part and beyond and threshold.operator in (">", ">=", "=") else None
