"""What is said to wait for nothing, or to be waited for by nothing, and is tied to others."""

from collections.abc import Iterator

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.sense.nearness import items_of
from generator.literals.sense.people import agents
from generator.literals.sense.scenes import Scene
from generator.literals.sense.topic import kind_of, spoken_of, surely, tasks_of
from generator.literals.sense.vocabulary import PRONOUNS
from generator.patterns import any_of
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.waiting import waited_for

_WAITING = any_of("wait waits depend depends hang hangs hinge hinges rely relies builds build waiting")
_ON = (("for",), ("on",), ("upon",))
_NEEDING = frozenset({"needs", "need", "requires", "require", "presupposes"})
_NOTHING = frozenset({"nothing", "nobody", "none", "no", "neither"})
_BEFORE_IT = any_of(
    "predecessor predecessors prerequisite prerequisites precondition preconditions dependency dependencies"
)
_BEHIND_IT = frozenset({"successor", "successors"})
_STARTING = any_of("start starts begin begins started begun")
_AT_ONCE = ("at once", "immediately", "right away", "straight away", "at any time", "on day one")
_WEIGHED = any_of(
    "if would should might could perhaps maybe probably whether unless were once when after as soon until"
)
_FINISHED = any_of("finished done ready complete completed over")
_TOLD = _WAITING | _NEEDING | _BEFORE_IT | _BEHIND_IT | _STARTING | _FINISHED
_FILLING = _TOLD | any_of(
    "else other results result output outcome has have must be before it is first task tasks from"
)
_FREE = frozenset({"without", "independent", "independently", "irrespective", "regardless"})


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each freedom that an entry is said to have, and each link that it is said not to have."""
    spoken = scene.clause.spoken
    if _TOLD.isdisjoint(spoken) or not (
        _WEIGHED & spoken <= ({"once"} if "at once" in " ".join(scene.clause.texts) else set())
    ):
        return
    if not _NOTHING.isdisjoint(spoken):
        yield from _of_nothing(scene)
    yield from _of_freedom(scene)


def _of_nothing(scene: Scene) -> Iterator[Claim]:
    """Judge "it waits for nothing" and "nothing waits for it"."""
    texts = scene.clause.texts
    denied = next(index for index, text in enumerate(texts) if text in _NOTHING)
    verb = next((index for index, text in enumerate(texts) if text in _WAITING | _NEEDING), None)
    if not _BEFORE_IT.isdisjoint(texts) or not _BEHIND_IT.isdisjoint(texts):
        yield from _judged(spoken_of(scene, denied), denied, scene, is_before=not _BEFORE_IT.isdisjoint(texts))
    elif verb is not None and verb < denied and not (texts[verb] in _NEEDING and "from" not in texts):
        yield from _judged(spoken_of(scene, verb), denied, scene, is_before=True)
    elif verb is not None and denied < verb and texts[verb + 1 : verb + 2] in _ON:
        yield from _judged(_object(verb, scene), denied, scene, is_before=False)
    elif denied == 0 and texts[-2:-1] == ("before",) and not _FINISHED.isdisjoint(texts):
        yield from _judged(_object(len(texts) - 2, scene), denied, scene, is_before=True)


def _judged(items: tuple[Known, ...], denied: int, scene: Scene, *, is_before: bool) -> Iterator[Claim]:
    """Hold a denial against the links of all that it may be about, of the kind whose noun stands behind it."""
    items = _scheduled(items, scene)
    if not items or scene.unknown(0, -1, _FILLING) or ("from" in scene.clause.texts and not _people(denied, scene)):
        return
    links = [_links(known, denied, scene, is_before=is_before) for known in items]
    if all(links):
        one, other = (items[0][1], links[0][0]) if is_before else (links[0][0], items[0][1])
        yield scene.claim("order", 0, len(scene.clause.texts) - 1, f'"{one}" depends on "{other}"')


def _scheduled(items: tuple[Known, ...], scene: Scene) -> tuple[Known, ...]:
    """The items that are meant, for a deliverable those by which it is made."""
    breakdown = scene.reading.facts.schedule.breakdown
    return tuple((type(breakdown.items[name]).__name__.lower(), name) for name in items_of(items, scene))


def _links(known: Known, denied: int, scene: Scene, *, is_before: bool) -> list[str]:
    every = needed_by(known, scene) if is_before else needing(known, scene)
    roles = _people(denied, scene)
    if roles:
        tasks = {task.id: task for task in tasks_of(None, scene)}
        return [each for each in every if each in tasks and not roles.isdisjoint(tasks[each].needs)]
    kinds = {kind for word in scene.clause.words[denied + 1 : denied + 4] if (kind := kind_of(word, scene))}
    breakdown = scene.reading.facts.schedule.breakdown
    if "wave" in kinds or "phase" in kinds:
        wholes = {whole.id: each for each in every if (whole := _whole(each, kinds, scene))}
        own = _whole(known[1], kinds, scene)
        return [name for name in wholes if own is None or name != own.id]
    of_kind = [each for each in every if type(breakdown.items[each]).__name__.lower() in kinds]
    return of_kind if kinds else every


def _whole(item: str, kinds: set[str], scene: Scene) -> SchedItem | None:
    breakdown = scene.reading.facts.schedule.breakdown
    if type(breakdown.items[item]).__name__.lower() in kinds:
        return breakdown.items[item]
    return breakdown.wave_of(item) if "wave" in kinds else breakdown.phase_of(item)


def _people(denied: int, scene: Scene) -> frozenset[str]:
    """The roles behind "nothing from"."""
    return next((agent.roles for agent in agents(scene) if agent.first > denied), frozenset())


def _object(index: int, scene: Scene) -> tuple[Known, ...]:
    """What stands behind a word: a thing, or the text's own entry."""
    things = [thing for thing in scene.things_but_people if thing.first > index]
    if things:
        return surely(things[0], scene)
    is_own = not (PRONOUNS | {"its"}).isdisjoint(scene.clause.texts[index:])
    return (scene.owner,) if scene.owner and is_own else ()


def _of_freedom(scene: Scene) -> Iterator[Claim]:
    """Judge "it can begin at once", "it can start without the lines" and "it does not wait for the roof"."""
    texts, said = scene.clause.texts, f" {' '.join(scene.clause.texts)} "
    verb = next((index for index, text in enumerate(texts) if text in _STARTING | _WAITING | _NEEDING), None)
    if verb is None:
        return
    can = not {"can", "may", "is", "does"}.isdisjoint(texts)
    if texts[verb] in _STARTING and can and any(f" {phrase} " in said for phrase in _AT_ONCE):
        yield from _judged(spoken_of(scene, verb), verb, scene, is_before=True)
    free = next((index for index, text in enumerate(texts) if text in _FREE), None)
    is_denied = "not" in texts[:verb] or "doesn't" in texts[:verb]
    if texts[verb] in _STARTING and free is not None and free > verb:
        yield from _of_link(spoken_of(scene, verb), free, scene)
    elif texts[verb] in _WAITING and is_denied:
        yield from _of_link(spoken_of(scene, verb), verb, scene)


def _of_link(items: tuple[Known, ...], index: int, scene: Scene) -> Iterator[Claim]:
    others = _object(index, scene) if not PRONOUNS & set(scene.clause.texts[index:]) else ()
    items = _scheduled(items, scene)
    others = _scheduled(others, scene)
    tied = [(one, other) for one in items for other in others if other[1] in _waited_for(one[1], scene)]
    if tied and len(tied) == len(items) * len(others):
        yield scene.claim(
            "order", index, len(scene.clause.texts) - 1, f'"{tied[0][0][1]}" depends on "{tied[0][1][1]}"'
        )


def needed_by(known: Known, scene: Scene) -> list[str]:
    """What an entry depends on: of a wave or phase also what its tasks do, but nothing within itself."""
    breakdown = scene.reading.facts.schedule.breakdown
    inside = (
        {known[1], *(task.id for task in tasks_of(known[1], scene))} if known[0] in ("wave", "phase") else {known[1]}
    )
    links = [link.on for each in sorted(inside) for link in getattr(breakdown.items[each], "depends_on", ())]
    return [each for each in dict.fromkeys(links) if each not in inside]


def needing(known: Known, scene: Scene) -> list[str]:
    """What depends on an entry."""
    items = scene.reading.facts.schedule.breakdown.items.values()
    return [each.id for each in items if any(link.on == known[1] for link in getattr(each, "depends_on", ()))]


def _waited_for(item: str, scene: Scene) -> set[str]:
    """All that an entry depends on by its links, step by step."""
    return waited_for([item], scene.reading.facts.schedule, lambda _: ()) - {item}
