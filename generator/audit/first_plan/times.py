"""When rows take place and how long they take, as far as a plan can say it."""

import re
from dataclasses import replace
from datetime import date

from generator.audit.calendar import WEEKDAY
from generator.audit.first_plan.lengths import WORKDAYS, length_told
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.points import NO_YEAR
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import level

_LONGEST = 999


def told_window(row: Row) -> tuple[Window, Phrase] | None:
    """Tell when a row takes place; its end is open where only its start is told."""
    start = row.cell("start")
    if start and not row.cell("end") and len(start.windows) == 1:
        return replace(start.windows[0].window, last=None), start
    found = row_window(row)
    when = row.cell("when")
    if found and found[0].scale == "week" and when and len(when.windows) == 1 and when.windows[0].window.is_whole:
        return (when.windows[0].window, when) if when.windows[0].window.scale == "date" else found
    if found and found[0].scale == "day" and len(found[1].windows) == 1:
        return found[1].windows[0].window, found[1]
    return found


def row_days(row: Row) -> list[tuple[Phrase, Phrase]]:
    """Return the cells that are single days, each with its heading, of a row that tells no stretch and no length."""
    if row.cell("duration") or (row.cell("start") and row.cell("end")):
        return []
    return [
        (cell, header)
        for cell, header in zip(row.cells, row.grid.header, strict=True)
        if cell is not row.cells[row.grid.key_column] and len(cell.windows) == 1 and _is_single_day(cell)
    ]


def _is_single_day(cell: Phrase) -> bool:
    found = cell.windows[0]
    beside = f"{level(cell.plain)[: found.start]} {level(cell.plain)[found.end :]}"
    is_alone = not re.search(r"\w", re.sub(rf"\b{WEEKDAY}\b", "", beside, flags=re.IGNORECASE))
    window = found.window
    return window.scale == "date" and window.first == window.last and is_dated(window) and is_alone


def row_times(row: Row) -> tuple[str, ...]:
    """Return the words that the time of a row is read from, and a length that agrees with it.

    A second date beside them is none of its own, and neither is a time of day.
    """
    found = told_window(row)
    used = [found[1]] if found else []
    if found and found[1] is row.cell("start"):
        used += [cell for cell in (row.cell("end"),) if cell]
    days, cells = length_told(row), zip(row.cells, row.grid.meanings, strict=True)
    lengths = [
        cell.plain
        for cell, meaning in cells
        if meaning in {"week", "day", "duration"}
        and cell not in used
        and ((days and meaning == "duration") or (found and _counts(cell, found[0])))
    ]
    return (*(words for cell in used for words in _when(cell)), *lengths)


def _when(cell: Phrase) -> list[str]:
    """The dates of a cell with their weekdays, or all of it where it is a bare number."""
    plain = level(cell.plain)
    weekdays = [match.group() for match in re.finditer(rf"\b{WEEKDAY}\b", plain, re.IGNORECASE)]
    return [cell.plain[each.start : each.end] for each in cell.windows] + weekdays if cell.windows else [cell.plain]


def _counts(cell: Phrase, window: Window) -> bool:
    """Tell whether a bare number counts the days, the workdays or the weeks of a stretch."""
    told = re.fullmatch(r"\d{1,3}", cell.plain.strip(" *"))
    if not told or window.first is None or window.last is None or window.scale not in {"date", "week"}:
        return False
    days = window.last - window.first + 1
    return int(told.group()) in {days, days - 1, workdays_of(window), -(-days // WEEK)}


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
    return min(max(_workdays_until(window.last) - _workdays_until(window.first - 1), 1), _LONGEST)


def _workdays_until(day: int) -> int:
    return day // WEEK * WORKDAYS + min(day % WEEK, WORKDAYS)


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
