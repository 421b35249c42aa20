"""Numbers within a sentence that do not fit one another: "eighty papers, ninety of them read"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.literals.claims import Claim, Reading
from generator.literals.numbers import COUNTED, NUMBERS, ONE_WORD, whole_number
from generator.patterns import Pattern, any_of
from generator.scheduling.schedule import Schedule

_FIRST = r"(?<![\w.,:/–-])(?<!\band\s)(?<!hundred\s)(?<!thousand\s)"
_OF_THEM = Pattern(
    rf"{_FIRST}(?P<whole>{ONE_WORD})\s+{COUNTED}[^.;:]{{0,60}}?(?:,|;|—|–|\(|\band\b)\s*(?:(?:and|but|at\s+least|about|all)\s+)*"
    rf"(?P<said>(?P<part>{ONE_WORD})\s+of\s+(?:them|these|those|which|whom))\b",
    words=(NUMBERS, any_of("of"), any_of("them these those which whom")),
)
_OF_WHOLE = Pattern(
    rf"{_FIRST}(?P<said>(?P<part>{ONE_WORD})\s+(?:out\s+)?of\s+(?:(?:the|its|our|all|these|those)\s+)*(?P<whole>{ONE_WORD})\s+{COUNTED})",
    words=(NUMBERS, any_of("of")),
)
_LIST = Pattern(
    rf"(?:^|(?<=[.;:]\s))(?P<said>(?P<whole>{ONE_WORD})\s+{COUNTED})\s*[,:]\s+"
    rf"(?P<parts>(?:and\s+)?{ONE_WORD}\s+(?P<how>for|in|at|with|from|on)\s+[^.;:()]{{2,80}})(?=[.;]|$)",
    words=(NUMBERS, any_of("for in at with from on")),
)
_OF_BARE = Pattern(
    rf"\b(?i:all|the)\s+(?P<whole>{ONE_WORD})\s+(?:[a-z-]{{3,20}}\s+)??(?P<noun>[a-z]{{3,20}}s|people)\b[^.;:()]{{0,60}}?,?\s+(?:and|but)\s+(?P<said>(?P<part>{ONE_WORD})\s+of\s+the\s+(?P<again>{ONE_WORD}))"
    r"(?=\s+(?:is|are|must|can|may|have|suffice)\b|\s*[.,;]|$)",
    words=(NUMBERS, any_of("of")),
)
_PART_OF = Pattern(rf"\b{ONE_WORD}\s+(?:out\s+)?of\b", words=(any_of("of"),))
"""A part of a whole, which is quick to look for."""
_PART = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)"
_SINGLED = re.compile(r"\b(?:each|every|per|of|other|rest|others|another|more|any|all|both)\b", re.IGNORECASE)
_ROUNDS = Pattern(
    rf"(?P<said>(?P<times>{ONE_WORD})\s+(?:times|rounds?\s+of|turns?\s+of|laps?\s+of)\s+(?P<amount>{ONE_WORD})\s+(?P<unit>minute|hour|day)s?)\b",
    words=(NUMBERS, any_of("times round rounds turn turns lap laps")),
)
_AT_ONCE = re.compile(r"\b(?:at\s+(?:once|the\s+same)|parallel|side\s+by\s+side|if|would|could|up\s+to|at\s+most)\b")
_MINUTES = {"minute": 1, "hour": 60, "day": 1440}
_FEW = 5
_PART_AND_WHOLE = 2


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each part larger than its whole, each whole that is not its parts, and rounds beyond their task."""
    if reading.numbers_told < _PART_AND_WHOLE:
        return
    bounds = reading.passage.plain, reading.passage.begin, reading.passage.end
    has_part = _PART_OF.search(*bounds) is not None
    for form in (_OF_THEM, _OF_WHOLE) if has_part else ():
        for found in form.finditer(*bounds):
            part, whole = _numbers(found["part"], found["whole"])
            if whole and part > whole:
                fact = f"there are {found['whole']} {found['noun']}"
                yield reading.claim("count", found.span("said"), fact, agrees=False)
    for found in _LIST.finditer(bounds[0], reading.passage.words_begin, bounds[2]):
        yield from _of_list(found, reading)
    for found in _OF_BARE.finditer(*bounds) if has_part else ():
        yield from _of_bare(found, reading)
    owner, is_own = reading.context.owner, reading.passage.pointer[-1] == "description"
    found_rounds = _ROUNDS.match(bounds[0], reading.passage.words_begin, bounds[2]) if is_own else None
    if owner and owner[0] == "task" and found_rounds and not _AT_ONCE.search(*bounds):
        yield from _of_rounds(owner[1], found_rounds, reading)


def _of_bare(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Judge "all five members sit, and three of the six are enough": nothing else of which there are six is told."""
    plain, begin = reading.passage.plain, found.start("said")
    whole, again = _numbers(found["whole"], found["again"])
    before = {whole_number(each[0]) for each in re.finditer(rf"\b{ONE_WORD}", plain[:begin])}
    if whole and again and whole != again and again not in before:
        fact = f"there are {found['whole']} {found['noun']}"
        yield reading.claim("count", found.span("said"), fact, agrees=False)


def _of_list(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """A list of parts of one kind: of many some may go untold, but of a few the last one is missed."""
    parts = re.split(_PART, found["parts"])
    numbers = [re.match(rf"(?:and\s+)?({ONE_WORD})\s+{found['how']}\b", part) for part in parts]
    if len(parts) == 1 or not all(numbers) or _SINGLED.search(found["parts"]):
        return
    whole, *told = _numbers(found["whole"], *(each[1] for each in numbers if each))
    if whole and all(told) and (sum(told) > whole or (sum(told) == whole - 1 and whole <= _FEW)):
        yield reading.claim("count", found.span("said"), f"the list behind it tells of {sum(told)}", agrees=False)


def _of_rounds(task: str, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    times, amount = _numbers(found["times"], found["amount"])
    minutes = times * amount * _MINUTES[found["unit"].lower()]
    most = _longest(task, reading.facts.schedule)
    if minutes > most:
        told = f"{float(most / _MINUTES[found['unit'].lower()]):g} {found['unit'].lower()}s"
        yield reading.claim("duration", found.span("said"), f'"{task}" takes {told} at most', agrees=False)


def _numbers(*words: str) -> tuple[int, ...]:
    """Read numbers; a word that is none counts nothing."""
    return tuple(whole_number(word) or 0 for word in words)


def _longest(task: str, schedule: Schedule) -> Fraction:
    """The minutes that a task takes at most, by the clock."""
    dates, estimate = schedule.dates[task], schedule.estimate(task)
    day, week = (
        (1440, 7 * 1440) if estimate.likely.elapsed else (schedule.time.day_minutes, schedule.time.week_minutes)
    )
    passed = dates.early_finish - dates.early_start
    return max(Fraction(passed), Fraction(estimate.pessimistic.minutes(day, week)))
