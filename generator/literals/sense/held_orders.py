"""What is said to come before, after or beside what, where the schedule has it otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from generator.literals.claims import Claim
from generator.literals.sense.nearness import DATED, items_of, meant_by
from generator.literals.sense.relations import Relation, in_turn, is_begun, is_done, is_under_way, relation_in
from generator.literals.sense.scenes import Scene
from generator.literals.sense.vocabulary import DOUBTS, ENDING, PRONOUNS
from generator.model.text import ITEM_KINDS
from generator.patterns import any_of
from generator.scheduling.schedule import Dates

_MEANT = PRONOUNS | {"then", "nobody", "nothing", "everything", "everybody"}
_WEIGHED = DOUBTS - {"not", "never", "no", "nobody", "none", "nothing", "without", "cannot", "can't"}
_OVER = frozenset({"has", "have", "over", "done", "finished", "complete", "ended"})
_PASSED = frozenset({"passed", "declared", "accepted", "signed", "held"})
"""What is done only when something is that, is done after it."""
_IN_TURN = ("before", "after", "follow", "earlier", "later")
_BESIDE = frozenset({"in", "of", "to", "at", "from", "with", "for", "on", "by"})
_LEADING = frozenset({"and", "but", "then", "so", "the", "its", "all", "both", "our"})
_STATES = frozenset({"is", "are", "been"})
"""Before an unknown word they tell what else happens to a thing: "before the oven is lit"."""
_MOST_UNKNOWN = {"main": 1, "other": 2}


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
    relation = _relation(scene) if _WEIGHED.isdisjoint(texts) else None
    if relation is None or _is_distance(relation, scene):
        return
    if relation.kind == "when" and not _is_when_done(relation, texts):
        return
    main, other = _part(relation.main, scene, is_main=True), _part(relation.other, scene, is_main=False)
    if main is None or other is None or not main.items or not other.items:
        return
    if relation.kind == "when" and "only" in texts and ENDING.isdisjoint(texts[each] for each in relation.main):
        main = replace(main, is_done=False)
    pairs = [(one, each) for one, each in product(main.items, other.items) if not _is_part(one, each, scene)]
    if pairs and all(_is_false(relation, one, each, (main, other), scene) for one, each in pairs):
        places = (*relation.mark, *relation.other, *relation.main)
        yield scene.claim("order", min(places), max(places), _fact(*pairs[0], scene))


def _is_when_done(relation: Relation, texts: tuple[str, ...]) -> bool:
    other = {texts[each] for each in relation.other}
    return not _OVER.isdisjoint(other) or ("only" in texts and not _PASSED.isdisjoint(other))


def _is_distance(relation: Relation, scene: Scene) -> bool:
    """Tell whether an end is told by its distance, "it ends two days before", which is judged as such."""
    is_told = any(said.amount.last + 1 in relation.mark for said in scene.lengths)
    texts = tuple(scene.clause.texts[each] for each in relation.main)
    return is_told and is_done(texts) and not is_begun(texts)


def _relation(scene: Scene) -> Relation | None:
    """Words that mark an order; "first" at the end of a clause does where that is about one thing alone."""
    texts = scene.clause.texts
    found = relation_in(texts)
    turn = None if found else in_turn(texts)
    return found or (turn if turn and len(scene.things_but_people) < 2 else None)  # noqa: PLR2004 - one thing


def of_clause(scene: Scene, before: Scene) -> Iterator[Claim]:
    """Yield the order within a clause behind others: "…, and the sun screens come before it"."""
    relation = relation_in(scene.clause.texts)
    if relation and relation.kind in _IN_TURN and relation.mark[0] > 0 and relation.main and relation.other:
        begin = relation.main[0]
        subject = next((thing for thing in scene.things if thing.first in relation.main), None)
        if subject and all(text in _LEADING for text in scene.clause.texts[begin : subject.first]):
            yield from claims(replace(scene, previous=before))


def _part(places: range, scene: Scene, *, is_main: bool) -> _Part | None:
    """Read one side, which is about the text's entry where it names none; nothing where it is of something else."""
    texts = tuple(scene.clause.texts[each] for each in places)
    things = [known for thing in scene.things if thing.first in places for known in meant_by(thing, scene)]
    named = tuple(items_of((known for known in things if known[0] in DATED), scene))
    unknown = [index for index in scene.unknown(0, -1, _VERBS) if index in places]
    own = frozenset().union(*(scene.reading.topics.words.get(known, ()) for known in things))
    is_of_a_thing = not is_main and any(
        scene.clause.texts[index - 1] in _STATES and scene.clause.words[index].bare not in own
        for index in unknown
        if index
    )
    if is_of_a_thing or len(unknown) > _MOST_UNKNOWN["main" if is_main else "other"]:
        return None
    is_pronoun = (is_main and not texts) or any(
        text in _MEANT and not (text in ("both", "all") and index and texts[index - 1] in _BESIDE)
        for index, text in enumerate(texts)
    )
    if not named and (is_pronoun or not places) and scene.owner and scene.owner[0] in ITEM_KINDS:
        named = (scene.owner[1],)
    elif not named and is_pronoun:
        named = tuple(items_of(scene.before[:1], scene))
    if is_pronoun and scene.previous and not things:
        named = (*named, *items_of((known for known in scene.previous.named(*DATED)), scene))
    return _Part(tuple(dict.fromkeys(named)), is_done(texts), is_begun(texts), is_under_way(texts))


_VERBS = any_of(
    """
    begin begins start starts finish finishes end ends come comes go goes open opens run runs stand stands
    hang hangs started begun finished ended closed opened set sets work works built laid poured cast made
    written drawn sent first last done over ready complete through final whole wait waits waiting depend
    depends passed declared accepted signed held
    """
)


def _is_part(one: str, other: str, scene: Scene) -> bool:
    """Tell whether of two items one belongs to the other."""
    breakdown = scene.reading.facts.schedule.breakdown
    members = {task.id for task in breakdown.tasks_within(one)} & {task.id for task in breakdown.tasks_within(other)}
    return one != other and (bool(members) or other in breakdown.members.get(one, ()))


def _is_false(relation: Relation, one: str, other: str, parts: tuple[_Part, _Part], scene: Scene) -> bool:
    """Tell whether the schedule has two items in another order; one is never before itself."""
    schedule = scene.reading.facts.schedule
    depends = any(link.on == other for link in getattr(schedule.breakdown.items[one], "depends_on", ()))
    if one == other or (depends and relation.kind == "after"):
        return False
    times = schedule.dates[one], schedule.dates[other]
    if relation.kind in ("while", "as", "by then", "follow", "earlier", "later"):
        return not relation.is_denied and _is_not_beside(relation, times, parts)
    return _is_not_in_order(relation, times, parts)


def _is_not_beside(relation: Relation, times: tuple[Dates, Dates], parts: tuple[_Part, _Part]) -> bool:
    (one, other), (main, side) = times, parts
    if relation.kind in ("earlier", "later"):
        first, second = (other, one) if relation.kind == "earlier" else (one, other)
        return first.early_start <= second.early_start and first.early_finish <= second.early_finish
    if relation.kind == "by then":
        return one.early_finish > other.early_finish and not main.is_under_way
    if relation.kind == "follow":
        return one.early_finish <= other.early_start
    is_told = relation.kind == "while" or (main.is_begun and (side.is_begun or side.is_done))
    return is_told and (one.early_finish <= other.early_start or other.early_finish <= one.early_start)


def _is_not_in_order(relation: Relation, times: tuple[Dates, Dates], parts: tuple[_Part, _Part]) -> bool:
    (one, other), (main, side) = times, parts
    is_end = main.is_done and not main.is_begun
    at = other.early_finish if side.is_done else other.early_start
    when = one.early_finish if is_end else one.early_start
    if relation.kind == "until" or (relation.kind == "before" and relation.is_denied):
        return relation.is_denied and one.early_start < at
    if relation.kind == "before":
        return when > at if is_end else when >= at
    return not relation.is_denied and when < (other.early_start if side.is_begun else other.early_finish)


def _fact(one: str, other: str, scene: Scene) -> str:
    dates = scene.reading.facts.schedule.dates
    if dates[one].early_start == dates[other].early_start:
        return f'"{one}" begins together with "{other}"'
    if dates[one].early_start < dates[other].early_start:
        return f'"{one}" begins before "{other}"'
    return (
        f'"{one}" begins after "{other}" has begun'
        if dates[one].early_start < dates[other].early_finish
        else (f'"{one}" begins after the end of "{other}"')
    )
