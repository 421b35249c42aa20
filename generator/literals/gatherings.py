"""When a team is said to meet, where the meeting is told by its rhythm: "each team meets daily at 9:00 AM"."""

import re
from collections.abc import Iterator

from generator.errors import BadValueError
from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.model.communication import Meeting
from generator.model.notation import parse_time
from generator.model.quantity import ClockTime
from generator.patterns import DIGIT, Pattern, any_of

_MEETS = Pattern(
    r"\b(?P<each>[Ee]ach|[Ee]very|[Tt]he|[Aa]ll)\s+(?:[a-z]{3,14}\s+)?(?P<who>waves?|teams?)\s+meets?\s+"
    r"(?P<said>(?P<rhythm>daily|every\s+(?:work)?day|each\s+(?:work)?day|on\s+(?P<day>[A-Z][a-z]{2,5}day)s?)\s+at\s+"
    r"(?P<at>\d{1,2}:\d{2}(?:\s*(?:[AaPp]\.?[Mm]\b\.?))?))(?![:\d])",
    words=(any_of("meet meets"), any_of("wave waves team teams"), any_of("at"), any_of(DIGIT)),
)

_RHYTHM = Pattern(
    r"\b(?:[Ee]ach|[Ee]very)\s+(?:[a-z]{3,14}\s+)?(?:wave|team)\s+meets\s+(?P<said>daily|weekly)\b",
    words=(any_of("meets"), any_of("daily weekly")),
)
_BEFORE = Pattern(
    r"\b(?P<said>daily|weekly),?\s+(?:right\s+|always\s+)?before\s+(?:the\s+|each\s+of\s+the\s+)?[*_]{0,2}$",
    words=(any_of("daily weekly"), any_of("before")),
)

_RHYTHMS = any_of("daily weekly")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each time at which no team's meeting of that rhythm is held."""
    passage = reading.passage
    yield from _rhythms(reading)
    for found in _MEETS.finditer(passage.plain, passage.begin, passage.end):
        every = [each for each in reading.facts.plan.meetings.values() if _is_meant(each, found)]
        meetings = [each for each in every if each.per_wave or found["each"].lower() == "the"]
        said = _time(found["at"])
        if said and meetings and is_sure(reading, *found.span("said")) and all(each.at != said for each in meetings):
            told = next((each for each in meetings if each.at), None)
            if told:
                yield reading.claim("figure", found.span("at"), f'"{told.id}" is at {told.at}', agrees=False)


def _rhythms(reading: Reading) -> Iterator[Claim]:
    """Judge "each team meets weekly", and "daily, before the reviews": by the meetings of teams, or the one named."""
    passage, meetings = reading.passage, reading.facts.plan.meetings
    if not reading.says(_RHYTHMS):
        return
    for found in _RHYTHM.finditer(passage.plain, passage.begin, passage.end):
        of_teams = [each for each in meetings.values() if each.per_wave]
        if of_teams and all(_rhythm(each) not in ("", found["said"]) for each in of_teams):
            yield from _otherwise(of_teams[0], found, reading)
    for mention in reading.named:
        known = mention.of("meeting")
        before = _BEFORE.search(passage.plain[: mention.begin], passage.begin) if len(known) == 1 else None
        if before and _rhythm(meetings[known[0][1]]) not in ("", before["said"]):
            yield from _otherwise(meetings[known[0][1]], before, reading)


def _otherwise(meeting: Meeting, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    if is_sure(reading, *found.span("said")):
        fact = f'"{meeting.id}" is {_rhythm(meeting)}'
        yield reading.claim("date", found.span("said"), fact, agrees=False)


def _rhythm(meeting: Meeting) -> str:
    return "daily" if meeting.is_daily else "weekly" if len(meeting.on) == 1 else ""


def _is_meant(meeting: Meeting, found: re.Match[str]) -> bool:
    """Tell whether a meeting is on the days that are told."""
    if found["day"]:
        return found["day"][:3].lower() in meeting.on
    return meeting.is_daily


def _time(text: str) -> ClockTime | None:
    try:
        return parse_time(text)
    except BadValueError:
        return None
