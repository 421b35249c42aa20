"""Two entries of a kind have each other's text: address, handle, command, topic, title or description.

Each text speaks of the other entry and not of its own, as after a line that was pasted in the wrong place.

Fails:

```yaml
title: Example
tasks:
  search: {name: Search, duration: 2d, owner: ada}
  import: {name: Import, duration: 2d, owner: bob}
roles: {developer: {name: Developer}}
people:
  ada: {name: Ada Byron, role: developer, contact: bob.bernstein@example.com}
  bob: {name: Bob Bernstein, role: developer, contact: ada.byron@example.com}
```

Passes:

```yaml
title: Example
tasks:
  search: {name: Search, duration: 2d, owner: ada}
  import: {name: Import, duration: 2d, owner: bob}
roles: {developer: {name: Developer}}
people:
  ada: {name: Ada Byron, role: developer, contact: ada.byron@example.com}
  bob: {name: Bob Bernstein, role: developer, contact: bob.bernstein@example.com}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.text import Item
from generator.rules.structure._kinship import Pairing, crossed, long_words_of

SEVERITY = Severity.WARNING
_TEXTS = {
    "person": ("contact",),
    "channel": ("handle",),
    "checkpoint": ("command",),
    "alert": ("query",),
    "coordination": ("topic",),
    "decision": ("title",),
    "deliverable": ("description",),
    "milestone": ("description",),
    "role": ("responsibilities",),
}


def check(index: Index) -> Iterator[Problem]:
    """Yield each two entries whose texts would fit each other, and do not fit their own."""
    for kind, keys in _TEXTS.items():
        for key in keys:
            for one, other in crossed(_told(item, key) for item in index.by_kind[kind].values()):
                message = f'the "{key}" of "{one.id}" speaks of "{other.id}", and that of "{other.id}" of "{one.id}"'
                yield Problem((*one.pointer, key), message, "swap the two", ((*other.pointer, key),))


def _told(item: Item, key: str) -> Pairing:
    own = long_words_of(item.id, getattr(item, "name", None) if key != "title" else None)
    return Pairing(item, own, long_words_of(getattr(item, key)))
