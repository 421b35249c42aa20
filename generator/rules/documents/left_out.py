"""An entry leaves out what nearly all of its kind have, and what dates are held against or documents tell.

A wave without weeks is never late, and a meeting without a time is never in the way of another, so that the gap hides
what the others would show.

Fails:

```yaml
title: Example
waves:
  earth: {name: Earth, weeks: 1-1, tasks: {ear: {name: Do earth, duration: 5d, start: W1D1}}}
  walls: {name: Walls, weeks: 2-2, tasks: {wal: {name: Do walls, duration: 5d, start: W2D1}}}
  roof: {name: Roof, weeks: 3-3, tasks: {roo: {name: Do roof, duration: 5d, start: W3D1}}}
  floor: {name: Floor, tasks: {flo: {name: Do floor, duration: 5d, start: W4D1}}}
```

Passes:

```yaml
title: Example
waves:
  earth: {name: Earth, weeks: 1-1, tasks: {ear: {name: Do earth, duration: 5d, start: W1D1}}}
  walls: {name: Walls, weeks: 2-2, tasks: {wal: {name: Do walls, duration: 5d, start: W2D1}}}
  roof: {name: Roof, weeks: 3-3, tasks: {roo: {name: Do roof, duration: 5d, start: W3D1}}}
  floor: {name: Floor, weeks: 4-4, tasks: {flo: {name: Do floor, duration: 5d, start: W4D1}}}
```
"""

from collections.abc import Iterator
from operator import attrgetter

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING
_ENOUGH = 3
_HELD = {
    "phases": ("weeks", "label"),
    "waves": ("weeks", "label"),
    "sources": ("steps",),
    "targets": ("measured",),
    "meetings": ("at",),
}


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each entry without a field that `most` per cent of its kind have, and three at least."""
    for section, keys in _HELD.items():
        entries = getattr(plan, section).values()
        for key in keys:
            if sum(1 for each in entries if getattr(each, key)) >= _ENOUGH:
                for entry, having in gaps(entries, attrgetter(key), most=most):
                    message = f'"{entry.id}" has no "{key}"; {having} {section} have one'
                    yield Problem(entry.pointer, message, f'give it "{key}", as the others')
