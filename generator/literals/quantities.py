"""People of a role, shares of a quota, bounds and versions that the plan has nowhere, though a text tells them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.numbers import NUMBER, band_of
from generator.literals.passages import Passage
from generator.literals.portions import BOUND
from generator.literals.shared_out import is_shared_out
from generator.literals.stems import stems
from generator.model.quantity import Band
from generator.model.team import Quota, Role
from generator.patterns import DIGIT, Pattern, any_of
from generator.scheduling.resource_load import team_total

_BAND = rf"(?P<said>{NUMBER}(?:\s*(?:[-–]|to|or)\s*(?:\d{{1,3}}|{NUMBER}))?)"
_FROM_TO = re.compile(r"\d\s*[-–]\s*\d")
"""As teams are told: in words, "two or three" may be some of them."""
_COUNTED = Pattern(rf"(?<![\w-]){_BAND}\s+")
_OTHERS = Pattern(
    r"\b(?:other|another|more|further|external|new|extra|of|than|first|last|a|per|every|each|these|those|least|most)\s+$"
)
_TOTAL = Pattern(
    r"\b(?:totals?|bands?)\s+of\s+(?P<said>\d{1,3}\s*[-–]\s*\d{1,3})(?![\d%])",
    words=(any_of("total totals band bands"), any_of(DIGIT)),
)
_FRACTIONS = {
    "half": Decimal(50), "a half": Decimal(50), "one half": Decimal(50), "a quarter": Decimal(25),
    "one quarter": Decimal(25),
    "three quarters": Decimal(75), "a fifth": Decimal(20), "a tenth": Decimal(10), "a third": Decimal(33),
    "one third": Decimal(33), "two thirds": Decimal(67), "two fifths": Decimal(40), "three fifths": Decimal(60),
}  # fmt: skip
_FRACTION = "|".join(name.replace(" ", r"\s+") for name in sorted(_FRACTIONS, key=len, reverse=True))
_SHARE_OF = Pattern(
    rf"\b(?P<said>(?P<amount>\d{{1,3}}(?:\.\d+)?)\s?(?:%|per\s?cent|percent)|(?P<words>(?i:{_FRACTION})))\s+of\s+(?:the|its|this)\s+"
    r"(?P<whole>[^\W\d_]+(?:\s+[^\W\d_]+)?)\b(?!['’])",
    words=(any_of("of"), any_of("the its this")),
)
_PERCENT = Pattern(r"(?P<said>(?P<amount>\d{1,3}(?:\.\d+)?)\s?%)", ("%",))
_SPLIT = re.compile(r"\b(?:split|quotas?|shares?)\b", re.IGNORECASE)
_VERSION = (
    Pattern(
        r"\b[Vv]ersion\s+(?P<said>v?\d+(?:\.\d+)+|\d+)\s+of\s+(?:the|this)\s+(?:plan|document)\b",
        words=(any_of("version"), any_of("plan document"), any_of(DIGIT)),
    ),
    Pattern(
        r"\b(?:[Tt]his|[Tt]he)\s+plan\s+(?:is|has|stands\s+at)\s+(?:in\s+)?version\s+(?P<said>\d+(?:\.\d+)*)",
        words=(any_of("version"), any_of("plan"), any_of(DIGIT)),
    ),
    Pattern(
        r"\b(?:[Pp]lan|[Dd]ocument),?\s+version\s+(?P<said>\d+(?:\.\d+)*)",
        words=(any_of("version"), any_of("plan document"), any_of(DIGIT)),
    ),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each number of people, share and version that the plan has nowhere."""
    if reading.tells_number:
        yield from _people(reading)
        yield from _totals(reading)
    yield from _shares(reading)
    yield from _versions(reading)


def _people(reading: Reading) -> Iterator[Claim]:
    passage, roles = reading.passage, reading.facts.plan.roles.values()
    for role in roles:
        if passage.pointer[0] == "meetings" or not (stems(role.name) & reading.words):
            continue
        for found, end in _counted(role, passage):
            said = _band(found["said"])
            is_narrowed = _OTHERS.search(passage.plain[: found.start()], passage.begin) or is_shared_out(
                passage, found.start(), end
            )
            if said.high == 1 or is_narrowed or not is_sure(reading, found.start(), end):
                continue
            bands = list(_bands(role, reading))
            is_more = said.high > max((band.high for band in bands), default=said.high)
            if is_more or (bands and _FROM_TO.search(found["said"]) and said not in bands):
                fact = f'the role "{role.id}" counts {role.count or bands[0]}'
                yield reading.claim("count", found.span("said"), fact, agrees=False)


def _counted(role: Role, passage: Passage) -> Iterator[tuple[re.Match[str], int]]:
    """Yield each number that stands before people of a role, whom nothing narrows down, and where they end."""
    people = _people_called(role.name, role.plural)
    for found in _COUNTED.finditer(passage.plain, passage.begin, passage.end):
        named = people.match(passage.plain, found.end(), passage.end)
        if named:
            yield found, named.end()


@lru_cache(maxsize=256)
def _people_called(name: str, plural: str | None) -> Pattern:
    called = sorted({f"{name}s", plural or f"{name}s"}, key=len, reverse=True)
    return Pattern(rf"(?i:{'|'.join(map(re.escape, called))})(?!\w|-|\s+(?:who|that|which|from|of)\b)")


def _bands(role: Role, reading: Reading) -> Iterator[Band]:
    """Yield every number of people of a role that the plan tells."""
    facts = reading.facts
    if role.count:
        yield role.count
    named = sum(person.role == role.id for person in facts.plan.people.values())
    if named:
        yield Band(named, named)
    for kind in ("wave", "phase"):
        for item in facts.index.by_kind[kind].values():
            yield from (each for name, each in getattr(item, "team", {}).items() if name == role.id)
    for task in facts.schedule.breakdown.tasks:
        yield from (each for name, each in task.needs.items() if name == role.id)
    yield from (team_total(facts.plan, facts.schedule, phase, role.id) for phase in facts.plan.phases)


def _band(text: str) -> Band:
    return Band(*band_of(text))


def _totals(reading: Reading) -> Iterator[Claim]:
    passage = reading.passage
    for found in _TOTAL.finditer(passage.plain, passage.begin, passage.end):
        every = [band for role in reading.facts.plan.roles.values() for band in _bands(role, reading)]
        if every and _band(found["said"]) not in every and is_sure(reading, *found.span()):
            fact = "no team and no phase has a total like it"
            yield reading.claim("count", found.span("said"), fact, agrees=False)


def _shares(reading: Reading) -> Iterator[Claim]:
    passage = reading.passage
    for found in _SHARE_OF.finditer(passage.plain, passage.begin, passage.end):
        quotas = list(_quotas(stems(found["whole"]), reading))
        amount = Decimal(found["amount"]) if found["amount"] else _FRACTIONS[" ".join(found["words"].lower().split())]
        is_bound = BOUND.search(passage.plain[passage.begin : found.start()])
        if len(quotas) == 1 and not is_bound and is_sure(reading, *found.span("said")):
            yield from _share(quotas[0], amount, found, reading)
    for found in _PERCENT.finditer(passage.plain, passage.begin, passage.end):
        quota = _split(reading) if is_sure(reading, *found.span("said")) else None
        if quota and Decimal(found["amount"]) not in quota.shares.values() and found["amount"] != "100":
            told = ", ".join(f"{item} {share}%" for item, share in quota.shares.items())
            yield reading.claim("share", found.span("said"), f'the shares of "{quota.id}" are {told}', agrees=False)


def _quotas(words: frozenset[str], reading: Reading) -> Iterator[Quota]:
    touched = reading.topics.touched_by(words, ("quota",))
    yield from (reading.facts.plan.quotas[name] for _, name in touched)


def _share(quota: Quota, amount: Decimal, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Hold a part against the share of whom it names; of nobody, only a quota's own note surely does."""
    named = [known for mention in reading.mentions for known in mention.items]
    owner = reading.context.owner
    meant = [each[1] for each in (*named, *((owner,) if owner else ())) if each[1] in quota.shares]
    is_of_quota = owner == ("quota", quota.id)
    shares = [quota.shares[each] for each in meant] or (list(quota.shares.values()) if is_of_quota else [])
    if shares and not any(abs(each - amount) < 1 for each in shares):
        told = (
            f'the share of "{meant[0]}" in "{quota.id}" is {shares[0]}%'
            if meant
            else f'"{quota.id}" has no such share'
        )
        yield reading.claim("share", found.span("said"), told, agrees=False)


def _split(reading: Reading) -> Quota | None:
    """The quota that a sentence about shares speaks of: the one of its live facts, or the only one that fits."""
    passage = reading.passage
    asked = re.search(r"share\(\s*['\"]([^'\"]+)", passage.text[passage.begin : passage.end])
    if asked:
        return reading.facts.plan.quotas.get(asked[1])
    if not _SPLIT.search(passage.plain, passage.begin, passage.end):
        return None
    holders = {known[1] for mention in reading.mentions for known in mention.items}
    owner = reading.context.owner
    holders |= {known[1] for known in (owner, *reading.topics.related(owner)) if known} if owner else set()
    fitting = [each for each in reading.facts.plan.quotas.values() if holders & set(each.shares)]
    return fitting[0] if len(fitting) == 1 else None


def _versions(reading: Reading) -> Iterator[Claim]:
    version, passage = reading.facts.plan.version, reading.passage
    for pattern in _VERSION:
        for found in pattern.finditer(passage.plain, passage.begin, passage.end):
            if found["said"].removeprefix("v") != version and is_sure(reading, *found.span("said")):
                yield reading.claim("version", found.span("said"), f"the plan is version {version}", agrees=False)
