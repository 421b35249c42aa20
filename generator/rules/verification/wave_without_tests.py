"""A wave does not say how its work is tested, although most do.

The testing strategy has a part for each wave; a wave that is missing there is tested as time allows.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}, tests: [{level: Contract, covers: Every route}]}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}, tests: [{level: Visual, covers: Every page}]}
  wave-3: {name: Import, tasks: {import: {name: Import, duration: 3d}}}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}, tests: [{level: Contract, covers: Every route}]}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}, tests: [{level: Visual, covers: Every page}]}
  wave-3: {name: Import, tasks: {import: {name: Import, duration: 3d}}, tests: [{level: Data, covers: Broken files}]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 60) -> Iterator[Problem]:
    """Yield each wave without tests of its own, where `most` per cent have some."""
    for wave, share in gaps(plan.waves.values(), lambda each: each.tests, most=most):
        told = f'"{wave.id}" does not say how it is tested; {share} waves do'
        yield Problem(wave.pointer, told, "list its tests: level, what it covers, when it is passed, command, owner")
