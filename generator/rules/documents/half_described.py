"""An entry leaves out what nearly all entries of its kind say.

The documents then have a gap in a table, or a part that is missing in one chapter and stands in all others.

Fails:

```yaml
title: Example
assumptions:
  access: {text: The cloud account is there, check: Asked on the first day}
  sandbox: {text: Suppliers have a sandbox, check: Asked with the contract}
  data: {text: Sample data may be used, check: In writing before the first import}
  rooms: {text: Both teams sit on one floor}
```

Passes:

```yaml
title: Example
assumptions:
  access: {text: The cloud account is there, check: Asked on the first day}
  sandbox: {text: Suppliers have a sandbox, check: Asked with the contract}
  data: {text: Sample data may be used, check: In writing before the first import}
  rooms: {text: Both teams sit on one floor, check: Shown by the plan of the building}
```
"""

from collections.abc import Collection, Iterator
from operator import attrgetter

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.text import Item
from generator.rules._gaps import gaps
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.INFO
_PRINTED = {
    "phases": ("goal", "rationale"),
    "waves": ("goal", "rationale", "isolation", "lead", "entry", "exit"),
    "tasks": ("description",),
    "milestones": ("description",),
    "deliverables": ("description",),
    "checkpoints": ("covers", "entry", "on_failure"),
    "meetings": ("agenda", "channel"),
    "channels": ("purpose",),
    "coordination": ("outcome", "agenda"),
    "roles": ("responsibilities",),
    "people": ("contact",),
    "decisions": ("by",),
    "assumptions": ("check",),
}
"""What the documents print of each kind, and no other rule asks for."""
_NOUNS = {"coordination": "coordination points"}


def check(plan: Plan, breakdown: Breakdown, *, most: int = 75) -> Iterator[Problem]:
    """Yield each entry without a field that `most` per cent of its kind have."""
    for section, keys in _PRINTED.items():
        entries: Collection[Item] = breakdown.tasks if section == "tasks" else getattr(plan, section).values()
        for key in keys:
            for entry, share in gaps(entries, attrgetter(key), most=most):
                told = f'"{entry.id}" has no "{key}"; {share} {_NOUNS.get(section, section)} have one'
                yield Problem(entry.pointer, told, f'give it "{key}", as the others')
