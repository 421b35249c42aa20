"""Which things a clause surely means, and which scheduled items they are."""

from collections.abc import Iterable, Iterator

from generator.literals.lexicon import Known
from generator.literals.sense.scenes import Scene
from generator.literals.sense.things import Thing
from generator.model.breakdown import Phase, Wave
from generator.model.text import ITEM_KINDS

DATED = (*ITEM_KINDS, "deliverable")
"""Kinds of what has days: a deliverable those of the task that makes it."""
_DEFINITE = frozenset({"the", "this", "its", "both", "all", "their", "first", "last"})


def meant_by(thing: Thing, scene: Scene) -> tuple[Known, ...]:
    """The entries for which words surely stand: a whole name, or near the text's own "the slab", "its windows"."""
    if not thing.by_word:
        return thing.items
    if scene.owner in thing.items:
        return (scene.owner,) if scene.owner else ()
    is_definite = not _DEFINITE.isdisjoint(scene.clause.texts[max(0, thing.first - 2) : thing.first])
    return tuple(known for known in thing.items if is_definite and _is_near(known, scene))


def _is_near(known: Known, scene: Scene) -> bool:
    """Tell whether an entry belongs to the same wave or phase as the text's own, or one waits for the other."""
    breakdown, owner = scene.reading.facts.schedule.breakdown, scene.owner
    for item in items_of((known,), scene):
        if owner is None or owner[0] not in ITEM_KINDS or item == owner[1]:
            return owner is not None and item == owner[1]
        if any(each.id == owner[1] for each in _above(item, scene)):
            continue
        links = {link.on for each in (item, owner[1]) for link in getattr(breakdown.items[each], "depends_on", ())}
        if breakdown.parents.get(item) != breakdown.parents.get(owner[1]) and not links & {item, owner[1]}:
            return False
    return known[0] in DATED


def _above(item: str, scene: Scene) -> Iterator[Phase | Wave]:
    """What an item belongs to, step by step."""
    parent = scene.reading.facts.schedule.breakdown.parent(item)
    while parent is not None:
        yield parent
        parent = scene.reading.facts.schedule.breakdown.parent(parent.id)


def items_of(things: Iterable[Known], scene: Scene) -> Iterator[str]:
    """Ids of what is scheduled: a thing itself, or the task that delivers it."""
    for kind, name in things:
        if kind == "deliverable":
            yield from (task.id for task in scene.reading.facts.schedule.breakdown.makers.get(name, ()))
        elif kind in ITEM_KINDS:
            yield name
