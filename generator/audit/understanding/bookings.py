"""Rows and entries that take up a stretch of time: on a day from one hour to another, or from one day to another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.audit.calendar import MONTH, WEEKDAY, weekday_number
from generator.audit.understanding.clocks import DAY, Clock, clocks_in, spans_in
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.lengths import lengths_in
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_PAIR = 2
_AND_HOUR = " and hour"
_NAMED = re.compile(rf"\W*({WEEKDAY})s?\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b{WEEKDAY}s?\b", re.IGNORECASE)
_NEXT_NAMED = re.compile(rf"\s*(?P<join>-|to|until|,|/|&|\+|and|,\s?and)\s*(?P<day>{WEEKDAY})s?\b", re.IGNORECASE)
_RECURRING = re.compile(
    rf"\b(?:odd|even|(?:[1-5]st|[1-5]nd|[1-5]rd|[1-5]th|first|second|third|fourth|fifth|last)(?: and)?"
    rf"|every other|alternat\w*|fortnightly|monthly|summer|winter|spring|autumn|fall|(?:term|semester|season|week"
    rf"|cycle|month|rota|quarter|q)\s?(?:\d|[A-Z])|{MONTH}|week-?days?|week-?ends?|daily|holidays?|school days"
    rf"|working days|{WEEKDAY}s?)\b",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\b(?:when|days?|dates?|weeks?|months?|terms?|seasons?|periods?|valid\w*|times?|hours?|frequency|rhythm"
    r"|rota|recurr\w*|repeat\w*|cycle|quarter|year|window|slot|shift)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Booking:
    """What is booked on a day, where that is told, and its time in minutes; without hours in whole days."""

    quote: Quote
    day: tuple[str, int]
    start: int
    end: int
    row: Row | None = None
    """The row of a table that it stands in."""
    days: tuple[int, ...] = ()
    """Every weekday, or the first day and the last one, of what is booked on several days for the same hours."""
    recurring: frozenset[str] = frozenset()
    """Words of its time that tell no day: odd weeks, summer."""

    def meets(self, other: "Booking") -> bool:
        """Tell whether both take up the same time; one that begins when the other ends does not."""
        hours = self.start < other.end and other.start < self.end
        return hours and self.recurring == other.recurring and self._shares_a_day(other)

    def _shares_a_day(self, other: "Booking") -> bool:
        if self.day[0] != other.day[0]:
            return False
        mine, theirs = self.days or self.day[1:], other.days or other.day[1:]
        if self.day[0] == "weekday":
            return not set(mine).isdisjoint(theirs)
        return mine[0] <= theirs[-1] and theirs[0] <= mine[-1]


def by_hour(rows: tuple[Row, ...]) -> list[Booking]:
    """Read rows with a first and a last hour; a table that tells days in some of its rows only tells none."""
    found = [each for row in rows if not is_total(row) and (each := _hours(row))]
    scales = {each.day[0] for each in found}
    if len(scales) > 1 and len({scale.removesuffix(_AND_HOUR) for scale in scales}) == 1:
        found, scales = [_counted(each) for each in found], {"counted"}
    return [] if len(scales) > 1 else found


def _counted(each: Booking) -> Booking:
    """Count the minutes of one day on from those before it, as those are that last over several days."""
    if each.day[0].endswith(_AND_HOUR):
        return each
    first = each.day[1] * DAY
    return replace(
        each, days=(), day=(f"{each.day[0]}{_AND_HOUR}", 0), start=first + each.start, end=first + each.end
    )


def by_day(rows: tuple[Row, ...]) -> list[Booking]:
    """Read rows with a first and a last day."""
    found: list[Booking] = []
    for row in rows:
        told = None if is_total(row) else _two_days(row) or row_window(row)
        if told and told[0].first is not None and told[0].last is not None and told[0].first <= told[0].last:
            booked = (told[0].scale, 0), told[0].first, told[0].last + 1
            found.append(Booking(row.mark(told[1]), *booked, row))
    return found


def _two_days(row: Row) -> tuple[Window, Phrase] | None:
    """A first and a last date in two cells, whatever their headings."""
    cells = [cell for cell in row.cells if len(cell.windows) == 1]
    days = [cell.windows[0].window for cell in cells]
    single = len(days) == _PAIR and all(each.scale == "date" and each.first == each.last for each in days)
    return (Window("date", days[0].first, days[1].last), cells[0]) if single else None


def entries_by_hour(phrases: tuple[Phrase, ...]) -> list[Booking]:
    """Read entries of a list that tell one first and one last hour, all of their days told in one way."""
    found = [each for phrase in phrases if phrase.form == "item" and (each := _entry(phrase))]
    return [] if len({each.day[0] for each in found}) > 1 else found


def columns_of(grid: Grid, words: "re.Pattern[str]") -> list[int]:
    """Find the columns whose heading has one of the words."""
    return [index for index, header in enumerate(grid.header) if words.search(header.plain)]


def _hours(row: Row) -> Booking | None:
    timed = [cell for cell in row.cells if clocks_in(cell.plain)]
    clocks = [clock for cell in timed for clock in clocks_in(cell.plain)]
    if len(clocks) == 1:
        length = _length(row)
        ends = (clocks[0], clocks[0].minute + length) if length else None
    else:
        ends = _ends(timed, clocks)
    if ends is None:
        return None
    start, end = ends[0].minute, ends[1]
    days = [_day((cell,)) for cell in timed]
    if len(timed) == _PAIR and days[0] != days[1] and days[0][0] == days[1][0] != "":
        start, end = start + days[0][1] * DAY, end + days[1][1] * DAY
        return Booking(row.mark(timed[0]), (f"{days[0][0]}{_AND_HOUR}", 0), start, end, row) if start < end else None
    booked = Booking(row.mark(timed[0]), _day(row.cells), start, end if end > start else end + DAY, row)
    return _on_its_days(booked, row.cells)


def _entry(phrase: Phrase) -> Booking | None:
    spans, clocks = spans_in(phrase.plain), clocks_in(phrase.plain)
    if len(spans) != 1 or len(clocks) != _PAIR:
        return None
    start, end = spans[0].first.minute, spans[0].last.minute
    quote = phrase.mark(spans[0].start, spans[0].end)
    booked = Booking(quote, _day((phrase,)), start, end if end > start else end + DAY)
    return _on_its_days(booked, (phrase,))


def _ends(timed: list[Phrase], clocks: list[Clock]) -> tuple[Clock, int] | None:
    """Two hours in two cells, or a span in one."""
    spans = [span for cell in timed for span in spans_in(cell.plain)]
    apart = len(timed) == _PAIR and not spans
    return (clocks[0], clocks[1].minute) if len(clocks) == _PAIR and (apart or len(spans) == 1) else None


def _length(row: Row) -> int:
    cell = row.cell("duration")
    found = lengths_in(cell.plain) if cell else []
    if len(found) == 1:
        return int(found[0].minutes)
    header = row.grid.header[row.cells.index(cell)].plain.lower() if cell else ""
    return int(cell.plain) if cell and cell.plain.strip().isdecimal() and "min" in header else 0


def _day(cells: tuple[Phrase, ...]) -> tuple[str, int]:
    """A date goes before a weekday; a row without either is on the one day of its table."""
    days = [each.window for cell in cells for each in cell.windows if each.window.first == each.window.last]
    dates = {(each.scale, each.first or 0) for each in days if each.scale in {"date", "day", "week"}}
    if len(dates) == 1:
        return dates.pop()
    named = {weekday_number(found[1]) for cell in cells if (found := _NAMED.match(cell.plain))}
    return ("weekday", named.pop()) if len(named) == 1 else ("", 0)


def _on_its_days(booking: Booking, cells: tuple[Phrase, ...]) -> Booking:
    """Add the several days on which a booking takes the same hours, or the words of its time that tell none."""
    stretches = {each.window for cell in cells for each in cell.windows if _is_stretch(each.window)}
    ends = _two_days(booking.row) if booking.row else None
    stretches |= {ends[0]} if ends and not stretches else set()
    if booking.day[0].endswith(_AND_HOUR):
        return booking
    if len(stretches) == 1:
        told = stretches.pop()
        return replace(booking, day=(told.scale, told.first or 0), days=(told.first or 0, told.last or 0))
    named = _weekdays(cells)
    recurring = _recurring(cells, booking)
    if booking.day[0] in {"", "weekday"} and named:
        return replace(booking, day=("weekday", named[0]), days=named, recurring=recurring)
    return replace(booking, recurring=recurring if booking.day[0] in {"", "weekday"} else frozenset())


def _is_stretch(window: Window) -> bool:
    return window.scale in {"date", "day", "week"} and (window.first or 0) < (window.last or 0)


def _weekdays(cells: tuple[Phrase, ...]) -> tuple[int, ...]:
    """`Mon, Wed` and `Tue-Thu`, in the one cell that tells weekdays."""
    told = [days for cell in cells if (days := tuple(_named(cell.plain)))]
    return told[0] if len(told) == 1 else ()


def _named(text: str) -> Iterator[int]:
    first = _WEEKDAY.search(level(text))
    if not first:
        return
    day, end = weekday_number(first[0].rstrip("s")), first.end()
    yield day
    while found := _NEXT_NAMED.match(level(text), end):
        following = weekday_number(found["day"])
        yield from range(day + 1, following) if found["join"] in {"-", "to", "until"} else ()
        yield following
        day, end = following, found.end()


def _recurring(cells: tuple[Phrase, ...], booking: Booking) -> frozenset[str]:
    headed = booking.row.grid.header if booking.row else ()
    told = [
        level(cell.plain)
        for index, cell in enumerate(cells)
        if not headed or _TIMED.search(headed[index].plain) or clocks_in(cell.plain)
    ]
    words = {each.group().lower() for text in told for each in _RECURRING.finditer(text)}
    return frozenset(word for word in words if not _WEEKDAY.fullmatch(word))
