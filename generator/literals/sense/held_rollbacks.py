"""How long a procedure and its steps take, and which risk it answers, told otherwise than the plan has it."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from generator.literals.claims import Claim
from generator.literals.sense.amounts import Length
from generator.literals.sense.kinds import ORDINALS, related
from generator.literals.sense.scenes import Scene
from generator.model.notation import time_in_minutes
from generator.model.quantity import Duration
from generator.model.rollback import Rollback, Step
from generator.patterns import any_of

_STEPS = frozenset({"step", "steps"})
_CHECKS = frozenset({"check", "checks"})
_TOTAL = any_of("together total altogether all sum add adds both whole everything")
_LIMIT = any_of("allowed allows limit most within longer deadline granted given")
_TAKING = any_of("takes take needs need lasts last done is are make makes come comes amount amounts")
_LONGEST = {"longest": True, "shortest": False}
_FILLING = (
    _STEPS | _CHECKS | _TOTAL | _LIMIT | _TAKING | frozenset(ORDINALS) | frozenset(_LONGEST)
    | any_of("procedure rollback way back must has have to than no up over behind minute minutes hour hours time it")
)  # fmt: skip
_ANSWERING = any_of("answers answer undoes undo covers belongs")
_ABOUT_RISKS = _ANSWERING | _FILLING | {"risk"}
_OTHERWISE = any_of("not never would could should might if unless or until before after perhaps another other")
_MEANT = frozenset({"it", "this", "they", "procedure", "rollback", "all", "everything"})
_MOST_TIMES = 12
_DAY, _WEEK = 1440, 10080


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each length of a procedure, and each answer to a risk, that the plan does not have."""
    if not scene.reading.facts.plan.rollbacks or not _OTHERWISE.isdisjoint(scene.clause.spoken):
        return
    yield from _of_answer(scene)
    rollback = _rollback(scene) if scene.lengths else None
    if rollback is None or len(scene.lengths) > 1:
        return
    said = scene.lengths[0]
    true = _true(said, rollback, scene)
    is_limit = true == set(_limit(rollback))
    if not true or scene.unknown(said.amount.first, said.amount.last, _FILLING):
        return
    if not _is_among(said, true, is_limit=is_limit):
        told = " or ".join(f"{float(each):g}" for each in sorted(true))
        fact = f'the {"limit" if is_limit else "length"} told of "{rollback.id}" is {told} minutes'
        yield scene.claim("duration", said.amount.first, said.amount.last, fact)


def _rollback(scene: Scene) -> Rollback | None:
    """The procedure in whose text a clause stands, or the only one that it names."""
    rollbacks = scene.reading.facts.plan.rollbacks
    named = [name for thing in scene.things if not thing.by_word for _, name in thing.of("rollback")]
    others = [thing for thing in scene.things_but_people if not thing.by_word and not thing.of("rollback")]
    owner = scene.owner
    if others:
        return None
    if len(named) == 1:
        return rollbacks[named[0]]
    return rollbacks[owner[1]] if owner and owner[0] == "rollback" and not named else None


def _true(said: Length, rollback: Rollback, scene: Scene) -> set[Fraction]:
    """Every length that may be meant by the words before it; nothing where they tell none."""
    spoken, texts = scene.clause.spoken, scene.clause.texts
    steps, checks = _minutes(rollback.steps), _minutes(rollback.verify)
    if _STEPS.isdisjoint(spoken) and _CHECKS.isdisjoint(spoken):
        before = {word.bare for word in scene.clause.words[: said.amount.first]}
        is_of_people = not scene.reading.topics.people_words.isdisjoint(before)
        is_named = bool(scene.things_before(said.amount.first)) and not is_of_people
        is_told = is_named or not _MEANT.isdisjoint(texts[: said.amount.first])
        is_limit = not _LIMIT.isdisjoint(texts) and said.amount.bound in ("=", "<")
        true = set(_limit(rollback)) if is_limit else _sums(steps, checks) if "all" in spoken else set()
        return {each for each in true if is_told and each / _MOST_TIMES <= said.minutes <= each * _MOST_TIMES}
    if len(steps) != len(rollback.steps) or len(checks) != len(rollback.verify):
        return set()
    if "step" in spoken and "steps" not in spoken:
        return set(_of_one(texts, steps))
    if "steps" in spoken and {"each", "every"}.isdisjoint(spoken):
        return _sums(steps, checks) if not _CHECKS.isdisjoint(spoken) else {sum(steps, Fraction())} & _sums(steps, [])
    return {sum(checks, Fraction())} if checks and said.amount.first > 1 else set()


def _of_one(texts: tuple[str, ...], steps: list[Fraction]) -> Iterator[Fraction]:
    """The step that an ordinal, or "longest", singles out."""
    before = texts[max(0, texts.index("step") - 1)]
    nth = ORDINALS.get(before)
    if nth is not None and -len(steps) <= nth < len(steps):
        yield steps[nth]
    elif before in _LONGEST and steps:
        yield (max if _LONGEST[before] else min)(steps)


def _sums(steps: list[Fraction], checks: list[Fraction]) -> set[Fraction]:
    every = {sum((*steps, *checks), Fraction()), sum(steps, Fraction()) if not checks else Fraction()}
    return every - {Fraction()}


def _limit(rollback: Rollback) -> Iterator[Fraction]:
    limit = time_in_minutes(rollback.within.amount, rollback.within.unit) if rollback.within else None
    yield from (Fraction(limit),) if limit is not None else ()


def _minutes(steps: Iterable[Step]) -> list[Fraction]:
    durations: list[Duration | None] = [each.takes for each in steps]
    return [Fraction(each.minutes(_DAY, _WEEK)) for each in durations if each is not None]


def _is_among(said: Length, true: set[Fraction], *, is_limit: bool) -> bool:
    """Tell whether a length is one of some: to the minute, or roughly where it is told so."""
    minutes, bound = said.minutes, said.amount.bound
    if bound == "=" or is_limit:
        return minutes in true
    if bound == "<":
        return any(each <= minutes for each in true)
    return any(each >= minutes if bound == ">" else abs(each - minutes) <= minutes / 5 for each in true)


def _of_answer(scene: Scene) -> Iterator[Claim]:
    """Judge "it answers the risk of a late delivery" and "its rollback is the way back"."""
    owner = scene.owner
    if not owner or owner[0] not in ("rollback", "risk") or _ANSWERING.isdisjoint(scene.clause.spoken):
        return
    if scene.unknown(0, -1, _ABOUT_RISKS):
        return
    risks, rollbacks = scene.reading.facts.plan.risks, scene.reading.facts.plan.rollbacks
    named = {
        kind: [thing for thing in scene.things if thing.of(kind) and not thing.by_word]
        for kind in ("risk", "rollback")
    }
    if owner[0] == "rollback" and len(named["risk"]) == 1:
        known = {name for kind, name in related("risk", scene.reading) if kind == "risk"}
        said = {name for _, name in named["risk"][0].of("risk")}
        if known and known.isdisjoint(said) and not any(risks[each].rollback == owner[1] for each in said):
            place = named["risk"][0]
            yield scene.claim("member", place.first, place.last, f'"{owner[1]}" answers "{min(known)}"')
    elif owner[0] == "risk" and len(named["rollback"]) == 1:
        known = {name for kind, name in related("rollback", scene.reading) if kind == "rollback"}
        said = {name for _, name in named["rollback"][0].of("rollback")}
        if known and known.isdisjoint(said) and not any(owner[1] in rollbacks[each].risks for each in said):
            place = named["rollback"][0]
            yield scene.claim("member", place.first, place.last, f'"{owner[1]}" is answered by "{min(known)}"')
