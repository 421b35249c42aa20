"""Times of day that rows begin and end at, for tasks that are done by the clock."""

import re
from dataclasses import dataclass

from generator.audit.first_plan.times import told_window
from generator.audit.understanding.clocks import DAY, HOUR, clocks_in, spans_in
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.words import level

AROUND_THE_CLOCK = "around-the-clock"
"""The calendar of such tasks: all days, day and night."""
_LENGTH = re.compile(r"(\d{1,3})\s?(h|hrs?|hours?|min|minutes?)\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Hours:
    """The minute of the day at which something begins, and how many minutes it lasts."""

    begin: int
    minutes: int

    @property
    def clock(self) -> str:
        """When it begins: 18:00."""
        return f"{self.begin // HOUR:02}:{self.begin % HOUR:02}"

    @property
    def duration(self) -> str:
        """How long it lasts, in whole hours where they are."""
        return f"{self.minutes // HOUR}h" if self.minutes % HOUR == 0 else f"{self.minutes}m"


def row_hours(row: Row) -> Hours | None:
    """Read `Fri 2 July 18:00 | Sat 3 July 01:00` below two ends, or `Fri 2 July, 18:00-19:00` below one heading."""
    found = told_window(row)
    if found is None or found[0].scale != "date" or not found[0].is_whole:
        return None
    (window, cell), start, end = found, row.cell("start"), row.cell("end")
    if start and end and cell is start:
        first, last = _only_clock(start), _only_clock(end)
        days = (window.last or 0) - (window.first or 0)
        minutes = days * DAY + last - first if first is not None and last is not None else 0
        return Hours(first, minutes) if first is not None and minutes > 0 else None
    spans = spans_in(cell.plain)
    single = len(spans) == 1 and window.first == window.last and spans[0].first.minute < spans[0].last.minute
    return Hours(spans[0].first.minute, spans[0].minutes) if single else None


def hour_words(row: Row, hours: Hours) -> tuple[str, ...]:
    """Return the words that hours are read from: both ends, and a length that agrees with them."""
    found = told_window(row)
    cells = [cell for cell in (row.cell("start"), row.cell("end"), found[1] if found else None) if cell]
    length = row.cell("duration")
    told = _LENGTH.fullmatch(level(length.plain).strip()) if length else None
    minutes = int(told[1]) * (HOUR if told[2][0].lower() == "h" else 1) if told else 0
    agrees = [length] if length and minutes == hours.minutes else []
    return tuple(cell.plain for cell in (*cells, *agrees))


def _only_clock(cell: Phrase) -> int | None:
    clocks = clocks_in(cell.plain)
    return clocks[0].minute if len(clocks) == 1 and len(cell.windows) == 1 else None
