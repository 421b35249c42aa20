"""A wave's test lacks what most tests of the plan have: a command, an owner, or when it counts as passed.

A level of tests that cannot be run, or is run by nobody, is a row in a table.

Fails:

```yaml
title: Example
waves:
  wave-1:
    name: Service
    tasks: {api: {name: API, duration: 3d}}
    tests:
      - {level: Unit, covers: Every rule, command: make unit}
      - {level: Contract, covers: Every route, command: make contract}
      - {level: Security, covers: Foreign keys, command: make security}
      - {level: Load, covers: Expected load}
```

Passes:

```yaml
title: Example
waves:
  wave-1:
    name: Service
    tasks: {api: {name: API, duration: 3d}}
    tests:
      - {level: Unit, covers: Every rule, command: make unit}
      - {level: Contract, covers: Every route, command: make contract}
      - {level: Security, covers: Foreign keys, command: make security}
      - {level: Load, covers: Expected load, command: make load}
```
"""

from collections.abc import Iterator
from operator import attrgetter

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING
_HELP = {
    "command": "say how it is run",
    "owner": "say who runs it",
    "passes": "say when it counts as passed",
}


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each test without what `most` per cent of all waves' tests have."""
    for key, help_text in _HELP.items():
        every = [test for wave in plan.waves.values() for test in wave.tests]
        for test, share in gaps(every, attrgetter(key), most=most):
            _, wave, *_ = test.pointer
            told = f'test "{test.level}" of "{wave}" has no "{key}"; {share} tests have one'
            yield Problem(test.pointer, told, help_text)
