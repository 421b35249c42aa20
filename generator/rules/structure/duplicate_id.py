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

from generator.findings import Pointer, Problem, Severity
from generator.model.index import Index

SEVERITY = Severity.ERROR


def check(index: Index) -> Iterator[Problem]:
    """Yield each item whose id another has before it."""
    for first, second in index.duplicates:
        message = f'duplicate id "{second.id}" (first in "{_section(first.pointer)}")'
        yield Problem(second.pointer, message, "rename one of them")


def _section(pointer: Pointer) -> str:
    return ".".join(map(str, pointer[:-1]))
