"""What is said to come before, after or beside what, where the schedule has it otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.sense.relations import Relation, is_begun, is_done, is_under_way, relation_in
from generator.literals.sense.scenes import Scene
from generator.literals.sense.things import Thing
from generator.literals.sense.vocabulary import DOUBTS, PRONOUNS
from generator.model.text import ITEM_KINDS
from generator.patterns import any_of
from generator.scheduling.schedule import Dates

_KINDS = (*ITEM_KINDS, "deliverable")
_MEANT = PRONOUNS | {"then", "nobody", "nothing", "everything", "everybody"}
_WEIGHED = DOUBTS - {"not", "never", "no", "nobody", "none", "nothing", "without", "cannot", "can't"}
_WAITING = frozenset({"wait", "waits", "depend", "depends", "hang", "hangs", "hinges", "waiting", "held"})
_NOBODY = ("nobody", "nothing", "none", "no")
_MOST_UNKNOWN = {"main": 1, "other": 2}
_DEFINITE = frozenset({"the", "this", "its", "both", "all", "their", "first", "last"})


@dataclass(frozen=True)
class _Part:
    """What one side of a statement speaks of, and of which of its ends."""

    items: tuple[str, ...]
    is_done: bool
    is_begun: bool
    is_under_way: bool


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the order that a statement tells, where all that it may speak of is in another one."""
    texts = scene.clause.texts
    relation = relation_in(texts) if _WEIGHED.isdisjoint(texts) else None
    if texts[0] in _NOBODY:
        yield from _of_none(scene)
    if relation is None or (relation.kind == "when" and not is_done(tuple(texts[each] for each in relation.other))):
        return
    main, other = _part(relation.main, scene, is_main=True), _part(relation.other, scene, is_main=False)
    if main is None or other is None or not main.items or not other.items:
        return
    dates = scene.reading.facts.schedule.dates
    pairs = list(product(main.items, other.items))
    if all(not _are_linked(one, each, relation, scene) for one, each in pairs) and all(
        _is_false(relation, (main, dates[one]), (other, dates[each])) for one, each in pairs
    ):
        first, last = (
            min(relation.mark[0], *relation.other, *relation.main),
            max(relation.mark[1], *relation.other, *relation.main),
        )
        yield scene.claim("order", first, last, _fact(*pairs[0], scene))


def _of_none(scene: Scene) -> Iterator[Claim]:
    """Judge "nobody has to wait for it": an entry that others depend on."""
    texts, owner = scene.clause.texts, scene.owner
    if (
        not owner
        or owner[0] not in ITEM_KINDS
        or _WAITING.isdisjoint(texts)
        or not {"it", "this", "that"} & set(texts)
    ):
        return
    items = scene.reading.facts.schedule.breakdown.items.values()
    waiting = [each.id for each in items if any(link.on == owner[1] for link in getattr(each, "depends_on", ()))]
    if waiting and not scene.unknown(0, -1, _WAITING | {"else"}):
        yield scene.claim("order", 0, len(texts) - 1, f'"{waiting[0]}" depends on "{owner[1]}"')


def _part(places: range, scene: Scene, *, is_main: bool) -> _Part | None:
    """Read one side, which is about the text's entry where it names none; nothing where it is of something else."""
    texts = tuple(scene.clause.texts[each] for each in places)
    things = [thing for thing in scene.things if thing.first in places and _is_meant(thing, scene)]
    named = tuple(name for thing in things for name in _items(thing.of(*_KINDS), scene))
    unknown = [index for index in scene.unknown(0, -1, _VERBS) if index in places]
    if len(unknown) > _MOST_UNKNOWN["main" if is_main else "other"]:
        return None
    is_pronoun = not _MEANT.isdisjoint(texts) or (is_main and not texts)
    if not named and (is_pronoun or not places) and scene.owner and scene.owner[0] in ITEM_KINDS:
        named = (scene.owner[1],)
    elif not named and is_pronoun:
        named = tuple(_items(scene.before[:1], scene))
    return _Part(tuple(dict.fromkeys(named)), is_done(texts), is_begun(texts), is_under_way(texts))


def _is_meant(thing: Thing, scene: Scene) -> bool:
    """Tell whether a word that is part of a name surely stands for that entry: "the slab", "its windows"."""
    before = scene.clause.texts[max(0, thing.first - 2) : thing.first]
    is_near = all(_is_near(known, scene) for known in thing.items)
    return not thing.by_word or (is_near and not _DEFINITE.isdisjoint(before))


def _is_near(known: Known, scene: Scene) -> bool:
    """Tell whether an entry belongs to the same wave or phase as the text's own, or one waits for the other."""
    breakdown, owner = scene.reading.facts.schedule.breakdown, scene.owner
    for item in _items((known,), scene):
        if owner is None or owner[0] not in ITEM_KINDS or item == owner[1]:
            return owner is not None and item == owner[1]
        links = {link.on for each in (item, owner[1]) for link in getattr(breakdown.items[each], "depends_on", ())}
        if breakdown.parents.get(item) != breakdown.parents.get(owner[1]) and not links & {item, owner[1]}:
            return False
    return known[0] in _KINDS


_VERBS = any_of(
    """
    begin begins start starts finish finishes end ends come comes go goes open opens run runs stand stands
    hang hangs started begun finished ended closed opened set sets work works built laid poured cast made
    written drawn sent first last done over ready complete through final whole wait waits waiting depend
    depends
    """
)


def _items(things: tuple[Known, ...], scene: Scene) -> Iterator[str]:
    """Ids of what is scheduled: a thing itself, or the task that delivers it."""
    for kind, name in things:
        if kind == "deliverable":
            yield from (task.id for task in scene.reading.facts.schedule.breakdown.tasks if name in task.delivers)
        elif kind in ITEM_KINDS:
            yield name


def _are_linked(one: str, other: str, relation: Relation, scene: Scene) -> bool:
    """Tell whether two are one, or part of one another, or the one depends on the other as is said."""
    breakdown = scene.reading.facts.schedule.breakdown
    within = {task.id for task in breakdown.tasks_within(one)} & {task.id for task in breakdown.tasks_within(other)}
    depends = any(link.on == other for link in getattr(breakdown.items[one], "depends_on", ()))
    return (
        one == other
        or bool(within)
        or other in breakdown.members.get(one, ())
        or (depends and relation.kind == "after")
    )


def _is_false(relation: Relation, main: tuple[_Part, Dates], other: tuple[_Part, Dates]) -> bool:
    (part, one), (side, each) = main, other
    at = each.early_finish if side.is_done else each.early_start
    when = one.early_finish if part.is_done and not part.is_begun else one.early_start
    if relation.kind == "by then":
        return not relation.is_denied and one.early_finish > each.early_finish and not part.is_under_way
    if relation.kind == "follow":
        return not relation.is_denied and one.early_finish <= each.early_start
    if relation.kind in ("while", "as"):
        is_told = relation.kind == "while" or (part.is_begun and (side.is_begun or side.is_done))
        is_apart = one.early_finish <= each.early_start or each.early_finish <= one.early_start
        return is_told and not relation.is_denied and is_apart
    if relation.kind == "until" or (relation.kind == "before" and relation.is_denied):
        return relation.is_denied and one.early_start < at
    if relation.kind == "before":
        return when > at if part.is_done and not part.is_begun else when >= at
    return not relation.is_denied and when < (each.early_start if side.is_begun else each.early_finish)


def _fact(one: str, other: str, scene: Scene) -> str:
    dates = scene.reading.facts.schedule.dates
    if dates[one].early_start < dates[other].early_start:
        return f'"{one}" begins before "{other}"'
    return (
        f'"{one}" begins after "{other}" has begun'
        if dates[one].early_start < dates[other].early_finish
        else (f'"{one}" begins after the end of "{other}"')
    )
