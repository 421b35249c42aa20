"""The weekday on which a task begins or ends, as its own description says it: "ends Mon 14:00", "starts Friday"."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.days import WEEKDAYS
from generator.patterns import Pattern, any_of

_TOLD = Pattern(
    r"(?:^|(?<=[.,;:]\s))(?:[Ii]t\s+)?(?:(?P<start>[Ss]tarts?|[Bb]egins?)|(?P<end>[Ee]nds?|[Ff]inish(?:es)?))\s+"
    r"(?:on\s+(?:an?\s+|the\s+)?)?(?P<day>(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|day|sday|nesday|rsday|urday)?)"
    r"(?![\w'’-])(?=\.?(?:,?\s+(?:at\s+)?\d{1,2}:\d{2})?\s*(?:[.;)]|$|,\s+[a-z]))",
    words=(any_of("start starts begin begins end ends finish finishes"),),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each weekday that is not the one on which the task of a description begins or ends."""
    owner, passage, schedule = reading.context.owner, reading.passage, reading.facts.schedule
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    dates, time = schedule.dates[owner[1]], schedule.time
    for found in _TOLD.finditer(passage.plain, passage.begin, passage.end):
        day = time.day_of_start(dates.early_start) if found["start"] else time.day_of_finish(dates.early_finish)
        true = WEEKDAYS[day.weekday]
        if not true.startswith(found["name"]) and is_sure(reading, *found.span("day")):
            fact = f'"{owner[1]}" {"begins" if found["start"] else "ends"} on a {true}'
            yield reading.claim("date", found.span("day"), fact, agrees=False)
