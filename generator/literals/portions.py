"""Shares of a quota in other words, of one or of several together: "both together have three quarters of it"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading
from generator.literals.context import clause_around, is_sure
from generator.literals.limits import PARTS
from generator.literals.stems import stems
from generator.model.team import Quota
from generator.patterns import Pattern

_PART = "|".join(name.replace(" ", r"\s+") for name in sorted(PARTS, key=len, reverse=True))
_AMOUNT = rf"(?P<said>(?P<part>(?i:{_PART}))|(?P<amount>\d{{1,3}}(?:\.\d+)?)\s?(?:%|per\s?cent))"
_OF = Pattern(
    rf"\b{_AMOUNT}\s+of\s+(?:(?P<it>it|them|this|the\s+whole|all)\b|(?:the|its|our)\s+(?P<whole>[a-z]+(?:\s+[a-z]+){{0,3}}))"
    r"\b(?!['’])",
    ("of",),
)
_IS_SHARE = Pattern(rf"\b{_AMOUNT}\b[^.;]{{0,40}}\b(?:is|are)\s+(?:its|their)\s+shares?\b", ("share",))
_TOGETHER = re.compile(r"\b(?:together|both|between\s+them|combined|jointly|in\s+sum)\b", re.IGNORECASE)
_WEIGHED = re.compile(r"\b(?:would|could|might|should|instead|rather|not|never|last\s+year|usually)\b", re.IGNORECASE)
"""A share that somebody may use is one."""
BOUND = re.compile(
    r"\b(?:more|less|over|under|least|most|up\s+to|almost|nearly|about|around)(?:\s+than)?\s+$", re.IGNORECASE
)
_TAKES = re.compile(r"\b(?:has|have|gets?|takes?|uses?|draws?|receives?|goes?|is|are|may|can|need|needs|own|share)\b")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each share that the holders told do not have, one by one or together."""
    passage, quotas = reading.passage, reading.facts.plan.quotas
    if not quotas or ("of" not in passage.plain and "share" not in passage.plain):
        return
    for form in (_OF, _IS_SHARE):
        for found in form.finditer(passage.plain, passage.begin, passage.end):
            quota = _quota(found, reading)
            is_weighed = _WEIGHED.search(passage.plain, passage.begin, passage.end)
            if quota and not is_weighed and is_sure(reading, *found.span("said"), doubts=False):
                yield from _judged(quota, found, reading)


def holders_of(quota: Quota, before: str, reading: Reading) -> tuple[str, ...]:
    """Who of a quota is meant by words before the amount: all of whose names have a word that few others have."""
    words = stems(before)
    by_word = {word: [each for each in quota.shares if word in _words(each, reading)] for word in words}
    alone = {each for found in by_word.values() if len(found) == 1 for each in found}
    shared = {each for found in by_word.values() if 1 < len(found) < len(quota.shares) for each in found}
    return tuple(each for each in quota.shares if each in (alone or shared))


def _quota(found: re.Match[str], reading: Reading) -> Quota | None:
    """The quota of the text, or the one of whose name words are told, or the only one that the text's item has."""
    quotas, owner = reading.facts.plan.quotas, reading.context.owner
    groups = found.groupdict()
    if groups.get("it"):
        return quotas[owner[1]] if owner and owner[0] == "quota" else None
    if groups.get("whole"):
        named = {name for _, name in reading.topics.touched_by(stems(found["whole"]), ("quota",))}
        return quotas[named.pop()] if len(named) == 1 else None
    own = [each for each in quotas.values() if owner and owner[1] in each.shares]
    return own[0] if len(own) == 1 else None


def _judged(quota: Quota, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    passage = reading.passage
    begin, end = clause_around(passage, *found.span())
    clause = passage.plain[begin:end]
    if not _TAKES.search(clause) or BOUND.search(passage.plain[begin : found.start()]):
        return
    holders, owner = holders_of(quota, passage.plain[begin : found.start()], reading), reading.context.owner
    if not holders and owner and owner[1] in quota.shares:
        holders = (owner[1],)
    said = PARTS[" ".join(found["part"].lower().split())] if found["part"] else Decimal(found["amount"])
    shares = [quota.shares[each] for each in holders]
    true = {sum(shares)} if _TOGETHER.search(clause) and len(shares) > 1 else set(shares)
    if true and not any(abs(each - Decimal(said)) <= 1 for each in true):
        names = ", ".join(f'"{each}" {quota.shares[each]}%' for each in holders)
        yield reading.claim("share", found.span("said"), f'the shares in "{quota.id}" are {names}', agrees=False)


def _words(item: str, reading: Reading) -> frozenset[str]:
    every = (words for (_, name), words in reading.topics.words.items() if name == item)
    return frozenset[str]().union(*every)
