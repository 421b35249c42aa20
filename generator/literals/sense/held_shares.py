"""Shares of a quota told otherwise than it grants them: in parts, or as the largest or smallest of all."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.literals.claims import Claim
from generator.literals.numbers import FRACTIONS, number_in_words
from generator.literals.sense.scenes import Scene
from generator.literals.sense.vocabulary import DOUBTS
from generator.model.team import Quota
from generator.patterns import any_of

_MOST = frozenset({"most", "largest", "biggest", "greatest", "highest", "lion", "major", "main"})
_LEAST = frozenset({"least", "smallest", "lowest", "tiniest", "slimmest"})
_EXCEEDING = {"more": True, "less": False, "fewer": False}
_GETTING = any_of(
    """
    share shares slice slices portion portions part piece gets get takes take draws draw receives receive
    goes go has have uses use into spent spends spend holds hold eats eat flows flow claims claim money
    budget power granted given allotted of reserved set aside
    """
)
_DENIED = frozenset({"nobody", "nothing", "none", "no"})
_WEIGHED = DOUBTS - _DENIED
_ROOM = 2


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each share of a holder that is not the one granted."""
    texts = scene.clause.texts
    if not scene.reading.facts.plan.quotas or not _WEIGHED.isdisjoint(texts) or _GETTING.isdisjoint(texts):
        return
    for quota in _quotas(scene):
        holders = _holders(quota, scene)
        if len(holders) != 1:
            continue
        yield from _of_part(quota, holders[0], scene)
        yield from _of_rank(quota, holders[0], scene)


def _quotas(scene: Scene) -> Iterator[Quota]:
    """The quota in whose text a clause stands, or that it names."""
    quotas = scene.reading.facts.plan.quotas
    owner = scene.owner
    if owner and owner[0] == "quota":
        yield quotas[owner[1]]
    else:
        yield from (quotas[name] for _, name in dict.fromkeys(scene.named("quota")))


def _holders(quota: Quota, scene: Scene) -> tuple[str, ...]:
    """Whoever of a quota's holders shares most words with a clause."""
    words = scene.clause.stems
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
    for first, last, said in _parts(scene.clause.texts):
        if abs(quota.shares[holder] - Decimal(float(said * 100))) > _ROOM and not scene.unknown(
            first, last, _GETTING
        ):
            yield scene.claim(
                "share", first, last, f'the share of "{holder}" in "{quota.id}" is {quota.shares[holder]}%'
            )


def _parts(texts: tuple[str, ...]) -> Iterator[tuple[int, int, Fraction]]:
    """Yield each share: "a fifth", "two thirds", "half of it", "30%"."""
    for index, text in enumerate(texts):
        before = texts[index - 1] if index else ""
        number = Fraction(1) if before in ("a", "one", "the") else number_in_words(before) if before else None
        part = FRACTIONS.get(text) or FRACTIONS.get(text.removesuffix("s"))
        if text.endswith("%"):
            yield index, index, Fraction(text[:-1]) / 100
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
