"""Lengths of time that nothing takes of which a clause speaks."""

from collections.abc import Iterator
from itertools import pairwise

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.numbers import number_in_words
from generator.literals.sense.amounts import UNITS, Length
from generator.literals.sense.scenes import Scene
from generator.literals.sense.things import NO_NAMES, OF_TIME, Thing
from generator.literals.sense.true_lengths import counted, fits, lies_between
from generator.literals.sense.vocabulary import ENDING, LASTING, PRONOUNS, STRONG
from generator.model.text import ITEM_KINDS
from generator.patterns import any_of

_KINDS = ("task", "wave", "phase", "deliverable", "rollback", "meeting")
_PARTITIVE = frozenset({"the", "a", "closed", "this", "its", "daily", "mere", "work", "all"})
_OBJECTS = frozenset({"it", "them", "this", "that"})
_FITTING = LASTING | ENDING | frozenset({"only", "sees", "see", "begins", "follows", "later", "work", "working"})
_REPEATED = frozenset({"every", "each", "per", "once", "twice"})
_THERE = frozenset({"there", "here", "ready", "place"})
_SOME = any_of("tasks jobs steps parts task job some most two three four five six")
_HOURS, _DAYS = ("minute", "hour"), ("d", "w")
_ONE_VERB = 1
_MOST_TIMES = 12
_AWAY = any_of(
    """
    after before later earlier ahead apart ago since until till between afterwards
    """
)


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each length that is told of an entry, and that neither it nor anything near it has."""
    for said in scene.lengths if scene.is_sure else ():
        items = tuple(known for known in _meant(said, scene) if tuple(counted(known, scene.reading)))
        if not items or not _is_of_thing(said, scene) or not _is_of_such_size(said, items, scene):
            continue
        touched = scene.touched(*_KINDS) if said.amount.bound in "=~" else ()
        beside = (*items, *touched, *_members(items, scene))
        between = () if _behind(said, scene) else (*items, *scene.named(*ITEM_KINDS))
        if any(fits(said, known, scene.reading) for known in beside) or lies_between(said, between, scene.reading):
            continue
        first, last = said.amount.first, said.amount.last
        yield scene.claim("duration", first, last, _fact(items[0], scene))


def _meant(said: Length, scene: Scene) -> tuple[Known, ...]:
    """What stands behind "two days of", else what the clause means."""
    behind = _behind(said, scene)
    if behind or _is_of_other(said, scene):
        return behind
    named = tuple(known for thing in scene.things for known in _surely(thing, scene))
    owner = scene.owner if scene.owner and scene.owner[0] in _KINDS else None
    is_own = owner and owner not in named and (scene.has_pronoun or not scene.named(*_KINDS))
    return (*named, owner) if owner and is_own else named


def _surely(thing: Thing, scene: Scene) -> tuple[Known, ...]:
    """What a thing means: by a word alone nothing in a procedure's text, whose own steps may be called so."""
    is_of_step = thing.by_word and scene.owner and scene.owner[0] == "rollback" and scene.owner not in thing.items
    return () if is_of_step else thing.of(*_KINDS)


def _is_of_other(said: Length, scene: Scene) -> bool:
    """Tell whether the subject is an entry of a kind that takes no time, as an alert, or only some of a whole."""
    if any(text in _SOME and behind == "of" for text, behind in pairwise(scene.clause.texts[: said.amount.first])):
        return True
    named = [thing for thing in scene.things_before(said.amount.first) if not thing.by_word]
    return bool(named) and not named[0].of(*_KINDS, *ITEM_KINDS, "person", "role")


def _behind(said: Length, scene: Scene) -> tuple[Known, ...]:
    """What a length is told to be of: "two months of closed beta"."""
    texts, index = scene.clause.texts, said.amount.last + 1
    if texts[index : index + 1] != ("of",):
        return ()
    index += 1
    while index < len(texts) and texts[index] in _PARTITIVE:
        index += 1
    for thing in scene.things:
        if thing.first <= index <= thing.last:
            return thing.of(*_KINDS)
    if index < len(texts) and texts[index] not in NO_NAMES and not texts[index].endswith(("ing", "ed")):
        return tuple(sorted(scene.reading.topics.touched_by((scene.clause.words[index].bare,), _KINDS)))
    is_own = texts[index : index + 1] in (("it",), ("them",)) and scene.owner
    return (scene.owner,) if is_own and scene.owner and scene.owner[0] in _KINDS else ()


def _is_of_thing(said: Length, scene: Scene) -> bool:
    """Tell whether a length is surely how long something takes, rather than a part of it or a distance."""
    if _behind(said, scene):
        return True
    texts, first = scene.clause.texts, said.amount.first
    if _is_of_else(said, texts) or _is_of_doing(said, scene) or _is_part_of_a_day(said, scene):
        return False
    before, lead = texts[:first], _prepositions(texts[:first])
    few = len(scene.unknown(first, said.amount.last, _FITTING)) <= _ONE_VERB
    if lead == ("after",):
        return not ENDING.isdisjoint(before) and few and _is_about(before, scene, first)
    if lead in (("in",), ("within",)):
        is_object = not (_OBJECTS | ENDING | _THERE).isdisjoint(before) or (first <= 1 and _is_fragment(said, scene))
        return is_object and few and not scene.is_foreign(first)
    if not STRONG.isdisjoint(before):
        return _is_about(before, scene, first) and not scene.is_foreign(first)
    is_told = not LASTING.isdisjoint(texts) or _is_fragment(said, scene)
    return is_told and not scene.unknown(first, said.amount.last, _FITTING)


def _is_of_else(said: Length, texts: tuple[str, ...]) -> bool:
    """Tell whether the words beside a length make it a rhythm, a distance or a part of something else."""
    first = said.amount.first
    before, after = texts[first - 1] if first else "", texts[said.amount.last + 1 :]
    is_part = after[:1] == ("of",) and OF_TIME.isdisjoint(after[1:3])
    is_rate = texts[first] in ("a", "an") and any(
        text in ("a", "an", "one") or number_in_words(text) is not None for text in texts[max(0, first - 2) : first]
    )
    is_effort = "effort" in texts[:first]
    return (
        is_part or is_rate or is_effort or before in _REPEATED or (bool(after) and after[0] in (*_AWAY, "a", "per"))
    )


def _is_of_doing(said: Length, scene: Scene) -> bool:
    """Tell whether a length is that of doing something else with a thing: "the oven takes two days to cool"."""
    then = said.amount.last + 1
    return scene.clause.texts[then : then + 1] == ("to",) and then + 1 in scene.unknown(said.amount.first, then)


def _is_part_of_a_day(said: Length, scene: Scene) -> bool:
    """Tell whether some hours stand alone where work is told in days: "forty guests, two hours, one speech"."""
    owner = scene.owner
    if not owner or owner[0] != "task" or said.unit not in _HOURS or scene.clause.is_first:
        return False
    return scene.reading.facts.schedule.estimate(owner[1]).likely.unit in _DAYS and _is_fragment(said, scene)


def _is_of_such_size(said: Length, items: tuple[Known, ...], scene: Scene) -> bool:
    """Tell whether something of which a clause speaks is not many times longer or shorter."""
    true = [number * UNITS[unit] for known in items for unit, number in counted(known, scene.reading)]
    return any(said.minutes / _MOST_TIMES <= each <= said.minutes * _MOST_TIMES for each in true)


def _is_about(before: tuple[str, ...], scene: Scene, first: int) -> bool:
    is_named = any(thing.first < first for thing in scene.things)
    return is_named or not PRONOUNS.isdisjoint(before) or bool(scene.clause.is_first and first <= _ONE_VERB + 1)


def _prepositions(before: tuple[str, ...]) -> tuple[str, ...]:
    """The word before a number, without what narrows it: "after [only]"."""
    words = [
        text for text in before if text not in ("only", "just", "a", "the", "about", "at", "most", "less", "than")
    ]
    return tuple(words[-1:])


def _is_fragment(said: Length, scene: Scene) -> bool:
    """Tell whether a clause is nothing but a length: "two nights", behind "mail and files"."""
    others = [
        text for text in scene.clause.texts if text not in ("only", "just", "a", "the", "and", "for", "in", "all")
    ]
    return len(others) <= said.amount.last - said.amount.first + 1


def _members(items: tuple[Known, ...], scene: Scene) -> Iterator[Known]:
    """What a wave or a phase consists of."""
    breakdown = scene.reading.facts.schedule.breakdown
    for kind, item in items:
        members = breakdown.members.get(item, ()) if kind in ("wave", "phase") else ()
        yield from ((type(breakdown.items[each]).__name__.lower(), each) for each in members)


def _fact(known: Known, scene: Scene) -> str:
    item = scene.reading.facts.index.by_kind[known[0]][known[1]]
    told = getattr(item, "lasts", None) or getattr(item, "within", None) or getattr(item, "duration", None)
    if told is None:
        unit, number = min(counted(known, scene.reading), key=lambda each: (each[0] != "day", each[1]))
        told = f"{float(number):g} {unit}{'' if number == 1 else 's'}"
    return f'"{known[1]}" takes {told}'
