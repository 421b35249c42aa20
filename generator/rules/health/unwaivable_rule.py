"""A check is turned down or waived that nobody can do without.

Where a file does not read as a plan, a reference leads nowhere or work waits for itself, there are no dates: no
setting and no waiver makes any. A waiver that covers nothing cannot be waived either.

Fails:

```yaml
title: Example
checks: {dependency-cycle: off}
```

Passes:

```yaml
title: Example
checks: {wave-weeks: info}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.checks import OFF
from generator.model.plan import Plan
from generator.rules._catalogue import rules
from generator.rules._file_checks import FILE_CHECKS
from generator.rules._settings import level_pointer, level_written
from generator.rules._waivers import can_be_waived

SEVERITY = Severity.ERROR
_LOWER = (OFF, Severity.WARNING, Severity.INFO)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each setting and waiver of such a check."""
    for name, setting in plan.checks.items():
        level = level_written(setting)
        if _is_firm(name) and level in _LOWER:
            told = f'"{name}" cannot be turned {"off" if level == OFF else "down"}: without it there are no dates'
            yield Problem(level_pointer(name, setting), told, "mend what it finds")
    for waiver in plan.waivers:
        rule = rules().get(waiver.rule)
        if waiver.rule in FILE_CHECKS or (rule and not can_be_waived(rule)):
            yield Problem((*waiver.pointer, "rule"), f'"{waiver.rule}" cannot be waived', "mend what it finds")


def _is_firm(name: str) -> bool:
    return name in FILE_CHECKS or (name in rules() and rules()[name].blocks)
