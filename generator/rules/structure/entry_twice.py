"""Two entries of a kind say the same.

One of them is a copy that was to be changed, or that was forgotten; what is told twice is counted twice.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 3d}}
criteria:
  built: {text: Every page works, items: build}
  done: {text: Every page works, items: build}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 3d}}
criteria:
  built: {text: Every page works, items: build}
  done: {text: Every page has been read by its owner, items: build}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.index import Index
from generator.model.text import Item

SEVERITY = Severity.WARNING
_SAID = {
    "target": ("name", "threshold"),
    "alert": ("name", "threshold"),
    "criterion": ("text", "items"),
    "risk": ("description", "mitigation"),
    "rollback": ("procedure", "trigger", "before"),
    "source": ("collects", "ready"),
    "meeting": ("on", "at", "audience", "agenda"),
    "channel": ("audience", "purpose"),
    "coordination": ("week", "outcome"),
    "decision": ("said", "does"),
    "assumption": ("text",),
    "deliverable": ("description",),
    "milestone": ("depends_on", "description"),
    "quota": ("note", "shares"),
}
"""What two entries of a kind do not both say, all of it, unless they are one."""


def check(index: Index) -> Iterator[Problem]:
    """Yield each entry that says what one of its kind has said before it."""
    for kind, keys in _SAID.items():
        first: dict[tuple[str, ...], Item] = {}
        for item in index.by_kind[kind].values():
            said = tuple(getattr(item, key) for key in keys)
            other = first.setdefault(tuple(map(str, said)), item) if all(said) else item
            if other is not item:
                message = f'{kind} "{item.id}" says the same as "{other.id}" ({joined(keys)})'
                yield Problem(item.pointer, message, "drop one, or say in which they differ", (other.pointer,))
