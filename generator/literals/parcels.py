"""What the note of a quota makes of its shares: as numbers of the whole, and as what is left of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.model.team import Quota
from generator.patterns import Pattern, any_of

_NUMBER = re.compile(r"(?<![\w.,€$£%/-])(?P<said>\d{1,3}(?:,\d{3})+|\d+)(?![\w%/:-]|[.,]\d)")
_LEFT = Pattern(
    r"(?<![\w.,])(?P<said>(?P<amount>\d{1,3}(?:\.\d+)?)\s?%)\s+(?:(?:is|are|stays?|remains?)\s+)?"
    r"(?:never\s+used|not\s+used|unused|left(?:\s+over)?|kept\s+(?:back|free)|held\s+back|spare|(?:in|as)\s+(?:a\s+)?reserve|free|not\s+given\s+out)\b",
    words=(any_of("used unused left kept held spare reserve free given"),),
)
_ALL = 100


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the numbers that come to the whole and are not its shares, and what is said to be left and is not."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] != "quota" or not reading.tells_number:
        return
    quota = reading.facts.plan.quotas[owner[1]]
    yield from _numbers(quota, reading)
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


def _amount(text: str) -> int:
    return int(text.replace(",", ""))
