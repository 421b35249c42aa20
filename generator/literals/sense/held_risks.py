"""How likely a risk is, how much it would hurt and what it hits, told otherwise than the plan has it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.membership import above
from generator.literals.numbers import FRACTIONS, number_in_words
from generator.literals.sense.scenes import Scene
from generator.literals.sense.topic import surely
from generator.model.quantity import Level
from generator.model.risk import Risk
from generator.patterns import any_of

_HARM = any_of("impact harm damage hurt severity consequence consequences effect effects blow cost")
_LIKELIHOOD = any_of("probability likelihood chance chances odds")
_LEVELS = {
    **dict.fromkeys(any_of("low small slight minor little slim"), Level.LOW),
    **dict.fromkeys(any_of("medium middling moderate"), Level.MEDIUM),
    **dict.fromkeys(any_of("high great severe grave serious big large considerable"), Level.HIGH),
}
_HITTING = any_of("threatens threaten hits hit endangers endanger affects affect")
_RATING = any_of(
    """
    put puts rate rates rated rating set sets stands is are remains stays judged judge estimated estimate think
    thought believe assessed counts counted sees call call would will could be and at as of for risk if happens does
    real only its level happened should high
    """
)
_FILLING = _HARM | _LIKELIHOOD | _RATING | frozenset(_LEVELS) | any_of("percent per cent both each in ten hundred")
_DENIED = any_of("not never no without unless perhaps maybe until once before after or than less more better lower")
_TELLING = _HARM | _LIKELIHOOD | {"likely", "unlikely"}
_NEAR = 4
"""So many words lie between a measure and its value at most."""


class _Told(NamedTuple):
    """A level or a chance, what it is of, and where the words stand."""

    of: str
    value: Level | Fraction
    first: int
    last: int


_Value = tuple[Level | Fraction, int, int]
"""A level or a chance, and where its words stand."""


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each level, chance and victim of a risk that the plan does not have."""
    spoken = scene.clause.spoken
    if (_TELLING.isdisjoint(spoken) and _HITTING.isdisjoint(spoken)) or not _DENIED.isdisjoint(spoken):
        return
    if not _HITTING.isdisjoint(spoken):
        yield from _of_hit(scene)
    risk = _risk(scene) if not _TELLING.isdisjoint(spoken) else None
    for told in _told(scene) if risk else ():
        if risk and not scene.unknown(told.first, told.last, _FILLING) and _is_wrong(told, risk):
            yield scene.claim("figure", told.first, told.last, _fact(told, risk))


def _risk(scene: Scene) -> Risk | None:
    """The risk that a clause names, else the one in whose text it stands."""
    named = [known for thing in scene.things if not thing.by_word for known in thing.items]
    risks = [name for kind, name in named if kind == "risk"]
    owner = scene.owner
    if len(risks) == 1:
        return scene.reading.facts.plan.risks[risks[0]]
    return scene.reading.facts.plan.risks[owner[1]] if owner and owner[0] == "risk" and not named else None


def _told(scene: Scene) -> Iterator[_Told]:
    """Yield each value beside the measure that is nearest to it."""
    texts = scene.clause.texts
    measures = [(index, _of(text)) for index, text in enumerate(texts) if _of(text)]
    values: list[_Value] = [*_levels(texts), *_chances(texts)]
    for value, first, last in values:
        near = [
            of
            for index, of in measures
            if _apart(first, last, index) <= _NEAR and (isinstance(value, Level) or of == "likelihood")
        ]
        if not near or (len(measures) > 1 and len(values) != len(measures)):
            continue
        index, of = _paired(first, values, measures)
        yield _Told(of, value, min(first, index), max(last, index))
    if "likely" in texts or "unlikely" in texts:
        yield from _in_a_word(texts)


def _paired(first: int, values: list[_Value], measures: list[tuple[int, str]]) -> tuple[int, str]:
    """Where there are several of each, the first value is of the first measure."""
    return measures[sorted(value[1] for value in values).index(first) if len(measures) > 1 else 0]


def _of(text: str) -> str:
    return "harm" if text in _HARM else "likelihood" if text in _LIKELIHOOD else ""


def _apart(first: int, last: int, index: int) -> int:
    return max(first - index, index - last)


def _levels(texts: tuple[str, ...]) -> Iterator[tuple[Level, int, int]]:
    yield from ((_LEVELS[text], index, index) for index, text in enumerate(texts) if text in _LEVELS)


def _chances(texts: tuple[str, ...]) -> Iterator[tuple[Fraction, int, int]]:
    """Yield "35%", "thirty-five percent", "one in three", "three in ten", "a third"."""
    for index, text in enumerate(texts):
        behind = texts[index + 1 : index + 3]
        number = number_in_words(text)
        whole = number_in_words(behind[1]) if behind[:1] == ("in",) and len(behind) > 1 else None
        part = FRACTIONS.get(text.removesuffix("s"))
        if text.endswith("%"):
            yield Fraction(text[:-1].replace(",", ".")) / 100, index, index
        elif number is not None and (behind[:1] == ("percent",) or behind == ("per", "cent")):
            yield number / 100, index, index + (1 if behind[0] == "percent" else 2)
        elif number is not None and whole:
            yield number / whole, index, index + 2
        elif part and index and (texts[index - 1] in ("a", "one") or text == "half"):
            yield part, index - 1, index


def _in_a_word(texts: tuple[str, ...]) -> Iterator[_Told]:
    """Read "it is likely" and "it is unlikely", each of which leaves room for the middle."""
    if texts[-1] in ("likely", "unlikely"):
        last = len(texts) - 1
        is_doubled = texts[-2:-1] in (("hardly",), ("less",), ("barely",))
        is_likely = (texts[-1] == "likely") != is_doubled
        yield _Told("word", Level.HIGH if is_likely else Level.LOW, last, last)


def _is_wrong(told: _Told, risk: Risk) -> bool:
    if told.of == "word":
        return abs(risk.probability.rank - (told.value.rank if isinstance(told.value, Level) else 0)) > 1
    if isinstance(told.value, Level):
        return told.value is not (risk.impact if told.of == "harm" else risk.probability)
    return risk.chance is not None and abs(Decimal(float(told.value * 100)) - risk.chance) > _room(told.value)


def _room(said: Fraction) -> int:
    """What is told in tenths or thirds is rounded."""
    return 0 if said.denominator in (100, 50, 20, 25) else 1


def _fact(told: _Told, risk: Risk) -> str:
    if told.of == "harm":
        return f'the impact of "{risk.id}" is {risk.impact}'
    if isinstance(told.value, Level):
        return f'the probability of "{risk.id}" is {risk.probability}'
    return f'the chance of "{risk.id}" is {risk.chance}%'


def _of_hit(scene: Scene) -> Iterator[Claim]:
    """Judge "it threatens the roof" against all that the risk affects, and what belongs to it or holds it."""
    texts = scene.clause.texts
    risk = _risk_before(scene)
    verb = next(index for index, text in enumerate(texts) if text in _HITTING)
    behind = [thing for thing in scene.things_but_people if thing.first > verb]
    if risk is None or not risk.affects or len(behind) != 1 or scene.unknown(0, -1, _HITTING | _RATING):
        return
    meant = surely(behind[0], scene)
    if meant and not any(_is_hit(known, risk, scene) for known in meant):
        fact = f'"{risk.id}" affects {", ".join(f"{chr(34)}{name}{chr(34)}" for name in risk.affects)}'
        yield scene.claim("member", behind[0].first, behind[0].last, fact)


def _risk_before(scene: Scene) -> Risk | None:
    verb = next(index for index, text in enumerate(scene.clause.texts) if text in _HITTING)
    before = [thing for thing in scene.things_but_people if thing.last < verb]
    named = [name for thing in before for kind, name in thing.items if kind == "risk" and not thing.by_word]
    risks, owner = scene.reading.facts.plan.risks, scene.owner
    if len(named) == 1:
        return risks[named[0]]
    is_own = not before and {"it", "this"} & set(scene.clause.texts[:verb])
    return risks[owner[1]] if owner and owner[0] == "risk" and is_own else None


def _is_hit(known: Known, risk: Risk, scene: Scene) -> bool:
    """Tell whether a risk affects something, part of it, or what it is part of."""
    whole = set(above(known, scene.reading)) | {known[1]}
    kinds = scene.reading.facts.schedule.breakdown.items
    inside = {
        name
        for name in risk.affects
        if name in kinds and known[1] in above((type(kinds[name]).__name__.lower(), name), scene.reading)
    }
    return bool(whole & set(risk.affects) or inside)
