"""Two phases or waves have the same label.

Tables and charts tell waves by their labels; what is said of one is then read of the other.

Fails:

```yaml
title: Example
waves:
  service: {name: Service, label: Wave 2, tasks: {api: {name: API, duration: 3d}}}
  surface: {name: Surface, tasks: {pages: {name: Pages, duration: 4d}}}
```

Passes:

```yaml
title: Example
waves:
  service: {name: Service, label: Wave 1, tasks: {api: {name: API, duration: 3d}}}
  surface: {name: Surface, tasks: {pages: {name: Pages, duration: 4d}}}
```
"""

from collections.abc import Iterator, Mapping

from generator.findings import Problem, Severity
from generator.model.breakdown import Phase, Wave
from generator.model.naming import Called
from generator.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, names: Mapping[tuple[str, str], Called]) -> Iterator[Problem]:
    """Yield each phase or wave that is labelled as one before it, by its author or by its place in the file."""
    kinds: tuple[tuple[str, tuple[Phase | Wave, ...]], ...] = (
        ("phase", tuple(plan.phases.values())),
        ("wave", tuple(plan.waves.values())),
    )
    for kind, items in kinds:
        first: dict[str, str] = {}
        for item in items:
            label = names[kind, item.id].label
            before = first.setdefault(label.casefold(), item.id)
            if before != item.id:
                pointer = (*item.pointer, "label") if item.label else item.pointer
                told = f'"{item.id}" and "{before}" are both called "{label}"'
                yield Problem(pointer, told, "give one of them another label")
