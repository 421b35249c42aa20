"""Two entries of a kind name what, by its words, belongs to the other.

Neither is wrong for a reader who knows only the ids; together they show that two lines have changed places.

Fails:

```yaml
title: Example
tasks:
  printing: {name: Printing, duration: 2d, delivers: archive-disk}
  archive: {name: Archive, duration: 1d, delivers: printed-copies}
deliverables:
  printed-copies: {name: Printed copies}
  archive-disk: {name: Archive disk}
```

Passes:

```yaml
title: Example
tasks:
  printing: {name: Printing, duration: 2d, delivers: printed-copies}
  archive: {name: Archive, duration: 1d, delivers: archive-disk}
deliverables:
  printed-copies: {name: Printed copies}
  archive-disk: {name: Archive disk}
```
"""

from collections.abc import Iterable, Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.text import ITEM_KINDS, Item
from generator.rules.structure._kinship import Pairing, crossed, told_of

SEVERITY = Severity.WARNING
_NAMED = {
    ("task", "delivers"): ("deliverable",),
    ("milestone", "depends_on"): ITEM_KINDS,
    ("milestone", "wave"): ITEM_KINDS,
    ("wave", "phase"): ITEM_KINDS,
    ("checkpoint", "scope"): ITEM_KINDS,
    ("criterion", "items"): ITEM_KINDS,
    ("criterion", "target"): ("target",),
    ("risk", "affects"): ITEM_KINDS,
    ("risk", "rollback"): ("rollback",),
    ("source", "ready"): ITEM_KINDS,
    ("target", "source"): ("source",),
    ("alert", "source"): ("source",),
    ("alert", "target"): ("target",),
    ("role", "calendar"): ("calendar",),
}


def check(index: Index) -> Iterator[Problem]:
    """Yield each two entries of which each would fit what the other names, and does not fit its own."""
    for (kind, key), kinds in _NAMED.items():
        pairings = (_named(item, key, kinds, index) for item in index.by_kind[kind].values())
        for one, other in crossed(pairings):
            message = f'"{one.id}" and "{other.id}" name under "{key}" what by its words is the other\'s'
            yield Problem((*one.pointer, key), message, "swap the two", ((*other.pointer, key),))


def _named(item: Item, key: str, kinds: tuple[str, ...], index: Index) -> Pairing:
    found = (index.find(each, kinds) for each in _references(getattr(item, key)))
    named = frozenset(word for each in found if each for word in told_of(each[1]))
    return Pairing(item, told_of(item), named)


def _references(value: object) -> Iterable[str]:
    """The ids that a value names, be it one, several or a dependency."""
    for each in value if isinstance(value, tuple) else (value,):
        if each is not None:
            yield str(getattr(each, "on", each))
