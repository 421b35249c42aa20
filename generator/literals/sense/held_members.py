"""Which wave or phase something is part of, and which role somebody has, told otherwise than the plan has it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.membership import above
from generator.literals.sense.nearness import meant_by
from generator.literals.sense.people import agents
from generator.literals.sense.scenes import Scene
from generator.literals.sense.things import Thing
from generator.literals.sense.vocabulary import PRONOUNS
from generator.model.text import ITEM_KINDS
from generator.patterns import any_of

_WHOLES = ("wave", "phase")
_PARTS = (*ITEM_KINDS, "deliverable")
_BELONGING = any_of(
    """
    belongs belong belonging part parts piece pieces member members counts count counted among falls fall fallen
    sits sit lies lie comes come under included inside within task tasks job jobs step steps milestone milestones
    reckoned assigned wave waves deliverable deliverables one work matter business
    """
)
"""Words that put a thing into a whole behind them."""
_STRONG = any_of("belongs belong belonging part parts piece member among included one task job step milestone wave")
_HOLDING = any_of("contains contain includes include holds comprises comprise covers embraces encloses")
_CLOSING = any_of("closes close closed ends end opens open begins begin starts start concludes crowns")
_FILLING = _BELONGING | _HOLDING | _CLOSING | any_of("last first only done made built drawn finished as still")
_INTO = any_of("to of in into within under among inside")
_NOT = frozenset({"not", "no", "doesn't", "don't", "isn't", "aren't", "never"})
_WEIGHED = any_of("if would should could might may perhaps maybe unless were until or but except like than as")
_ARTICLES = frozenset({"a", "an", "our", "one"})
_BEING = (("is", "a"), ("is", "an"), ("is", "our"), ("is", "one", "of", "the"), ("is", "one", "of", "our"))


@dataclass(frozen=True)
class _Said:
    """A part and a whole, and where the whole is told; `strong` where the words mean nothing but belonging."""

    parts: tuple[Known, ...]
    wholes: tuple[Known, ...]
    place: tuple[int, int]
    strong: bool


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each whole of which something is said to be part, or not to be, and each role that somebody has not."""
    weighed = _WEIGHED - {"as"} if ("as", "part") in pairwise(scene.clause.texts) else _WEIGHED
    if not weighed.isdisjoint(scene.clause.spoken) or scene.reading.passage.plain.rstrip()[-1:] == "?":
        return
    yield from _of_roles(scene)
    if _BELONGING.isdisjoint(scene.clause.spoken) and _HOLDING.isdisjoint(scene.clause.spoken):
        return
    said = _held(scene) or _put(scene)
    if said and not scene.unknown(0, -1, _FILLING):
        yield from _judged(said, scene)


def _put(scene: Scene) -> _Said | None:
    """Read "it is one of the jobs of the Rooms wave" and "the wiring belongs to the second phase"."""
    whole = _last_whole(scene)
    texts = scene.clause.texts
    if whole is None or _INTO.isdisjoint(texts[max(0, whole.first - 2) : whole.first]):
        return None
    cue = next((index for index, text in enumerate(texts[: whole.first]) if text in _BELONGING), None)
    if cue is None:
        return None
    lead = texts[cue : whole.first]
    before = [thing for thing in scene.things_but_people if thing.last < whole.first]
    parts = _meant(before, cue, scene)
    return _Said(parts, whole.items, (whole.first, whole.last), not _STRONG.isdisjoint(lead)) if parts else None


def _held(scene: Scene) -> _Said | None:
    """Read "the second phase contains the wiring"."""
    texts = scene.clause.texts
    verb = next((index for index, text in enumerate(texts) if text in _HOLDING), None)
    if verb is None:
        return None
    before = [thing for thing in scene.things_but_people if thing.last < verb]
    behind = [thing for thing in scene.things_but_people if thing.first > verb]
    wholes = _of_wholes(before[0]) if before else _own(scene) if _is_own(verb, scene) else ()
    if len(behind) != 1 or not wholes:
        return None
    parts = tuple(known for known in meant_by(behind[0], scene) if known[0] in _PARTS)
    return _Said(parts, wholes, (behind[0].first, behind[0].last), strong=True) if parts else None


def _own(scene: Scene) -> tuple[Known, ...]:
    return (scene.owner,) if scene.owner and scene.owner[0] in _WHOLES else ()


def _is_own(verb: int, scene: Scene) -> bool:
    return not (PRONOUNS | {"wave", "phase"}).isdisjoint(scene.clause.texts[:verb])


def _meant(before: list[Thing], cue: int, scene: Scene) -> tuple[Known, ...]:
    """What is put into the whole: the only thing before it, else the text's own entry."""
    if before:
        named = tuple(known for known in meant_by(before[0], scene) if known[0] in _PARTS)
        return named if len(before) == 1 and before[0].last < cue else ()
    owner = scene.owner
    is_own = not PRONOUNS.isdisjoint(scene.clause.texts[:cue]) or cue == 0
    return (owner,) if owner and owner[0] in _PARTS and is_own and not scene.has_people_before(cue) else ()


def _last_whole(scene: Scene) -> Thing | None:
    wholes = [thing for thing in scene.things if _of_wholes(thing)]
    return wholes[-1] if wholes and wholes[-1] == scene.things[-1] else None


def _of_wholes(thing: Thing) -> tuple[Known, ...]:
    """The waves or phases that a thing surely is."""
    return thing.items if not thing.by_word and len(thing.of(*_WHOLES)) == len(thing.items) else ()


def _judged(said: _Said, scene: Scene) -> Iterator[Claim]:
    every = {part: set(above(part, scene.reading)) for part in said.parts}
    wholes = {name for _, name in said.wholes}
    is_denied = not _NOT.isdisjoint(scene.clause.texts)
    if not all(every.values()) or any(part[1] in wholes for part in every):
        return
    plan = scene.reading.facts.plan
    by_kind: dict[str, Mapping[str, object]] = {"wave": plan.waves, "phase": plan.phases}
    known = {kind for kind, of_kind in by_kind.items() if _have(every.values(), of_kind)}
    if not {kind for kind, _ in said.wholes} <= known:
        return
    is_wrong = all(bool(each & wholes) == is_denied for each in every.values())
    if is_wrong and (said.strong or is_denied or not any(_is_beside(part, wholes, scene) for part in every)):
        part, true = next(iter(every.items()))
        fact = f'"{part[1]}" belongs to {" and ".join(sorted(f"{name!r}" for name in true))}'.replace("'", '"')
        yield scene.claim("member", *said.place, fact)


def _have(every: Iterable[set[str]], of_kind: Mapping[str, object]) -> bool:
    """Tell whether each of some parts belongs to something of a kind."""
    return all(not each.isdisjoint(of_kind) for each in every)


def _is_beside(part: Known, wholes: set[str], scene: Scene) -> bool:
    """Tell whether something happens at the time of a whole, without being part of it."""
    dates = scene.reading.facts.schedule.dates
    own = dates.get(part[1])
    return own is None or any(
        own.early_start < dates[name].early_finish and dates[name].early_start < own.early_finish for name in wholes
    )


def _of_roles(scene: Scene) -> Iterator[Claim]:
    """Judge "Toni Maier is a carpenter"."""
    is_told = "is" in scene.clause.spoken and not _ARTICLES.isdisjoint(scene.clause.spoken)
    told = list(agents(scene)) if is_told and scene.has_people else []
    if len(told) != 2 or not told[0].people or not told[1].roles or told[0].first:  # noqa: PLR2004 - somebody, and a role
        return
    person, role = told
    texts, people = scene.clause.texts, scene.reading.facts.plan.people
    is_said = texts[person.last + 1 : role.first] in _BEING and role.last + 1 == len(texts)
    if is_said and not any(people[each].role in role.roles for each in person.people):
        name = min(person.people)
        yield scene.claim("member", role.first, role.last, f'"{name}" is of role "{people[name].role}"')
