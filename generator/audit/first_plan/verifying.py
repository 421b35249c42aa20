"""What a first plan would tell of other days than its documents, and so must not tell."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.audit.first_plan.draft import Entry, Line
from generator.audit.first_plan.lengths import WORKDAYS
from generator.audit.first_plan.times import is_dated
from generator.audit.understanding.phrases import Phrase, Reading
from generator.audit.understanding.windows import Window
from generator.scheduling.schedule import Dates, Schedule

Days = tuple[int, int]
_TIMED = frozenset({("tasks",), ("milestones",)})


def elsewhere(entries: Iterable[Entry], schedule: Schedule, told: Mapping[Line, list[Window]]) -> list[Entry]:
    """Return the entries that the schedule puts on other days than they are told for.

    What has no time of its own is on a wrong day where its line tells days, and the schedule none of them.
    """
    found: list[Entry] = []
    for each in entries:
        dates = schedule.dates.get(str(each.pointer[-1])) if each.pointer[-2:-1] in _TIMED else None
        days = _scheduled(dates, schedule) if dates else None
        if _is_lost(each) or (days and not _is_as_told(each, days, told)):
            found.append(each)
    return found


def _is_lost(each: Entry) -> bool:
    """A task whose beginning is told and did not find words in the plan would begin with it."""
    begins = each.told is not None and each.told.first is not None
    return each.pointer[-2:-1] == ("tasks",) and begins and "start" not in each.value


def told_by_line(reading: Reading) -> dict[Line, list[Window]]:
    """Gather the dates that each line tells, those of headings left out."""
    found: dict[Line, list[Window]] = {}
    for phrase in _phrases(reading):
        for each in phrase.windows:
            if each.window.scale == "date" and is_dated(each.window):
                place = phrase.text.place(each.start, each.end)
                found.setdefault((place.file, place.line), []).append(each.window)
    return found


def _phrases(reading: Reading) -> Iterator[Phrase]:
    yield from (phrase for phrase in reading.phrases if phrase.is_spoken)
    yield from (cell for _, rows in reading.tables for row in rows for cell in row.cells)


def _scheduled(dates: Dates, schedule: Schedule) -> Days | None:
    first = schedule.time.day_of_start(dates.early_start).date
    last = schedule.time.day_of_finish(dates.early_finish).date
    return (first.toordinal(), last.toordinal()) if first and last else None


def _is_as_told(each: Entry, days: Days, told: Mapping[Line, list[Window]]) -> bool:
    window = each.told
    if window is None or window.scale != "date" or not is_dated(window):
        beside = [found for line in each.lines for found in told.get(line, [])]
        return window is not None or not beside or any(_overlaps(found, days) for found in beside)
    first, last = window.first or window.last or 1, window.last or window.first or 1
    if each.pointer[-2] == "milestones":
        return days[1] == first
    if days[0] != first or window.last is None:
        return days[0] == first
    is_within = each.counted and days[1] <= last
    return is_within or days[1] == last or _is_last_workday(days[1], first, last)


def _overlaps(window: Window, days: Days) -> bool:
    return (window.first or window.last or 0) <= days[1] and days[0] <= (window.last or window.first or 0)


def _is_last_workday(day: int, first: int, last: int) -> bool:
    """A stretch of a week or more until a Sunday is worked until its Friday."""
    after = (date.fromordinal(each).weekday() for each in range(day + 1, last + 1))
    return day < last and last - first >= WORKDAYS and all(each >= WORKDAYS for each in after)
