"""A rule or family is named that there is not.

A misspelt name under `checks` or `waivers` changes nothing, while its author believes that it does.

Fails:

```yaml
title: Example
checks: {wave-week: off}
```

Passes:

```yaml
title: Example
checks: {wave-weeks: warning}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import did_you_mean
from generator.model.plan import Plan
from generator.rules._catalogue import rules
from generator.rules._file_checks import FILE_CHECKS
from generator.rules._settings import families

SEVERITY = Severity.ERROR
_HELP = "planpress rules lists them"


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each name under `checks` that is no rule or family, and each under `waivers` that is no rule."""
    known = (*rules(), *families())
    for name in plan.checks:
        if name not in known and name not in FILE_CHECKS:
            told = f'unknown rule or family "{name}"'
            yield Problem(("checks", name), told, did_you_mean(name, known) or _HELP, at_key=True)
    for waiver in plan.waivers:
        if waiver.rule not in rules() and waiver.rule not in FILE_CHECKS:
            told = did_you_mean(waiver.rule, rules()) or _HELP
            yield Problem((*waiver.pointer, "rule"), f'unknown rule "{waiver.rule}"', told)
