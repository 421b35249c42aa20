"""What the note of a quota makes of its shares: as numbers of the whole, and as what is left of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.portions import holders_of
from generator.literals.stems import stems
from generator.model.team import Quota
from generator.patterns import Pattern, any_of

_NUMBER = re.compile(r"(?<![\w.,€$£%/-])(?P<said>\d{1,3}(?:,\d{3})+|\d+)(?![\w%/:-]|[.,]\d)")
_LEFT = Pattern(
    r"(?<![\w.,])(?P<said>(?P<amount>\d{1,3}(?:\.\d+)?)\s?%)\s+(?:(?:is|are|stays?|remains?)\s+)?"
    r"(?:never\s+used|not\s+used|unused|left(?:\s+over)?|kept\s+(?:back|free)|held\s+back|spare|(?:in|as)\s+(?:a\s+)?reserve|free|not\s+given\s+out)\b",
    words=(any_of("used unused left kept held spare reserve free given"),),
)
_ALL, _TWO = 100, 2
_MONEY = re.compile(r"(?P<sign>[€$£])\s?(?P<said>\d{1,3}(?:,\d{3})+|\d+)(?![\w%/:-]|[.,]\d)")
_FOR = re.compile(rf"{_MONEY.pattern}\s+for\s+(?:the\s+)?(?P<whom>[^\W\d_][\w-]*(?:\s+[a-z][\w-]*)?)")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the numbers that come to the whole and are not its shares, and what is said to be left and is not."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] != "quota" or not reading.tells_number:
        return
    quota = reading.facts.plan.quotas[owner[1]]
    yield from _numbers(quota, reading)
    yield from _sums(quota, reading)
    left = _ALL - sum(quota.shares.values())
    for found in _LEFT.finditer(passage.plain, passage.begin, passage.end):
        if left > 0 and Decimal(found["amount"]) != left and is_sure(reading, *found.span("said"), doubts=False):
            fact = f'the shares of "{quota.id}" leave {left}%'
            yield reading.claim("share", found.span("said"), fact, agrees=False)


def _numbers(quota: Quota, reading: Reading) -> Iterator[Claim]:
    """Hold as many numbers as there are shares, which together are the whole, against what each share is of it."""
    passage = reading.passage
    limit = _NUMBER.search(quota.limit or "")
    found = list(_NUMBER.finditer(passage.plain, passage.begin, passage.end))
    whole = _amount(limit["said"]) if limit else 0
    if len(found) != len(quota.shares) or not whole or sum(_amount(each["said"]) for each in found) != whole:
        return
    left = [whole * share / _ALL for share in quota.shares.values()]
    for each in found:
        near = next((part for part in left if abs(part - _amount(each["said"])) * _ALL <= whole), None)
        if near is None:
            shares = ", ".join(f'"{item}" {share}%' for item, share in quota.shares.items())
            yield reading.claim(
                "share", each.span("said"), f'the shares of "{quota.limit}" are {shares}', agrees=False
            )
        else:
            left.remove(near)


def _sums(quota: Quota, reading: Reading) -> Iterator[Claim]:
    """Hold each sum "for the cabin days" against that holder's share of all, where most such sums are right."""
    passage, limit = reading.passage, _MONEY.search(quota.limit or "")
    found = list(_FOR.finditer(passage.plain, passage.begin, passage.end)) if limit else []
    if limit is None:
        return
    told = [(each, _holders(quota, each["whom"], reading)) for each in found if each["sign"] == limit["sign"]]
    true = {
        each: (quota.shares[whom[0]] * _amount(limit["said"]) / _ALL, whom[0])
        for each, whom in told
        if len(whom) == 1
    }
    wrong = [each for each, (part, _) in true.items() if abs(part - _amount(each["said"])) * _ALL > part]
    if len(wrong) == 1 and len(true) > _TWO:
        part, whom = true[wrong[0]]
        fact = f'the share of "{whom}" is {quota.shares[whom]}% of {quota.limit}, {limit["sign"]}{round(part):,}'
        yield reading.claim("share", wrong[0].span("said"), fact, agrees=False)


def _holders(quota: Quota, whom: str, reading: Reading) -> tuple[str, ...]:
    """Of several that share a word, the one whose id has no other is meant by "the cabin days"."""
    found, words = holders_of(quota, whom, reading), stems(whom)
    sole = tuple(each for each in found if stems(each.replace("-", " ")) <= words)
    return sole if len(found) > 1 else found


def _amount(text: str) -> int:
    return int(text.replace(",", ""))
