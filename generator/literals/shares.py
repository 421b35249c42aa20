"""Shares of a quota, as prose says them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading, live_fact
from generator.literals.context import END, is_sure
from generator.literals.lexicon import Known, Mention
from generator.model.team import Quota
from generator.patterns import Pattern

_PERCENT = r"(?P<said>(?P<amount>\d{1,3}(?:\.\d+)?)\s?%)"
_OF = r"(?:\s+of\s+(?:the\s+|all\s+)?\w+)?"
_BESIDE = Pattern(rf"[*_]{{0,2}}\s*[:(]\s*[*_]{{0,2}}{_PERCENT}{END}", ("%",))
_HAS = Pattern(
    rf"[*_]{{0,2}}\s+(?:gets|has|may\s+use|may\s+take|takes|uses|receives|is\s+given)?\s*{_PERCENT}{_OF}{END}", ("%",)
)
_FOR = Pattern(rf"{_PERCENT}\s+(?:for|to|goes\s+to|is\s+for|belongs\s+to)\s+$", ("%",))
_ABOUT = re.compile(r"\b(?:quotas?|shares?|split|limits?|limiter|allowance|requests)\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:progress|complete[d]?|done|covered|coverage|finished|tested|passed|tests)\b", re.IGNORECASE
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says of shares."""
    for mention in reading.mentions if reading.tells_number else ():
        shares = list(_shares(mention, reading))
        found = _found(mention, reading) if len(shares) == 1 else None
        if found and is_sure(reading, min(mention.begin, found.start()), found.end("said")):
            yield _compared(*shares[0], found, reading)


def _found(mention: Mention, reading: Reading) -> re.Match[str] | None:
    passage = reading.passage
    sentence = passage.plain[passage.begin : passage.end]
    if _OTHERWISE.search(sentence):
        return None
    beside = _BESIDE.match(passage.plain, mention.end, passage.end)
    is_about = passage.pointer[0] == "quotas" or _ABOUT.search(sentence) is not None
    if beside or not is_about:
        return beside
    before = _FOR.search(passage.plain[: mention.begin], passage.begin)
    return _HAS.match(passage.plain, mention.end, passage.end) or before


def _shares(mention: Mention, reading: Reading) -> Iterator[tuple[Known, Known, Decimal]]:
    """Every share that one of the items meant has, with its quota."""
    for quota in reading.facts.plan.quotas.values():
        yield from (
            (("quota", quota.id), known, share)
            for known in mention.items
            for share in (_share(quota, known),)
            if share is not None
        )


def _share(quota: Quota, known: Known) -> Decimal | None:
    return quota.shares.get(known[1])


def _compared(quota: Known, known: Known, share: Decimal, found: re.Match[str], reading: Reading) -> Claim:
    agrees = Decimal(found["amount"]) == share
    live = live_fact(reading.facts, found["said"], "share", quota, known[1])
    fact = f'the share of "{known[1]}" in "{quota[1]}" is {share}%'
    return reading.claim("share", found.span("said"), fact, agrees=agrees, live=live)
