"""Two items that can be scheduled have the same id.

Phases, waves, tasks, milestones and checkpoints share one namespace: a dependency on a name that stands twice could
mean either.

Fails:

```yaml
title: Example
tasks:
  launch: {name: Launch, duration: 2d}
milestones:
  launch: {name: Launched}
```

Passes:

```yaml
title: Example
tasks:
  launch: {name: Launch, duration: 2d}
milestones:
  launched: {name: Launched}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.text import Item

SEVERITY = Severity.ERROR


def check(index: Index) -> Iterator[Problem]:
    """Yield each item whose id another has before it."""
    for first, second in index.duplicates:
        message = f'duplicate id "{second.id}" in "{_section(second)}", first in "{_section(first)}"'
        yield Problem(second.pointer, message, "rename one of them", (first.pointer,))


def _section(item: Item) -> str:
    return ".".join(map(str, item.pointer[:-1]))
