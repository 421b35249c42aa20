"""Two items of a kind have the same name.

Tables and charts show names, not ids: readers cannot tell the two apart, and take one for the other.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Earthworks, duration: 2d}
  fill: {name: Earthworks, duration: 1d, depends_on: dig}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Earthworks, duration: 2d}
  fill: {name: Backfill, duration: 1d, depends_on: dig}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.text import Item
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING
_FREE = frozenset({"target", "alert", "coordination", "assumption"})
"""What may be watched at two levels, or settled in two weeks, under one name."""


def check(index: Index, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each name that another item of the kind has before it; tasks of different waves may share one."""
    first: dict[tuple[str | None, ...], Item] = {}
    for kind, items in index.by_kind.items():
        for item in items.values() if kind not in _FREE else ():
            key = "title" if kind == "decision" else "name"
            name = getattr(item, key, None)
            group = breakdown.parents.get(item.id) if kind == "task" else None
            other = first.setdefault((kind, group, _plain(name)), item) if name else item
            if other is not item:
                message = f'{kind} "{item.id}" has the {key} of "{other.id}": "{name}"'
                yield Problem((*item.pointer, key), message, "tell them apart", ((*other.pointer, key),))


def _plain(name: str) -> str:
    """A name without what the eye does not see: case, and the width of its gaps."""
    return " ".join(name.casefold().split())
