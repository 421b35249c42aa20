"""How long before or after what something comes, told otherwise than the schedule has it."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from generator.literals.claims import Claim
from generator.literals.done_to import is_of_a_thing
from generator.literals.lexicon import Known, Mention
from generator.literals.sense.amounts import Length
from generator.literals.sense.nearness import items_of
from generator.literals.sense.relations import is_done
from generator.literals.sense.scenes import Scene
from generator.literals.sense.things import Thing
from generator.literals.sense.topic import spoken_of, surely
from generator.literals.sense.true_lengths import is_about_between
from generator.literals.sense.vocabulary import PRONOUNS
from generator.patterns import any_of

_BEHIND = {"after": 1, "behind": 1, "past": 1, "before": -1, "ahead": -1}
_IN_TURN = {"later": 1, "afterwards": 1, "thereafter": 1, "on": 1, "earlier": -1, "beforehand": -1}
_APART = frozenset({"apart", "between"})
_CUES = frozenset({*_BEHIND, *_IN_TURN, *_APART})
_COMING = any_of(
    """
    begin begins start starts open opens end ends finish finishes finished come comes follow follows happen happens
    takes place held due planned fall falls lie lies pass passes separate separates begun started ended done over
    ready complete completed only just day days week weeks working ahead after before later earlier first last
    """
)
_MOST_UNKNOWN = 1
_PAIR = 2
_STATES = frozenset({"is", "are", "stays", "remains", "looks", "smells"})


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each distance that no two things have between which a clause may put it."""
    if _CUES.isdisjoint(scene.clause.spoken) or not scene.is_sure:
        return
    for said in scene.lengths:
        ends = _ends(said, scene)
        if (
            ends is None
            or _is_of_a_state(said, scene)
            or len(scene.unknown(said.amount.first, said.amount.last, _COMING)) > _MOST_UNKNOWN
        ):
            continue
        side, mine, others = ends
        pairs = [(one, other) for one, other in product(_named(mine, scene), _named(others, scene)) if one != other]
        if pairs and not any(_is_so(said, side, pair, scene) for pair in pairs):
            yield scene.claim("order", said.amount.first, said.amount.last, _fact(*pairs[0], scene))


def _is_of_a_state(said: Length, scene: Scene) -> bool:
    """Tell whether something is said to be so, rather than to happen, then: "the cellar is dry two weeks later"."""
    texts, first = scene.clause.texts, said.amount.first
    unknown = scene.unknown(first, said.amount.last, _COMING)
    return first > 1 and texts[first - 2] in _STATES and first - 1 in unknown


_Ends = tuple[int, tuple[Known, ...], tuple[Known, ...]]
"""On which side, what comes, and what it comes before or after."""


def _ends(said: Length, scene: Scene) -> _Ends | None:
    texts, first, after = scene.clause.texts, said.amount.first, said.amount.last + 1
    cue = texts[after] if after < len(texts) else ""
    if scene.is_foreign(first):
        return None
    if cue in _BEHIND:
        return _beside(_BEHIND[cue], first, after, scene)
    if cue in _IN_TURN and (cue != "on" or after + 1 == len(texts)):
        return _in_turn(_IN_TURN[cue], first, after, scene)
    if "between" in texts[first:] or cue == "apart":
        return _between(scene)
    return None


def _beside(side: int, first: int, cue: int, scene: Scene) -> _Ends:
    """Let "two days after it the roof is closed" have its subject behind the pronoun."""
    mine, others, owner = spoken_of(scene, first), _behind(cue, scene), (scene.owner,)
    is_turned = mine == owner and not PRONOUNS.isdisjoint(scene.clause.texts[cue + 1 : cue + 2])
    return (side, others, mine) if is_turned else (side, mine, others)


def _behind(cue: int, scene: Scene) -> tuple[Known, ...]:
    """What stands behind "after": the first thing, or the text's own."""
    things = [thing for thing in scene.things_but_people if thing.first > cue]
    if things:
        is_subject = not PRONOUNS.isdisjoint(scene.clause.texts[cue + 1 : cue + 2])
        return () if not is_subject and _is_done_to(things[0], scene) else surely(things[0], scene)
    is_own = not PRONOUNS.isdisjoint(scene.clause.texts[cue + 1 : cue + 3])
    return (scene.owner,) if scene.owner and is_own else ()


def _is_done_to(thing: Thing, scene: Scene) -> bool:
    """Tell whether "after the cellar is painted" speaks of a thing that is only part of an entry's name."""
    told = Mention(*scene.span(thing.first, thing.last), thing.items, partial=thing.by_word)
    return is_of_a_thing(told, scene.reading)


def _in_turn(side: int, first: int, cue: int, scene: Scene) -> _Ends | None:
    """Let "a week later the roof follows" count from the text's own entry, or from what was named before."""
    mine = spoken_of(scene, first) if first else ()
    if not mine or mine == (scene.owner,):
        mine = _behind(cue, scene)
    others = tuple(known for known in (scene.owner, *scene.before[:1]) if known and known not in mine)
    return side, mine, others


def _between(scene: Scene) -> _Ends | None:
    """Two things that lie apart, of which the text's own may be one."""
    meant = [surely(thing, scene) for thing in scene.things_but_people]
    if scene.has_pronoun and scene.owner and len(meant) < _PAIR:
        meant.append((scene.owner,))
    return (0, meant[0], meant[1]) if len(meant) == _PAIR else None


def _named(things: tuple[Known, ...], scene: Scene) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items_of(things, scene)))


def _is_so(said: Length, side: int, pair: tuple[str, str], scene: Scene) -> bool:
    dates = scene.reading.facts.schedule.dates
    one, other = dates[pair[0]], dates[pair[1]]
    ends = [
        (other.early_finish, one.early_start),
        (other.early_start, one.early_start),
        (other.early_finish, one.early_finish),
    ]
    if is_done(scene.clause.texts) or not side:
        ends.append((other.early_start, one.early_finish))
    if side <= 0:
        ends += [(other.early_start, one.early_finish)]
    return any(_is_between(said, side, begin, end, scene) for begin, end in ends)


def _is_between(said: Length, side: int, begin: int, end: int, scene: Scene) -> bool:
    """Tell whether two ends are so far apart, in the order in which they are said to be."""
    if side and begin != end and (begin < end) != (side > 0):
        return False
    return is_about_between(said, min(begin, end), max(begin, end), scene.reading)


def _fact(one: str, other: str, scene: Scene) -> str:
    schedule = scene.reading.facts.schedule
    mine, others = schedule.dates[one], schedule.dates[other]
    is_after = mine.early_start >= others.early_start
    begin, end = (others, mine) if is_after else (mine, others)
    days = schedule.time.workdays_between(min(begin.early_finish, end.early_start), end.early_start)
    passed = Fraction(max(end.early_start - begin.early_finish, 0), 1440)
    told = f"{round(passed)} days ({days} of work)" if passed >= 1 else "less than a day"
    return f'"{one}" comes {told} {"after" if is_after else "before"} "{other}"'
