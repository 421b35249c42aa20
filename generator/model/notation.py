"""How people write quantities: `5d`, `2-3`, `W2D1`, `> 3 in 5 min`, `9:00 AM`, read into values."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated

from generator.errors import BadValueError
from generator.model.quantity import Band, ClockTime, Duration, Estimate, Position, Shift, Threshold, Unit, Weeks
from generator.model.written import written

_AMOUNT = r"\d{1,9}(?:\.\d{1,6})?"
_DURATION = re.compile(rf"({_AMOUNT})\s*(e?)(min|m|h|d|w)")
_ANY_AMOUNT = re.compile(r"(\d+)(?:\.\d+)?\s*e?(?:min|m|h|d|w)")
_BAND = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")
_SPOKEN_POSITION = re.compile(r"week\s+(\d{1,4}),?\s+day\s+(\d)\b", re.IGNORECASE)
_POSITION = re.compile(r"W(\d{1,4})\s*D(\d)", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?:\s*([AaPp])\.?[Mm]\.?)?")
_SPAN = re.compile(r"(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})")
_OPERATORS = {
    **{sign: sign for sign in (">=", "<=", ">", "<", "=")},
    "≥": ">=",
    "≤": "<=",
    **dict.fromkeys(("no less than", "no fewer than", "at least"), ">="),
    **dict.fromkeys(("no more than", "at most", "up to"), "<="),
    **dict.fromkeys(("more than", "over", "above"), ">"),
    **dict.fromkeys(("less than", "fewer than", "under", "below"), "<"),
    "exactly": "=",
    "": "=",
}
_THRESHOLD = re.compile(
    rf"(?P<op>{'|'.join(_OPERATORS)})\s*"
    rf"(?P<amount>[-−]?{_AMOUNT})\s*(?P<unit>(?!(?:in|for)\b)[^\d\s]\S*)?"
    rf"(?:\s+(?P<of>(?!in\b|for\b)\S.*?))??"
    rf"(?:\s+(?P<how>in|for)\s+(?P<window>{_AMOUNT})\s*(?P<window_unit>[A-Za-z]+))?"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DAY, _MIDNIGHT = 24 * 60, "24:00"
_YEARS = range(1900, 2200)
_LONGEST_YEARS, _MOST_DIGITS = 100, 9
_TOO_LONG, _CHECK = 'duration "{}" is longer than a hundred years', "check the number and its unit"
_MS, _SECOND, _MINUTE, _HOUR, _LONG_DAY = (1, 60_000), (1, 60), (1, 1), (60, 1), (24 * 60, 1)
_WINDOW_UNITS = {
    "ms": _MS,
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), _SECOND),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), _MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), _HOUR),
    **dict.fromkeys(("d", "day", "days"), _LONG_DAY),
}
"""Minutes of a unit as a fraction: a third of a minute has no end in decimals."""


def parse_duration(text: str) -> Duration:
    """Read `5d`, `2w`, `16h`, `90m`, or `5ed`: five days by the clock, nights and weekends included."""
    found = _DURATION.fullmatch(text.strip())
    if not found:
        _refuse_amount(text.strip())
        raise _not_a("duration", text, 'write a number and a unit: "5d", "2w", "16h", "90m", or "3ed" by the clock')
    unit = Unit.MINUTE if found.group(3) == "min" else Unit(found.group(3))
    duration = Duration(Decimal(found.group(1)), unit, bool(found.group(2)), text.strip())
    if duration.minutes(24 * 60, 7 * 24 * 60) > _LONGEST_YEARS * 365 * 24 * 60:
        raise BadValueError(_TOO_LONG.format(text), help=_CHECK)
    return duration


def _refuse_amount(text: str) -> None:
    """Tell a duration whose number alone is what cannot be read."""
    found = _ANY_AMOUNT.fullmatch(text)
    if found and len(found.group(1)) > _MOST_DIGITS:
        raise BadValueError(_TOO_LONG.format(text), help=_CHECK)
    if found:
        raise BadValueError(f'duration "{text}" is too exact', help="write six decimals at most, or a smaller unit")


def parse_estimate(value: object) -> Estimate:
    """Read one duration, or three divided by slashes."""
    points = [parse_duration(part) for part in _text(value, "duration").split("/")]
    if len(points) == 1:
        return Estimate(points[0], points[0], points[0])
    if len(points) != len(("optimistic", "likely", "pessimistic")):
        raise _not_a("duration", value, 'three points are written "3d/5d/8d": optimistic, likely, pessimistic')
    optimistic, likely, pessimistic = (point.minutes(8 * 60, 40 * 60) for point in points)
    if not optimistic <= likely <= pessimistic:
        raise BadValueError(f'"{value}" is not in order', help="write optimistic/likely/pessimistic, smallest first")
    return Estimate(*points)


def parse_band(value: object) -> Band:
    """Read `3` or `2-3`."""
    low, high = _pair(value, "number of people", '"3" or "2-3"')
    return Band(low, high)


def parse_weeks(value: object) -> Weeks:
    """Read `2` or `1-2`; weeks count from 1."""
    first, last = _pair(value, "range of weeks", '"2" or "1-2"')
    if first < 1:
        raise BadValueError(f'week "{first}" is before the first', help="weeks count from 1")
    return Weeks(first, last)


def parse_when(value: object) -> Position | date:
    """Read `W2D1` or `2026-01-05`."""
    text = _text(value, "date")
    found = _POSITION.fullmatch(text)
    if not found:
        return _date(text, 'write "2026-01-05", or "W2D1" for a week and a day')
    week, day = int(found.group(1)), int(found.group(2))
    if week < 1 or day < 1:
        raise BadValueError(f'"{text}" is before the plan', help="weeks and days count from 1: W1D1 is the first day")
    return Position(week, day)


def parse_moment(value: object) -> Position | date:
    """Read a day, `W2D1` or `2026-01-05`, with a time of day where the hour matters: `W2D1 14:00`."""
    text = _text(value, "date")
    day, _, time = text.rpartition(" ")
    if ":" not in time:
        return parse_when(text)
    when, minute = parse_when(day), _DAY if time == _MIDNIGHT else _minutes(parse_time(time))
    if isinstance(when, Position):
        return replace(when, minute=minute)
    return datetime.combine(when, datetime.min.time()) + timedelta(minutes=minute)


def parse_date(value: object) -> date:
    """Read `2026-01-05`."""
    return _date(_text(value, "date"), 'write "2026-01-05"')


def _date(text: str, help_text: str) -> date:
    try:
        found = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        raise _not_a("date", text, _spoken_day(text) or help_text)
    if found.year not in _YEARS:
        raise BadValueError(f'"{text}" is out of range', help=f"years run from {_YEARS[0]} to {_YEARS[-1]}")
    return found


def parse_threshold(value: object) -> Threshold:
    """Read `> 70%`, `over 70%`, `< 500ms`, `> 3 in 5 min`, `> 2x baseline for 5 min`."""
    text = _text(value, "threshold")
    found = _THRESHOLD.fullmatch(text)
    if not found:
        raise _not_a("threshold", text, 'write "> 70%", "under 500ms", "> 3 in 5 min" or "> 2x baseline for 5 min"')
    part = found.groupdict(default="")
    operator = _OPERATORS.get(part["op"], part["op"])
    window = _window_minutes(part["window"], part["window_unit"])
    return Threshold(operator, signed(part["amount"]), part["unit"], part["of"], window, text)


def signed(amount: str) -> Decimal:
    """Read an amount that may have a minus sign or a hyphen before it."""
    return Decimal(amount.replace("−", "-"))


def time_in_minutes(amount: Decimal, unit: str) -> Decimal | None:
    """Minutes of a time as thresholds tell it: `500 ms`, `30 s`, `1 h`; nothing where the unit is none of time."""
    size = _WINDOW_UNITS.get(unit.lower())
    return None if size is None else amount * size[0] / size[1]


def parse_time(value: object) -> ClockTime:
    """Read `9:00`, `15:30` or `9:00 AM`."""
    text = _text(value, "time of day")
    found = _TIME.fullmatch(text)
    hour = _hour(int(found.group(1)), found.group(3)) if found else None
    minute = int(found.group(2)) if found else 0
    if hour is None or minute > 59:  # noqa: PLR2004 - an hour has sixty minutes
        raise _not_a("time of day", text, 'write "9:00", "15:30" or "9:00 AM"')
    return ClockTime(hour, minute, text)


def _hour(number: int, half: str | None) -> int | None:
    """Count an hour from midnight; nothing where a clock does not show it."""
    if half is None:
        return number if number < 24 else None  # noqa: PLR2004 - a day has as many
    afternoon = 12 if half in "pP" else 0
    return number % 12 + afternoon if 1 <= number <= 12 else None  # noqa: PLR2004 - a clock shows twelve


def parse_shift(value: object) -> Shift:
    """Read working hours such as `9:00-17:00`; a day ends at 24:00."""
    found = _SPAN.fullmatch(_text(value, "working hours"))
    if not found:
        raise _not_a("pair of times", value, 'write "9:00-17:00"')
    start, end = (_DAY if part == _MIDNIGHT else _minutes(parse_time(part)) for part in found.groups())
    if start >= end:
        night = 'write "9:00-17:00"; work over midnight is two shifts: "22:00-24:00" and "0:00-6:00"'
        raise BadValueError(f'"{value}" ends before it starts', help=night)
    return Shift(start, end)


def _minutes(time: ClockTime) -> int:
    return time.hour * 60 + time.minute


def _pair(value: object, kind: str, examples: str) -> tuple[int, int]:
    found = _BAND.fullmatch(_text(value, kind))
    if not found:
        raise _not_a(kind, value, f"write {examples}")
    low = int(found.group(1))
    high = int(found.group(2) or low)
    if low > high:
        raise BadValueError(f'"{value}" runs backwards', help=f'write "{high}-{low}"')
    return low, high


def _window_minutes(amount: str, unit: str) -> Decimal | None:
    if not amount:
        return None
    minutes = time_in_minutes(Decimal(amount), unit)
    if minutes is None:
        raise BadValueError(f'unknown unit "{unit}"', help='write "5 min", "30 s" or "1 h"')
    return minutes


def _text(value: object, kind: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadValueError(f"expected a {kind}, found {describe(value)}")
    return value.strip()


def _spoken_day(text: str) -> str | None:
    """Tell how a day in words is written: a week and a day, as documents tell them."""
    found = _SPOKEN_POSITION.match(text)
    return f'write "W{int(found.group(1))}D{found.group(2)}"' if found else None


def _not_a(kind: str, value: object, help_text: str) -> BadValueError:
    return BadValueError(f'"{value}" is not a {kind}', help=help_text)


def describe(value: object) -> str:
    """Say in words what kind of YAML value stands where another is expected."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value in (None, "") else f'"{value}"'


_D = rf"{_AMOUNT}\s*e?(min|m|h|d|w)"
DurationValue = Annotated[
    Duration,
    written(
        lambda value: parse_duration(_text(value, "duration")),
        "5d, 2w, 16h, 90m",
        "string",
        pattern=rf"^{_D}$",
    ),
]
EstimateValue = Annotated[
    Estimate,
    written(
        parse_estimate,
        "5d, or 3d/5d/8d: optimistic/likely/pessimistic",
        "string",
        pattern=rf"^{_D}(/{_D}/{_D})?$",
    ),
]
BandValue = Annotated[
    Band, written(parse_band, "People: 3, or 2-3", "string", "integer", pattern=r"^\d+(\s*[-–]\s*\d+)?$")
]
WeeksValue = Annotated[
    Weeks,
    written(parse_weeks, "Weeks of the plan: 2, or 1-2", "string", "integer", pattern=r"^\d+(\s*[-–]\s*\d+)?$"),
]
WhenValue = Annotated[
    Position | date,
    written(parse_when, "W2D1, or 2026-01-05", "string", pattern=r"^([Ww]\d+\s*[Dd]\d|\d{4}-\d{2}-\d{2})$"),
]
MomentValue = Annotated[
    Position | date,
    written(
        parse_moment,
        "W2D1, or 2026-01-05, with a time where the hour matters: W2D1 14:00",
        "string",
        pattern=r"^([Ww]\d+\s*[Dd]\d|\d{4}-\d{2}-\d{2})(\s+\d{1,2}:\d{2})?$",
    ),
]
DateValue = Annotated[date, written(parse_date, "2026-01-05", "string", pattern=r"^\d{4}-\d{2}-\d{2}$")]
ThresholdValue = Annotated[
    Threshold, written(parse_threshold, '"> 70%", under 500ms, "> 3 in 5 min"', "string", "number")
]
TimeValue = Annotated[ClockTime, written(parse_time, "9:00, 15:30, 9:00 AM", "string", "integer")]
ShiftValue = Annotated[Shift, written(parse_shift, "9:00-17:00", "string")]
