"""People who are said to do or to attend what others do, or to be spared what needs them."""

from collections.abc import Iterator

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.ownership import in_charge
from generator.literals.sense.nearness import is_definite
from generator.literals.sense.people import Agent, agents, concerned
from generator.literals.sense.scenes import Scene
from generator.literals.sense.things import Thing
from generator.literals.sense.vocabulary import DOING, EMPTY
from generator.patterns import any_of

_KINDS = (
    "task", "milestone", "checkpoint", "wave", "rollback", "meeting", "quota", "deliverable", "alert", "target",
    "risk",
)  # fmt: skip
_OBJECTS = frozenset({"it", "this", "them", "that", "these", "all"})
_HERSELF = frozenset({"herself", "himself", "themselves", "alone", "personally", "own"})
_HELD = (("hands",), ("job",), ("task",), ("business",), ("charge",), ("responsibility",), ("work",), ("duty",))
_GIVEN = frozenset({"with", "to", "by"})
_GIVING = any_of(
    """
    lies lie rests rest falls fall belongs belong left up goes done made written built run held led given
    drawn prepared handled managed kept owned chaired watched carried signed decided declared set laid
    """
)
_ATTENDING = any_of(
    """
    joins join attends attend takes take present part comes come needed required
    """
)
_PHRASES = """
    sit out; sits out; stay away; stays away; stay home; not needed; day off; evening off; not required;
    nothing do; need not; needn't come; skip it; skip this; free then; without; spared; isn't needed;
    aren't needed; miss it; no part
"""
_SPARED = tuple(tuple(phrase.split()) for phrase in _PHRASES.split(";"))
_WATCHING = frozenset({"looks", "look", "sees", "see", "watches", "watch", "minds", "mind"})
_CARING = frozenset({"to", "after", "over"})
_CHARGING = any_of("answers answer owns own responsible accountable answerable")
_FEW = 2


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield everybody of whom a clause says what the plan says of others."""
    things = _things(scene) if scene.has_people else ()
    for agent in agents(scene) if things else ():
        is_charged = agent.people and (agent.is_genitive or not _CHARGING.isdisjoint(scene.clause.texts))
        able = _is_charged if is_charged else _is_concerned
        is_named = any(able(agent, known, scene) for known in things)
        if _is_spared(agent, scene):
            if all(_is_concerned(agent, known, scene) for known in things):
                yield scene.claim("owner", agent.first, agent.last, _needs(things[0], agent))
        elif not is_named and scene.is_sure and _does_it(agent, scene):
            yield scene.claim("owner", agent.first, agent.last, _fact(things[0], scene))


def _things(scene: Scene) -> tuple[Known, ...]:
    """What it names by a whole name, or means by a pronoun: what may hide behind a word alone is too little."""
    named = [known for thing in scene.things for known in _surely(thing, scene)]
    is_own = scene.has_pronoun or scene.is_of_owner or (not scene.things_but_people and _is_told_spared(scene))
    own = (scene.owner,) if scene.owner and scene.owner[0] in _KINDS and is_own else ()
    return tuple(known for known in dict.fromkeys((*named, *own)) if concerned(known, scene.reading))


def _surely(thing: Thing, scene: Scene) -> tuple[Known, ...]:
    """What a whole name tells; of what a word may mean the text's own entry, and what that delivers or refers to."""
    if not thing.by_word:
        return thing.of(*_KINDS)
    owner, topics = scene.owner, scene.reading.topics
    own = {owner, *topics.related(owner)} if owner else set()
    return tuple(known for known in thing.of(*_KINDS) if known in own and is_definite(thing, scene))


def _is_concerned(agent: Agent, known: Known, scene: Scene) -> bool:
    told = concerned(known, scene.reading)
    roles = scene.reading.facts.plan.roles
    group = {each.counts_as for each in roles.values() if each.id in told and each.counts_as}
    return bool((agent.people | agent.roles) & (told | group))


def _is_charged(agent: Agent, known: Known, scene: Scene) -> bool:
    """Tell whether somebody, or the role that somebody has, is in charge; others at work do not answer for it."""
    makers = scene.reading.facts.schedule.breakdown.makers.get(known[1], ()) if known[0] == "deliverable" else ()
    every = [known, *(("task", task.id) for task in makers)]
    charged = {name for each in every for name in in_charge(each, scene.reading)}
    roles = {scene.reading.facts.plan.people[each].role for each in agent.people}
    return not charged or bool(charged & (agent.people | roles)) or _is_assigned(agent, every, scene)


def _is_assigned(agent: Agent, every: list[Known], scene: Scene) -> bool:
    by_kind = scene.reading.facts.index.by_kind
    return any(not agent.people.isdisjoint(getattr(by_kind[kind][name], "people", ())) for kind, name in every)


def _does_it(agent: Agent, scene: Scene) -> bool:
    """Tell whether a clause says that somebody does the thing, has it in hand or takes part in it."""
    texts = scene.clause.texts
    if agent.is_genitive and agent.people:
        return texts[agent.last + 1 : agent.last + 2] in _HELD and len(scene.unknown(0, -1, _ALL)) == 0
    if agent.first and texts[agent.first - 1] in (*_GIVEN, "the") and not _GIVING.isdisjoint(texts[: agent.first]):
        given = texts[agent.first - 1] in _GIVEN or (agent.first > 1 and texts[agent.first - 2] in _GIVEN)
        is_subject = bool(scene.things_before(agent.first)) or texts[0] in _OBJECTS
        return given and is_subject and not scene.unknown(0, -1, _ALL)
    return _is_subject(agent, scene) and _has_object(agent, scene)


_ALL = DOING | _GIVING | _ATTENDING | _HERSELF | frozenset(each for (each,) in _HELD)


def _is_subject(agent: Agent, scene: Scene) -> bool:
    return all(
        text in EMPTY and text not in ("with", "for", "to", "from", "of")
        for text in scene.clause.texts[: agent.first]
    )


def _has_object(agent: Agent, scene: Scene) -> bool:
    """Tell whether a verb of doing stands behind somebody, and the thing behind the verb."""
    texts = scene.clause.texts[agent.last + 1 :]
    unknown = [index for index in scene.unknown(0, agent.last, _ALL) if index > agent.last]
    verb = next((text for text in texts if text not in ("will", "does", "and", "also", "then", "alone")), "")
    if not _OBJECTS & set(texts) and not ((scene.is_of_owner or _things(scene)) and verb in DOING):
        return bool(agent.roles) and {"take", "part"} <= set(texts) and not unknown
    if verb in _WATCHING:
        return not _CARING.isdisjoint(texts[1:3]) and not unknown
    if verb in DOING:
        return not unknown
    return not _HERSELF.isdisjoint(texts) and len(unknown) < _FEW


def _is_told_spared(scene: Scene) -> bool:
    return any(_in_order(words, scene.clause.texts) for words in _SPARED)


def _is_spared(agent: Agent, scene: Scene) -> bool:
    """Tell whether somebody is said not to be needed."""
    is_told = _is_told_spared(scene)
    return (
        is_told
        and len(scene.unknown(agent.first, agent.last, _SPARING)) == 0
        and not scene.things_before(agent.first)
    )


_SPARING = frozenset(word for words in _SPARED for word in words) | _ATTENDING


def _in_order(words: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    places = [texts.index(word) if word in texts else -1 for word in words]
    return -1 not in places and places == sorted(places)


def _needs(known: Known, agent: Agent) -> str:
    return f'"{known[1]}" needs "{next(iter(sorted(agent.people or agent.roles)))}"'


def _fact(known: Known, scene: Scene) -> str:
    makers = scene.reading.facts.schedule.breakdown.makers.get(known[1], ()) if known[0] == "deliverable" else ()
    every = [known, *(("task", task.id) for task in makers)]
    who = next((name for each in every for name in in_charge(each, scene.reading)), None)
    return f'"{known[1]}" has "{who}" in charge' if who else f'"{known[1]}" is the work of others'
