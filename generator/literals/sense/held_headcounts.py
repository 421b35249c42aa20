"""Numbers of people of a role that nothing needs of which a clause speaks."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.numbers import FRACTIONS
from generator.literals.passages import FACT
from generator.literals.sense.amounts import Amount, amounts
from generator.literals.sense.people import Agent, agents
from generator.literals.sense.scenes import Scene
from generator.literals.sense.vocabulary import DOING, LASTING
from generator.literals.stems import stem
from generator.model.quantity import Band
from generator.patterns import any_of

_KINDS = ("task", "wave", "phase")
_OBJECTS = frozenset({"it", "this", "them", "that", "one", "all"})
_CUES = (
    DOING
    | LASTING
    | any_of(
        """
    manage manages alone between with by for handful suffice suffices sufficient plenty busy together done
    required at wanted asked work works themselves herself himself mere everyone share shares each other
    """
    )
)
_DONE_BY = tuple((done, "by") for done in ("done", "made", "built", "carried", "written", "handled", "finished"))
_ADDED = frozenset(
    {("a", "second"), ("a", "third"), ("a", "fourth"), ("and", "another"), ("and", "one"), ("the", "third")}
)
_BETWEEN = 2
_HAVING_DONE = (("have",), ("has",), ("had",))
"""What they did before is no work of the plan."""
_OF = tuple(("of", *words) for words in ((), ("the",), ("its",), ("our",), ("their",), ("these",), ("all",)))


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each number of people that is told of a task, and that neither it nor anything near it needs."""
    if not scene.has_people or not scene.is_sure:
        return
    for agent in agents(scene):
        said = _number_before(agent, scene)
        things = tuple(known for known in _meant(scene) if _numbers(known, agent.roles, scene))
        if said is None or not things or _is_added_to(agent, scene) or not _is_of_thing(said, agent, scene):
            continue
        if scene.clause.texts[agent.last + 1 : agent.last + 2] in _HAVING_DONE:
            continue
        beside = (*things, *scene.touched("task"), *((scene.owner,) if scene.owner else ()))
        true = {number for known in beside for number in _numbers(known, agent.roles, scene)} | _total(agent, scene)
        if true and not _agrees(said, agent, true, scene):
            yield scene.claim("count", said.first, agent.last, _fact(things[0], agent, scene))


def _is_added_to(agent: Agent, scene: Scene) -> bool:
    """Tell whether more people follow: "two fitters carry it and a third holds the door"."""
    behind = scene.clause.texts[agent.last + 1 :]
    return any(pair in _ADDED for pair in pairwise(behind))


def _meant(scene: Scene) -> tuple[Known, ...]:
    """What a clause names or stands in; where it begins with "done by", what the sentence begins with."""
    if not _is_done_by(scene):
        return scene.meant(*_KINDS)
    first = next(iter(scene.reading.mentions), None)
    return first.of("task") if first and first.begin <= scene.reading.passage.words_begin else ()


def _is_done_by(scene: Scene) -> bool:
    return scene.clause.texts[:2] in _DONE_BY


def _number_before(agent: Agent, scene: Scene) -> Amount | None:
    """The number of people that stands before what they are."""
    texts = scene.clause.texts
    if not agent.roles:
        return None
    every = tuple(amounts(scene.clause))
    for amount in every:
        if 0 <= agent.first - amount.last - 1 < _BETWEEN and all(
            stem(text) in scene.reading.topics.people_words for text in texts[amount.last + 1 : agent.first]
        ):
            return _part_of(amount, every, texts)
    if agent.first > 1 and texts[agent.first - 2] in FRACTIONS and texts[agent.first - 1] == "the":
        return Amount(FRACTIONS[texts[agent.first - 2]], agent.first - 2, agent.first)
    return None


def _part_of(whole: Amount, every: Iterable[Amount], texts: tuple[str, ...]) -> Amount:
    """Read "two of the four clerks": two are meant."""
    before = (each for each in every if texts[each.last + 1 : whole.first] in _OF)
    return next(before, whole)


def _is_of_thing(said: Amount, agent: Agent, scene: Scene) -> bool:
    words = (scene.clause.words[index] for index in scene.unknown(said.first, agent.last, _CUES))
    unknown = {word.bare for word in words if word.text[0] != FACT}
    is_told = bool(scene.named(*_KINDS)) or _is_done_by(scene) or not _OBJECTS.isdisjoint(scene.clause.texts)
    allowed = 1 if said.first <= 1 and not (_OBJECTS - {"one", "all"}).isdisjoint(scene.clause.texts) else 0
    return len(unknown) <= allowed and is_told and not _CUES.isdisjoint(scene.clause.spoken)


def _numbers(known: Known, roles: frozenset[str], scene: Scene) -> frozenset[int]:
    """How many of the roles that may be meant an entry needs."""
    item = scene.reading.facts.index.by_kind[known[0]].get(known[1])
    told: set[int] = set()
    for key in ("needs", "team", "team_total"):
        for role, number in (getattr(item, key, None) or {}).items():
            if role in roles:
                told |= set(range(number.low, number.high + 1)) if isinstance(number, Band) else {int(number)}
    return frozenset(told)


def _total(agent: Agent, scene: Scene) -> set[int]:
    """How many there are, where the clause names no task."""
    if scene.named(*_KINDS) or (scene.owner and scene.owner[0] == "task"):
        return set()
    return {number for role in agent.roles for number in _count(role, scene)}


def _count(role: str, scene: Scene) -> range:
    count = scene.reading.facts.plan.roles[role].count
    return range(count.low, count.high + 1) if isinstance(count, Band) else range(count or 0, (count or -1) + 1)


def _agrees(said: Amount, agent: Agent, true: set[int], scene: Scene) -> bool:
    counts = [number for role in agent.roles for number in _count(role, scene)]
    values = [said.value * count for count in counts] if said.value < 1 else [said.value]
    if said.bound == ">":
        return any(number >= value for number in true for value in values)
    if said.bound == "<":
        return any(number <= value for number in true for value in values)
    return any(value in true for value in values)


def _fact(known: Known, agent: Agent, scene: Scene) -> str:
    each = {role: _numbers(known, frozenset({role}), scene) for role in sorted(agent.roles)}
    role, numbers = next((role, numbers) for role, numbers in each.items() if numbers)
    told = f"{min(numbers)}" if len(numbers) == 1 else f"{min(numbers)} to {max(numbers)}"
    return f'"{known[1]}" needs {told} of "{role}"'
