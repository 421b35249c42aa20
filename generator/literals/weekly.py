"""The weekday of a meeting in other words: "each Friday the site round looks at it", "settled on Mondays"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import clause_around, is_sure
from generator.literals.days import WEEKDAY, WEEKDAYS, weekday_named
from generator.literals.stems import stems
from generator.model.calendar import Weekday
from generator.model.communication import Meeting
from generator.patterns import Pattern

_DAY = Pattern(
    rf"\b(?P<lead>[Oo]n\s+(?:an?\s+|the\s+)?|[Ee]ach\s+|[Ee]very\s+|[Aa]t\s+(?:each|every|the)\s+){WEEKDAY}s?(?P<own>['’]s?)?\b"
    r"(?!,?\s+(?:the\s+)?\d|\s+(?:of|in)\s+(?:the\s+)?(?:[Ww]eek|\w+\s+week))",
    ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"),
)
_MOMENT = re.compile(r",\s+on\s+the\s+(?:morning|afternoon|evening|day)\s+of\s+(?:the\s+)?$")
_APART = re.compile(r"[,;:]|\b(?:before|after|until|since|for|without|and|while|but)\b")
_SETTLED = re.compile(
    r"\b(?:settled|agreed|decided|discussed|divided|planned|assigned|given\s+out|shared\s+out|looked\s+at|gone\s+through|met|meets?)\b"
)

_COMMON = stems("week meeting round call next day days review what who which where")
"""Words that many meetings share."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each weekday that a clause gives a meeting which is held on others."""
    passage, meetings = reading.passage, reading.facts.plan.meetings
    if not meetings or passage.pointer[0] == "meetings":
        return
    for found in _DAY.finditer(passage.plain, passage.begin, passage.end):
        among = _meant(found, reading)
        true = {day for meeting in among for day in _days(meeting)}
        if true and weekday_named(found["weekday"]) not in true and is_sure(reading, *found.span("weekday")):
            names = " and ".join(WEEKDAYS[each] for each in sorted(true))
            yield reading.claim("date", found.span("weekday"), f'"{among[0].id}" is on {names}', agrees=False)


def _meant(found: re.Match[str], reading: Reading) -> tuple[Meeting, ...]:
    """The meeting beside a weekday with no mark between, or the one that settles what the clause says is settled."""
    passage, meetings = reading.passage, reading.facts.plan.meetings
    for mention in reading.mentions:
        of = mention.of("meeting")
        gap = passage.plain[min(mention.end, found.end()) : max(mention.begin, found.start())]
        if of and len(of) == len(mention.items) and (not _APART.search(gap) or _MOMENT.search(gap)):
            return tuple(meetings[name] for _, name in of)
    begin, end = clause_around(passage, *found.span())
    begin = max(begin, passage.plain.rfind(";", passage.begin, found.start()) + 1)
    clause = passage.plain[begin:end]
    if not _SETTLED.search(clause):
        return ()
    words = stems(passage.plain[passage.begin : passage.end])
    touched = [each for each in meetings.values() if words & stems(f"{each.name} {' '.join(each.agenda)}") - _COMMON]
    return tuple(touched) if len(touched) == 1 else ()


def _days(meeting: Meeting) -> Iterator[int]:
    if isinstance(meeting.on, tuple):
        yield from (day.number for day in meeting.on if isinstance(day, Weekday))
