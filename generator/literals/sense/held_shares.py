"""Shares of a quota told otherwise than it grants them: in parts, or as the largest or smallest of all."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from generator.literals.claims import Claim
from generator.literals.numbers import FRACTIONS, number_in_words
from generator.literals.sense.amounts import amounts
from generator.literals.sense.scenes import Scene
from generator.literals.sense.vocabulary import DOUBTS
from generator.literals.stems import stem
from generator.model.team import Quota
from generator.patterns import any_of

_MOST = frozenset({"most", "largest", "biggest", "greatest", "highest", "lion", "major", "main"})
_LEAST = frozenset({"least", "smallest", "lowest", "tiniest", "slimmest"})
_EXCEEDING = {"more": True, "less": False, "fewer": False}
_GETTING = any_of(
    """
    share shares slice slices portion portions part piece gets get takes take draws draw receives receive
    goes go has have uses use into spent spends spend holds hold eats eat flows flow claims claim money
    budget power granted given allotted of reserved set aside belong belongs fall falls limit quota allowance whole
    entitled due
    """
)
_DENIED = frozenset({"nobody", "nothing", "none", "no"})
_WEIGHED = DOUBTS - _DENIED
_UP_TO = any_of("cent penny single percent pay pays costs cost")
_LIMIT = re.compile(r"(\d[\d,]*)\s+([^\W\d_]+)")
_OF_AMOUNT = _GETTING | _UP_TO
_NO = (("not",), ("no",))
_AS_MUCH = (("as", "much"), ("as", "many"))
_PLAIN = frozenset({"twice", "times", "half", "thrice"})
_TIMES = any_of("times twice half thrice much many as")
_OVER = any_of("over more above least")
_UNDER = any_of("under less below most up")
_ABOUT = any_of("about around roughly nearly almost")
_ROOM = 2


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each share of a holder that is not the one granted."""
    texts = _without_tail(scene.clause.texts)
    is_own = scene.owner and scene.owner[0] == "quota"
    if not scene.reading.facts.plan.quotas or not _WEIGHED.isdisjoint(texts):
        return
    if _GETTING.isdisjoint(texts) and not (is_own and "for" in texts):
        return
    for quota in _quotas(scene):
        holders = _holders(quota, scene)
        if len(holders) == 1:
            for judge in (_of_part, _of_amount, _of_rank):
                yield from judge(quota, holders[0], scene)
        elif len(holders) == 2 and not _PLAIN.isdisjoint(texts):  # noqa: PLR2004 - one share beside another
            yield from _of_ratio(quota, holders, scene)


def _without_tail(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Leave "and not a cent more" out, which denies nothing."""
    at = next((index for index, two in enumerate(pairwise(texts)) if two[0] == "and" and two[1:] in _NO), None)
    return texts[:at] if at is not None and texts[-1] in ("more", "less") else texts


def _quotas(scene: Scene) -> Iterator[Quota]:
    """The quota in whose text a clause stands, or that it names."""
    quotas = scene.reading.facts.plan.quotas
    owner = scene.owner
    if owner and owner[0] == "quota":
        yield quotas[owner[1]]
    else:
        yield from (quotas[name] for _, name in dict.fromkeys(scene.named("quota")))


def _holders(quota: Quota, scene: Scene) -> tuple[str, ...]:
    """Whoever of a quota's holders is named, in order; else who shares most words with a clause."""
    sharing = [{name for _, name in thing.items if name in quota.shares} for thing in scene.things]
    named = [min(names) for names in sharing if len(names) == 1]
    if named:
        return tuple(dict.fromkeys(named))
    words = {stem(part) for word in scene.clause.words for part in word.text.split("-") if part}
    sizes = {
        name: len(words & scene.reading.topics.words[known]) for name in quota.shares for known in _known(name, scene)
    }
    most = max(sizes.values(), default=0)
    return tuple(name for name, size in sizes.items() if size == most and most)


def _known(name: str, scene: Scene) -> Iterator[tuple[str, str]]:
    yield from (
        (kind, name)
        for kind in ("task", "wave", "phase", "person", "role")
        if (kind, name) in scene.reading.topics.words
    )


def _of_part(quota: Quota, holder: str, scene: Scene) -> Iterator[Claim]:
    share = quota.shares[holder]
    for first, last, said in _parts(scene.clause.texts):
        is_wrong = _differs(Fraction(share), said * 100, scene.clause.texts[max(0, first - 3) : first])
        if is_wrong and not scene.unknown(first, last, _GETTING):
            yield scene.claim("share", first, last, f'the share of "{holder}" in "{quota.id}" is {share}%')


def _differs(true: Fraction, said: Fraction, before: tuple[str, ...]) -> bool:
    """Tell whether a share is another one, or on the other side of one that bounds it."""
    if not _OVER.isdisjoint(before):
        return true < said
    if not _UNDER.isdisjoint(before):
        return true > said
    return abs(true - said) > (_ROOM if _ABOUT.isdisjoint(before) else 2 * _ROOM)


def _of_ratio(quota: Quota, holders: tuple[str, ...], scene: Scene) -> Iterator[Claim]:
    """Judge "four times as much as the teaser", "twice as much" and "half as much"."""
    texts = scene.clause.texts
    index = next((each for each in range(len(texts) - 2) if texts[each : each + 2] in _AS_MUCH), None)
    if index is None or scene.unknown(0, -1, _GETTING | _TIMES):
        return
    before, more = texts[max(0, index - 2) : index], texts[index - 1] if index else ""
    times = {"twice": Fraction(2), "half": Fraction(1, 2), "thrice": Fraction(3)}.get(more)
    times = times or (number_in_words(before[0]) if more == "times" and len(before) > 1 else None)
    one, other = (Fraction(quota.shares[name]) for name in holders)
    if one and other and times and abs(one / other - times) > times / 8:
        told = ", ".join(f"{name} {quota.shares[name]}%" for name in holders)
        fact = f'the shares in "{quota.id}" are {told}'
        yield scene.claim("share", index - 1, index + 1, fact)


def _of_amount(quota: Quota, holder: str, scene: Scene) -> Iterator[Claim]:
    """Judge "the teaser may spend 27,000 euros", where the limit is a number of euros."""
    limit = _LIMIT.fullmatch(quota.limit or "")
    if limit is None:
        return
    whole, unit = Decimal(limit[1].replace(",", "")), stem(limit[2])
    true = whole * quota.shares[holder] / 100
    for said in amounts(scene.clause):
        behind = scene.clause.words[said.last + 1 : said.last + 2]
        is_other = not behind or behind[0].bare != unit or said.value == Fraction(whole)
        if is_other or said.bound != "=" or scene.unknown(said.first, said.last + 1, _OF_AMOUNT):
            continue
        if Fraction(true) != said.value:
            fact = f'the share of "{holder}" in "{quota.id}" is {true.normalize():,f} {limit[2]}'
            yield scene.claim("share", said.first, said.last + 1, fact)


def _parts(texts: tuple[str, ...]) -> Iterator[tuple[int, int, Fraction]]:
    """Yield each share: "a fifth", "two thirds", "half of it", "30%"."""
    for index, text in enumerate(texts):
        before = texts[index - 1] if index else ""
        number = Fraction(1) if before in ("a", "one", "the") else number_in_words(before) if before else None
        part = FRACTIONS.get(text) or FRACTIONS.get(text.removesuffix("s"))
        if text.endswith("%"):
            yield index, index, Fraction(text[:-1]) / 100
        elif text == "percent" and before and number_in_words(before) is not None:
            yield index - 1, index, (number_in_words(before) or 0) * Fraction(1, 100)
        elif part and text == "half":
            yield index, index, part
        elif (
            part
            and number is not None
            and number * part < 1
            and (index + 1 == len(texts) or texts[index + 1] == "of")
        ):
            yield index - 1, index, number * part


def _of_rank(quota: Quota, holder: str, scene: Scene) -> Iterator[Claim]:
    """Judge "the largest share", and "nobody gets more than"."""
    texts, shares = scene.clause.texts, quota.shares
    for index, text in enumerate(texts):
        is_told = text in _MOST | _LEAST and index and texts[index - 1] in ("the", "by", "far")
        exceeds = text in _EXCEEDING and texts[0] in _DENIED and "than" in texts[index:]
        if not is_told and not exceeds:
            continue
        is_most = _EXCEEDING[text] if exceeds else text in _MOST
        best = (max if is_most else min)(shares.values())
        if shares[holder] != best and not scene.unknown(index, index, _GETTING):
            yield scene.claim("share", index, index, f'the share of "{holder}" in "{quota.id}" is {shares[holder]}%')
