"""Two items of a kind have each other's names.

Whoever reads the one is told of the other: an id is the word for an item in the plan file, its name the word for it
in the documents.

Fails:

```yaml
title: Example
tasks:
  print: {name: Binding, duration: 2d}
  bind: {name: Printing, duration: 1d, depends_on: print}
```

Passes:

```yaml
title: Example
tasks:
  print: {name: Printing, duration: 2d}
  bind: {name: Binding, duration: 1d, depends_on: print}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.text import Item
from generator.rules.structure._kinship import Pairing, crossed, words_of

SEVERITY = Severity.WARNING


def check(index: Index) -> Iterator[Problem]:
    """Yield each two items of which each is called as the other by its id, and not as itself."""
    for items in index.by_kind.values():
        for key in ("name", "short"):
            for one, other in crossed(_called(item, key) for item in items.values()):
                message = f'"{one.id}" is called as "{other.id}", and "{other.id}" as "{one.id}"'
                yield Problem((*one.pointer, key), message, "swap the two names", ((*other.pointer, key),))


def _called(item: Item, key: str) -> Pairing:
    name = getattr(item, key) if key in type(item).model_fields else None
    return Pairing(item, words_of(item.id), words_of(name))
