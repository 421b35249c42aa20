"""A wave has no team, where most waves have one.

Totals and load are added up from the teams; a wave without one is done by nobody and missing from every sum.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer}}
waves:
  wave-1: {name: One, team: {developer: 2}, tasks: {a: {name: A, duration: 5d}}}
  wave-2: {name: Two, team: {developer: 2}, tasks: {b: {name: B, duration: 5d}}}
  wave-3: {name: Three, team: {developer: 2}, tasks: {c: {name: C, duration: 5d}}}
  wave-4: {name: Four, tasks: {d: {name: D, duration: 5d}}}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer}}
waves:
  wave-1: {name: One, team: {developer: 2}, tasks: {a: {name: A, duration: 5d}}}
  wave-2: {name: Two, team: {developer: 2}, tasks: {b: {name: B, duration: 5d}}}
  wave-3: {name: Three, team: {developer: 2}, tasks: {c: {name: C, duration: 5d}}}
  wave-4: {name: Four, team: {developer: 1}, tasks: {d: {name: D, duration: 5d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each wave without people, where `most` per cent of the waves have some."""
    for wave, having in gaps(plan.waves.values(), lambda wave: wave.team, most=most):
        message = f'"{wave.id}" has no team, {having} waves have one'
        yield Problem(wave.pointer, message, 'give it "team": role and number of people')
