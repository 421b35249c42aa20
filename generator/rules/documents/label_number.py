"""An item's id counts otherwise than its label does.

Phases, waves and checkpoints are numbered in the order of the file where they have no label or name of their own. An
id that says 3 under a label that says 2 misleads everybody who goes from the documents to the plan and back.

Fails:

```yaml
title: Example
waves:
  wave-2: {name: Service, tasks: {api: {name: API, duration: 3d}}}
  wave-1: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
  wave-2: {name: Service, tasks: {api: {name: API, duration: 3d}}}
```
"""

from collections.abc import Iterator, Mapping

from generator.findings import Problem, Severity
from generator.model.breakdown import Phase, Wave
from generator.model.naming import Called
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules._numbers import numbered

SEVERITY = Severity.WARNING


def check(plan: Plan, names: Mapping[tuple[str, str], Called]) -> Iterator[Problem]:
    """Yield each phase, wave and checkpoint with two numbers."""
    kinds: tuple[tuple[str, tuple[Phase | Wave | Checkpoint, ...]], ...] = (
        ("phase", tuple(plan.phases.values())),
        ("wave", tuple(plan.waves.values())),
        ("checkpoint", tuple(plan.checkpoints.values())),
    )
    for kind, items in kinds:
        for item in items:
            label = names[kind, item.id].label
            if _differ(item.id, label):
                told = f'"{item.id}" is called "{label}" in the documents'
                yield Problem(_place(item), told, f"put each {kind} at its place in the file, or correct id or label")


def _differ(item: str, label: str) -> bool:
    """Tell whether the same word ends in another number."""
    one, other = numbered(item), numbered(label)
    if not one or not other:
        return False
    return _word(one[0]) == _word(other[0]) and one[1] != other[1]


def _word(stem: str) -> str:
    return "".join(filter(str.isalnum, stem.casefold()))


def _place(item: Phase | Wave | Checkpoint) -> tuple[str | int, ...]:
    key = "name" if isinstance(item, Checkpoint) else "label"
    return (*item.pointer, key) if getattr(item, key) else item.pointer
