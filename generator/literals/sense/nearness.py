"""Which things a clause surely means, and which scheduled items they are."""

from collections.abc import Iterable, Iterator

from generator.literals.lexicon import Known
from generator.literals.sense.scenes import Scene
from generator.literals.sense.things import Thing
from generator.model.breakdown import Phase, Wave
from generator.model.text import ITEM_KINDS

DATED = (*ITEM_KINDS, "deliverable")
"""Kinds of what has days: a deliverable those of the task that makes it."""
_WHOLES = ("wave", "phase")
_DEFINITE = frozenset({"the", "this", "its", "both", "all", "their", "our", "first", "last"})


def meant_by(thing: Thing, scene: Scene) -> tuple[Known, ...]:
    """The entries for which words surely stand: a whole name, or near the text's own "the slab", "its windows"."""
    if not thing.by_word:
        return thing.items
    if scene.owner in thing.items:
        return (scene.owner,) if scene.owner else ()
    if not is_definite(thing, scene):
        return ()
    return tuple(known for known in thing.items if _is_near(known, scene) or _is_called(known, thing, scene))


def _is_called(known: Known, thing: Thing, scene: Scene) -> bool:
    """Tell whether a text about the whole plan means a wave or phase by its one word: "the campaign"."""
    said = scene.clause.texts[thing.first : thing.last + 1]
    called = scene.reading.facts.names[known]
    return scene.owner is None and known[0] in _WHOLES and said in ((called.name.lower(),), (called.short.lower(),))


def is_definite(thing: Thing, scene: Scene) -> bool:
    """Tell whether something certain is meant: "the slab", or a subject without an article, as "painting takes"."""
    texts, first = scene.clause.texts, thing.first
    return not _DEFINITE.isdisjoint(texts[max(0, first - 2) : first]) or _is_bare(thing, scene)


def _is_bare(thing: Thing, scene: Scene) -> bool:
    """Tell whether a subject needs no article: only one entry of those that have days has its word."""
    texts, first = scene.clause.texts, thing.first
    if (first and texts[first - 1] != ",") or not texts[thing.last].endswith(("ing", "s")) or first != thing.last:
        return False
    every = scene.reading.topics.by_word.get(scene.clause.words[first].bare, frozenset())
    return len(set(items_of((known for known in every if known[0] in DATED), scene))) == 1


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
