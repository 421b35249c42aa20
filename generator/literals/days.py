"""Days and weeks as people write them."""

import re
from datetime import date

from generator.errors import BadValueError
from generator.model.notation import parse_date
from generator.model.quantity import Position
from generator.patterns import DIGIT, Pattern
from generator.scheduling.working_time import Day, WorkingTime

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b(?:\.(?=\s+\d))?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = frozenset(f"{day.lower()}{s}" for day in WEEKDAYS for s in ("", "s"))
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\.?,?\s+)"
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
DAY_NAME = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEK_NUMBER = rf"(?:[Ww]eek\s+\d{{1,3}}|the\s+{_ORDINAL}\s+week)"
_WEEKDAY_OF = rf"(?:the\s+)?{DAY_NAME}\s+(?:of|in)\s+{_WEEK_NUMBER}|{_WEEK_NUMBER},?\s+(?:on\s+)?{DAY_NAME}"
POSITION = (
    r"(?:[Ww]eek\s+\d{1,3},?\s+[Dd]ay\s+\d|[Dd]ay\s+\d\s+of\s+[Ww]eek\s+\d{1,3}|W\d{1,3}\s?D\d"
    rf"|{_WEEKDAY_OF})(?![\d%])"
)
_DATE = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+\d{{4}})?|the\s+{_ORDINAL}\s+of\s+{MONTH}(?:,?\s+\d{{4}})?"
    rf"|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?)(?![\d%:])"
)
DAY = Pattern(rf"(?P<day>{POSITION}|{_WEEKDAY}?{_DATE})", words=(frozenset({*_ORDINALS, DIGIT}),))
"""Compiled once: what stands before and behind a day is matched by patterns of its own."""
WEEKS = r"[Ww]eeks?\s+(?P<weeks>\d{1,3}(?:\s*(?:-|–|to|and|&)\s*\d{1,3})?)(?!\d|,?\s*[Dd]ay|\s*[-–]\s*\d)"
ONE_WEEK = rf"(?P<week>{_WEEK_NUMBER})(?!\d|,?\s*[Dd]ay|\s*(?:[-–]|to|and)\s*\d)"
WEEKDAY = rf"(?P<weekday>{DAY_NAME})"
PARTS_OF_DAY = {
    "morning": (0, 720), "afternoon": (720, 1140), "evening": (1020, 1440), "night": (1080, 1860), "noon": (660, 840),
}  # fmt: skip
"""From which minute of a day to which."""
STARTING = ("start", "begin", "begun", "open", "kick")
ENDING = (
    "finish", "end", "complete", "done", "ready", "over", "close", "conclude", "deliver", "accept", "declare",
    "reach", "pass", "due", "frozen", "held", "settled", "met",
)  # fmt: skip
"""What a statement of a beginning, or of an end, cannot do without."""
NO_DAY = -1
"""A week and day that the plan's calendar does not have."""


def day_index(text: str, time: WorkingTime, near: Day) -> int | None:
    """Find the day that a text names, a year left out being that of another day; nothing if it cannot be compared."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if re.match(_WEEKDAY_OF, text):
        return _weekday_of_week(text, time)
    if re.match(POSITION, text):
        week, day = reversed(numbers) if text[0] in "Dd" else numbers
        found = time.day_index(Position(week, day)) if week and day else None
        return NO_DAY if found is None else found
    told = date_of(text, near.date.year if near.date else None)
    return time.day_index(told) if told and time.start_date else None


def week_of(text: str) -> int:
    """The number of a week: `week 9`, `the ninth week`."""
    number = re.search(r"\d+", text)
    return (
        int(number.group())
        if number
        else next(_ORDINALS.index(word) + 1 for word in text.split() if word in _ORDINALS)
    )


def weekday_named(text: str) -> int:
    """The number of a weekday, 0 for Monday."""
    return next(index for index, name in enumerate(WEEKDAYS) if name in text)


def _weekday_of_week(text: str, time: WorkingTime) -> int:
    return (week_of(text) - 1) * len(WEEKDAYS) + (weekday_named(text) - time.first_weekday) % len(WEEKDAYS)


def date_of(text: str, year: int | None) -> date | None:
    """Read a date; nothing where it has no year and none is given, or where there is no such day."""
    text = re.sub(rf"the\s+({_ORDINAL})\s+of\b", lambda found: str(_ordinal(found[1])), text)
    iso = re.search(r"\d{4}-\d{2}-\d{2}", text)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    dotted = re.search(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    try:
        if iso:
            return parse_date(iso.group())
        if dotted:
            return date(numbers[2], numbers[1], numbers[0])
        month = next(
            index for index, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", _without_weekday(text))
        )
        told = numbers[1] if len(numbers) > 1 else year
        return date(told, month, numbers[0]) if told else None
    except (ValueError, BadValueError, StopIteration):
        return None


def weekday_of(text: str) -> int | None:
    """The weekday that stands before a date."""
    found = re.match(_WEEKDAY, text)
    return next((index for index, name in enumerate(WEEKDAYS) if found and found.group()[:3] == name[:3]), None)


def weeks_of(text: str) -> tuple[int, int]:
    """First and last of `3-4`, `3 and 4`, `3`."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return numbers[0], numbers[-1]


def _ordinal(text: str) -> int:
    number = re.match(r"\d+", text)
    return int(number.group()) if number else _ORDINALS.index(text) + 1


def _without_weekday(text: str) -> str:
    return re.sub(_WEEKDAY, "", text).lower()
