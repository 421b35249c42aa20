"""So many a day that do not come to the number told beside it: "ten patients in two days, six a day"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.numbers import COUNTED, NUMBER, NUMBERS, number_of
from generator.patterns import Pattern, any_of

_RATE = rf"(?P<said>(?P<rate>{NUMBER})\s+(?:an?|per|each|every)\s+(?P<each>day|night|week|hour))\b"
_TIMES = any_of("day days night nights week weeks hour hours")
_IN_SO_LONG = Pattern(
    rf"(?<![\w.,:/-])(?P<total>{NUMBER})\s+{COUNTED}\s+(?:in|over|within)\s+(?P<times>{NUMBER})\s+(?P<unit>day|night|week|hour)s?,\s+{_RATE}",
    (",",),
    words=(NUMBERS, _TIMES, any_of("in over within"), any_of("a an per each every")),
)
_ALONE = Pattern(
    rf"(?<![\w.,:/-])(?P<total>{NUMBER})\s+{COUNTED},\s+(?P<said>(?P<rate>{NUMBER})\s+(?:a|per|each|every)\s+day)\b",
    words=(NUMBERS, any_of("day")),
)
_IN_ALL = ("total", "times", "rate")
_ROUGH = re.compile(
    r"\b(?:about|nearly|almost|some|up\s+to|at\s+most|at\s+least|over|around|if|could|would)\b", re.IGNORECASE
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each rate that its sentence, or the length of the task that it describes, makes another number of."""
    passage = reading.passage
    bounds = passage.plain, passage.begin, passage.end
    if not reading.tells_number or _ROUGH.search(*bounds):
        return
    for found in _IN_SO_LONG.finditer(*bounds) if reading.numbers_told >= len(_IN_ALL) else ():
        total, times, rate = (number_of(found[each]) for each in _IN_ALL)
        if found["unit"] == found["each"] and total != times * rate:
            fact = f"{found['times']} {found['unit']}s of {found['rate']} make {times * rate}"
            yield reading.claim("count", found.span("said"), fact, agrees=False)
    owner = reading.context.owner
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    days = _days(owner[1], reading)
    for found in _ALONE.finditer(*bounds) if days else ():
        total, rate = number_of(found["total"]), number_of(found["rate"])
        if found["noun"] not in _TIMES and total != days * rate:
            fact = f'"{owner[1]}" takes {reading.facts.schedule.estimate(owner[1])}'
            yield reading.claim("count", found.span("said"), fact, agrees=False)


def _days(task: str, reading: Reading) -> int:
    """The working days of a task; none where they are no whole number, or not sure."""
    schedule, estimate = reading.facts.schedule, reading.facts.schedule.estimate(task)
    time = schedule.time
    least, most = (
        each.minutes(time.day_minutes, time.week_minutes) for each in (estimate.optimistic, estimate.pessimistic)
    )
    if estimate.likely.elapsed or least != most or most % time.day_minutes:
        return 0
    return int(most // time.day_minutes)
