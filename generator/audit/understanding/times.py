"""When: days and weeks found in text, ranges of them joined."""

import re
from collections.abc import Iterator
from datetime import date

from generator.audit.calendar import MONTH, MONTHS, WEEKDAY, month_number
from generator.audit.understanding.points import DateStyle, points_in
from generator.audit.understanding.windows import Found, Window, week_window
from generator.audit.understanding.words import level

_MONTH_YEAR = re.compile(rf"(?P<month>{MONTH}\.?)\s+(?P<year>(?:19|20|21)\d\d)", re.IGNORECASE)
_JOIN = re.compile(
    rf"\s*(?:-|to|through|until|till|thru|and|&|→|\.\.)\s*(?:{WEEKDAY}\b\.?,?\s*)?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:and|&)", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s(?:the\s)?(?:{WEEKDAY}\b\.?,?\s*)?$", re.IGNORECASE)
_NEAR = 30
_BARE = re.compile(r"#?(\d{1,3})(?:\s*(?:-|to|/|and|&|,)\s*(\d{1,3}))?")
_WINTER = 150
"""Days; what runs over the end of a year is no longer."""


def windows_in(text: str, style: DateStyle) -> list[Found]:
    """Find every stretch of time that a text tells, ranges joined."""
    return list(_ranges(points_in(text, style), level(text)))


def month_of(text: str) -> int | None:
    """Number the month that a cell names with its year, such as `March 2027`."""
    found = _MONTH_YEAR.fullmatch(level(text).strip())
    return int(found["year"]) * len(MONTHS) + month_number(found["month"]) if found else None


def bare_window(text: str, scale: str, style: DateStyle) -> Window | None:
    """Read a cell below a heading that tells the unit: `3` or `3-4` below *Week*."""
    found = _BARE.fullmatch(level(text).strip())
    if not found:
        told = windows_in(text, style)
        return told[0].window if len(told) == 1 else None
    first, last = int(found[1]), int(found[2] or found[1])
    return week_window(first, last) if scale == "week" else Window(scale, first, last)


def _ranges(points: list[Found], plain: str) -> Iterator[Found]:
    joined: list[Found] = []
    for point in points:
        if joined and _joins(joined[-1], point, plain):
            joined[-1] = _join(joined[-1], point)
        else:
            joined.append(point)
    return iter(joined)


def _joins(left: Found, right: Found, plain: str) -> bool:
    between = plain[left.end : right.start]
    single = left.window.grain > 1 or left.window.first == left.window.last
    joined = left.window.scale == right.window.scale and single and _JOIN.fullmatch(between)
    return bool(joined) and not (
        left.window.scale in {"date", "week"} and _LISTED.match(between) and _are_apart(left, right, plain)
    )


def _are_apart(left: Found, right: Found, plain: str) -> bool:
    """`17 October and 20 October` are two days, *between* them is a stretch, and so are days that adjoin."""
    stretch = _BETWEEN.search(plain[max(0, left.start - _NEAR) : left.start])
    adjoin = left.window.last and right.window.first == left.window.last + 1
    return not (stretch or adjoin)


def _join(left: Found, right: Found) -> Found:
    first, last = left.window.first, right.window.last
    if left.window.scale == "date" and first and last and (first > last or left.dated != right.dated):
        first, last = _in_order(left, right, first, last)
    return Found(
        Window(left.window.scale, first, last, max(left.window.grain, right.window.grain)),
        left.start,
        right.end,
        right.dated,
    )


def _in_order(left: Found, right: Found, first: int, last: int) -> tuple[int, int]:
    """An end without a year is of the other's, or of the next one where winter lies between the two."""
    if not left.dated:
        first = _with_year(first, date.fromordinal(last).year)
    elif not right.dated:
        last = _with_year(last, date.fromordinal(first).year)
    if first <= last or (left.dated and right.dated):
        return first, last
    earlier = _with_year(first, date.fromordinal(first).year - 1)
    later = _with_year(last, date.fromordinal(last).year + 1)
    if later - first > _WINTER:
        return first, last
    return (earlier, last) if right.dated else (first, later)


def _with_year(day: int, year: int) -> int:
    try:
        return date.fromordinal(day).replace(year=year).toordinal()
    except ValueError:
        return day
