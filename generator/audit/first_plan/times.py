"""When rows take place and how long they take, as far as a plan can say it."""

import re
from dataclasses import replace
from datetime import date

from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.points import NO_YEAR
from generator.audit.understanding.stays import Stay, row_window
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import level

_LENGTH = re.compile(
    r"(?P<count>[1-9]\d{0,2})\s?(?:working |work|business )?(?P<unit>d|days?|w|wks?|weeks?)", re.IGNORECASE
)
WORKDAYS = 5
_LONGEST = 999


def told_window(row: Row) -> tuple[Window, Phrase] | None:
    """Tell when a row takes place; its end is open where only its start is told."""
    start = row.cell("start")
    if start and not row.cell("end") and len(start.windows) == 1:
        return replace(start.windows[0].window, last=None), start
    found = row_window(row)
    if found and found[0].scale == "day" and len(found[1].windows) == 1:
        return found[1].windows[0].window, found[1]
    return found


def row_times(row: Row) -> tuple[str, ...]:
    """Return the words that the time of a row is read from; a second date beside them is none of its own."""
    found = told_window(row)
    used = {found[1]} if found else set()
    if found and found[1] is row.cell("start"):
        used |= {cell for cell in (row.cell("end"),) if cell}
    cells = zip(row.cells, row.grid.meanings, strict=True)
    return tuple(cell.plain for cell, meaning in cells if cell in used or meaning in {"week", "duration"})


def is_length(cell: Phrase) -> bool:
    """Tell whether a cell is a number of days or weeks and nothing else."""
    return bool(_LENGTH.fullmatch(level(cell.plain).strip()))


def days_told(row: Row) -> int | None:
    """Read `3 weeks` or `12 working days` below a heading on lengths."""
    cell = row.cell("duration")
    found = _LENGTH.fullmatch(level(cell.plain).strip()) if cell else None
    return int(found["count"]) * (WORKDAYS if found["unit"][0].lower() == "w" else 1) if found else None


def can_be_told(window: Window | None) -> bool:
    """Tell whether a plan has words for the beginning of a stretch, if only by counting weeks from the first one."""
    return window is None or window.first is None or window.scale == "date" or when_text(window) is not None


def is_dated(window: Window) -> bool:
    """Tell whether a date has a year: without one it is no day of the plan."""
    return window.scale != "date" or date.fromordinal(window.first or window.last or 1).year != NO_YEAR


def workdays_of(window: Window | None) -> int:
    """Count the days of work in a stretch of time; a week of them where it has no two ends."""
    if window is None or window.first is None or window.last is None or window.scale not in {"week", "date"}:
        return WORKDAYS
    if window.scale == "date" and is_dated(window):
        days = range(window.first, min(window.last, window.first + _LONGEST) + 1)
        return max(sum(date.fromordinal(day).weekday() < WORKDAYS for day in days), 1)
    count = max(window.last - window.first + 1, 1)
    return min(max(count // WEEK * WORKDAYS + min(count % WEEK, WORKDAYS), 1), _LONGEST)


def when_text(window: Window, *, end: bool = False) -> str | None:
    """Write a day as the plan writes it; the last workday of a week where no day is told."""
    day = window.last if end else window.first
    if day is None or window.scale not in {"date", "week"} or not is_dated(window):
        return None
    if window.scale == "date":
        return date.fromordinal(day).isoformat()
    week, weekday = divmod(day - 1, WEEK)
    return f"W{week + 1}D{min(weekday + 1, WORKDAYS)}"


def weeks_text(stay: Stay | None) -> str | None:
    """Write the weeks of a stay as the plan writes them: `3-5`."""
    if stay is None or stay.window.scale != "week" or not stay.window.first or not stay.window.last:
        return None
    first, last = (stay.window.first - 1) // WEEK + 1, -(-stay.window.last // WEEK)
    return f"{first}" if first == last else f"{first}-{last}"
