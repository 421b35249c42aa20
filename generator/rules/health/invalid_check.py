"""A rule is given a level or an option that it cannot take.

A rule keeps its own weight and its defaults where what is written for it cannot be read, so the plan is checked
otherwise than its author believes.

Fails:

```yaml
title: Example
checks: {name-too-long: {limit: forty}}
```

Passes:

```yaml
title: Example
checks: {name-too-long: {severity: warning, limit: 30}, schedule: error}
```
"""

from collections.abc import Iterator, Mapping

from generator.findings import Problem, Severity
from generator.formatting import did_you_mean
from generator.model.checks import LEVELS
from generator.model.notation import describe
from generator.model.plan import Plan
from generator.rules._catalogue import rules
from generator.rules._settings import families, faults, level_pointer, level_written

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each level that is none, and each option that a rule does not have or cannot read."""
    for name, setting in plan.checks.items():
        yield from _level(name, setting)
        if name in rules() and isinstance(setting, Mapping):
            yield from faults(rules()[name], setting)
        elif name in families() and isinstance(setting, Mapping):
            yield from _options_of_family(name, setting)


def _level(name: str, setting: object) -> Iterator[Problem]:
    level = level_written(setting)
    if level is not None and level not in LEVELS:
        near = did_you_mean(str(level), LEVELS) or f"levels: {', '.join(LEVELS)}"
        yield Problem(level_pointer(name, setting), f"{describe(level)} is no level", near)


def _options_of_family(name: str, setting: Mapping[str, object]) -> Iterator[Problem]:
    for option in setting:
        if option != "severity":
            told = f'a family has no options: "{option}"'
            yield Problem(("checks", name, option), told, "write it below the rule that has it", at_key=True)
