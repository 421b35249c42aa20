"""Factors that do not make the number told in their sentence: "54 officers in three groups of sixteen"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.numbers import LONG_NUMBER, NUMBERS, number_of
from generator.patterns import Pattern, any_of

_FIRST = r"(?<![\w.,:/€$£%–-])"
_NOUN = r"[a-z][a-z-]{2,20}"
_LAST = (
    r"(?![\w%:/–-]|,?\d|\s+(?:or|to|minutes?|hours?|days?|weeks?|months?|years?|metres?|litres?|euros?|pounds?)\b"
    r"|\s+and\s+(?:an?\s+)?(?:half|quarter)\b)"
)
_GROUPS = Pattern(
    rf"{_FIRST}(?P<whole>{LONG_NUMBER})(?:\s+{_NOUN}){{0,3}},?\s+(?:in|into)\s+(?P<said>(?P<times>{LONG_NUMBER})\s+(?:{_NOUN}\s+)?(?P<noun>{_NOUN}s)"
    rf"\s+of\s+(?P<rate>{LONG_NUMBER}){_LAST}(?:\s+{_NOUN}s)?(?:,?\s+and\s+an?\s+(?:{_NOUN}\s+)?of\s+(?P<rest>{LONG_NUMBER}))?){_LAST}",
    words=(NUMBERS, any_of("of"), any_of("in into")),
    flags=re.IGNORECASE,
)
_IN_EACH = Pattern(
    rf"{_FIRST}(?P<said>(?P<rate>{LONG_NUMBER})\s+(?P<of>of\s+them\s+)?(?:{_NOUN}\s+)?(?:in|at|for|on)\s+each\s+of\s+(?:the|our|its)\s+"
    rf"(?P<times>{LONG_NUMBER})\s+{_NOUN}s)\b",
    words=(NUMBERS, any_of("each"), any_of("of")),
    flags=re.IGNORECASE,
)
_UNIT = r"(?P<unit>minute|hour|day|night|week|month)"
_IN_TURN = Pattern(
    rf"{_FIRST}(?P<rate>{LONG_NUMBER})\s+(?:{_NOUN}\s+)?(?:in\s+an?|per|an?)\s+{_UNIT},\s+(?:and\s+)?(?:so\s+)?"
    rf"(?P<said>(?P<whole>{LONG_NUMBER})\s+(?:{_NOUN}\s+)?in\s+(?:the\s+|all\s+)?(?P<times>{LONG_NUMBER})\s+(?P=unit)s)\b",
    words=(NUMBERS, any_of("in"), any_of("minutes hours days nights weeks months")),
    flags=re.IGNORECASE,
)
_OF_BOTH = Pattern(
    rf"{_FIRST}(?P<times>{LONG_NUMBER})\s+(?P<noun>{_NOUN})s\b[^.;:]{{0,80}}?{_FIRST}(?P<rate>{LONG_NUMBER})\s+(?:{_NOUN}\s+)?(?:an?|per)\s+{_UNIT}"
    rf"\s+and\s+(?P=noun):\s+(?P<said>(?P<whole>{LONG_NUMBER})\s+(?:{_NOUN}\s+)?in\s+an?\s+(?P=unit))\b",
    (":",),
    words=(NUMBERS, any_of("and"), any_of("in"), any_of("minute hour day night week month")),
    flags=re.IGNORECASE,
)
_SHARED_OUT = any_of(
    """
    groups lots teams batches sets packs bundles parcels portions instalments classes parties crews rounds runs series
    blocks stages shares parts piles heaps pairs squads columns sections slices series
    """
)
"""What is as large as what it is made of: rooms may have places left, and lifts go more than once."""
_ROUGH = re.compile(
    r"\b(?:about|nearly|almost|some|up\s+to|at\s+most|at\s+least|over|around|roughly|more|less|fewer|if|could|would|not|or|last)\b",
    re.IGNORECASE,
)
_NEAR = 12
_ADDED = re.compile(rf",?\s+(?:and|plus|besides)\s+(?:an?\b|{LONG_NUMBER})", re.IGNORECASE)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each product that is another number than the sentence, or the role whose work it tells, has."""
    passage = reading.passage
    bounds = passage.plain, passage.begin, passage.end
    told = reading.numbers_told
    for form in (_GROUPS, _IN_TURN, _OF_BOTH) if told >= len(("whole", "times", "rate")) else ():
        for found in form.finditer(*bounds):
            is_added = _ADDED.match(passage.plain, found.end(), passage.end)
            if not is_added and not _ROUGH.search(
                passage.plain, max(passage.begin, found.start() - _NEAR), found.end()
            ):
                yield from _judged(number_of(found["whole"]), found, reading)
    count = _count(reading) if told >= len(("times", "rate")) else 0
    for found in _IN_EACH.finditer(*bounds) if count else ():
        if found["of"] and not _ROUGH.search(*bounds):
            yield from _judged(count, found, reading)


def _judged(whole: int, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    rest = number_of(found["rest"]) if found.groupdict().get("rest") else 0
    times, rate = number_of(found["times"]), number_of(found["rate"])
    made = times * rate + rest
    is_room = found.re is _GROUPS.compiled and found["noun"].lower() not in _SHARED_OUT
    if whole not in (made, made - rest) and not is_room:
        told = f"{times:,} times {rate:,}{f' and {rest:,}' if rest else ''}"
        fact = f"{told} are {made:,}, not {whole:,}"
        yield reading.claim("count", found.span("said"), fact, agrees=False)


def _count(reading: Reading) -> int:
    """How many people a role has, in its own text; none where it is not one number."""
    owner = reading.context.owner
    count = reading.facts.plan.roles[owner[1]].count if owner and owner[0] == "role" else None
    return count.low if count and count.low == count.high else 0
