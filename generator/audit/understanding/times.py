"""When: weeks, days of weeks, dates and their ranges, found in text and told as stretches of days."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.audit.calendar import MONTH, MONTHS, WEEKDAY, WEEKDAYS, month_number
from generator.audit.understanding.words import level

WEEK = 7
NO_YEAR = 2001
"""What a date without a year gets where its document names none."""
_MONTH = rf"{MONTH}\.?"
_NAMED_DAY = "|".join(f"(?<={day} )" for day in (*(day[:3] for day in WEEKDAYS), "day", "day,"))
_POINT = re.compile(
    r"(?P<week>(?<![\w-])(?:calendar\s+weeks?|weeks?|wks?\.?|cw|kw)\s*#?(?P<w>\d{1,3})(?:\s*,?\s*(?:/"
    r"|-)?\s*(?:day|d)\s*(?P<d>[1-7])\b)?)"
    r"|(?P<short>(?:(?<![\w-])|(?<=\d-))w(?P<sw>\d{1,3})(?:\s*[-./]?\s*d(?P<sd>[1-7]))?\b)"
    r"|(?P<of>(?<![\w-])day\s*(?P<od>[1-7])\s*(?:of|in)\s*week\s*(?P<ow>\d{1,3}))"
    r"|(?P<day>(?<![\w-])(?:days?|d\+?)\s?(?P<n>\d{1,3})\b)"
    r"|(?P<month>(?<![\w-])(?:months?)\s*(?P<m>\d{1,2})\b)"
    r"|(?P<quarter>(?<![\w-])q(?P<q>[1-4])(?:\s*[/-]?\s*(?P<qy>20\d\d))?\b(?![\w-]))"
    r"|(?P<iso>\b(?P<iy>(?:19|20|21)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)\b)"
    r"|(?P<dotted>\b(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20|21)\d\d)\b)"
    rf"|(?P<brief>(?:{_NAMED_DAY}|(?<=[a-z]{{3}}, ))"
    r"(?P<ba>\d{1,2})(?P<bsep>[./])(?P<bb>\d{1,2})(?:(?<=\d)\.)?(?![\d/]|\.\d|:\d|\s?%))"
    rf"|(?P<dm>(?<!:)\b(?P<dmd>\d{{1,2}})(?:st|nd|rd|th|\.)?\s*(?:(?:-|to|until|till"
    rf"|through)\s*(?:{WEEKDAY}\b\.?,?\s*)?(?P<dme>\d{{1,2}})(?:st|nd|rd|th"
    rf"|\.)?)?\s*(?:of\s+|-(?=[a-z]))?(?P<dmm>{_MONTH})(?:(?:,?\s+|-)(?P<dmy>(?:19|20|21)\d\d))?\b)"
    rf"|(?P<md>\b(?P<mdm>{_MONTH})\s+(?P<mdd>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?:\s*(?:-|to|until|till|through)\s*(?P<mde>\d{{1,2}})(?!\d))?(?:,?\s+(?P<mdy>(?:19|20|21)\d\d))?\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"(?:\b(?=\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b)|(?:{_NAMED_DAY})(?=\d{{1,2}}/\d))"
    r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"(?P<month>{_MONTH})\s+(?P<year>(?:19|20|21)\d\d)", re.IGNORECASE)
_JOIN = re.compile(
    rf"\s*(?:-|to|through|until|till|thru|and|&|→|\.\.)\s*(?:{WEEKDAY}\b\.?,?\s*)?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:and|&)", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s(?:the\s)?(?:{WEEKDAY}\b\.?,?\s*)?$", re.IGNORECASE)
_NEAR = 30
_MORE = re.compile(
    r"\s*(?:-|to|through|until|/|and|&|,)\s*(\d{1,3})(?!\w|[.:]\d|\s*(?:%|h\b|hours?|min|people|devs?))",
    re.IGNORECASE,
)
_BARE = re.compile(r"#?(\d{1,3})(?:\s*(?:-|to|/|and|&|,)\s*(\d{1,3}))?")
_QUARTERS = 4
_LARGEST = 3000
_WINTER = 150
"""Days; what runs over the end of a year is no longer."""


@dataclass(frozen=True)
class Window:
    """A stretch of days, both ends included; where an end is not told it is missing. Scales are never compared."""

    scale: str
    first: int | None
    last: int | None
    grain: int = 1

    def __str__(self) -> str:
        ends = [each for each in (self._told(self.first), self._told(self.last, end=True)) if each]
        told = (
            "-".join(dict.fromkeys(ends))
            if self.scale == "week" and self.grain == WEEK
            else " to ".join(dict.fromkeys(ends))
        )
        return f"week {told}" if self.scale == "week" and self.grain == WEEK else told

    @property
    def is_whole(self) -> bool:
        """Tell whether both ends are known."""
        return self.first is not None and self.last is not None

    def coarse(self, grain: int) -> "Window":
        """Widen to whole weeks where another statement tells no days."""
        if self.scale != "week" or grain == self.grain:
            return self
        first = None if self.first is None else (self.first - 1) // WEEK * WEEK + 1
        last = None if self.last is None else -(-self.last // WEEK) * WEEK
        return Window(self.scale, first, last, WEEK)

    def _told(self, day: int | None, *, end: bool = False) -> str:
        if day is None:
            return ""
        if self.scale == "date":
            return date.fromordinal(day).isoformat()
        if self.scale == "quarter":
            return f"Q{day % _QUARTERS + 1} {day // _QUARTERS}"
        if self.scale == "week":
            week, weekday = divmod(day - 1, WEEK)
            return f"{week + 1}" if self.grain == WEEK else f"week {week + 1} day {weekday + 1}"
        del end
        return f"{self.scale} {day}"


@dataclass(frozen=True)
class Found:
    """A stretch of time and where in the text it is told."""

    window: Window
    start: int
    end: int
    dated: bool = False
    """The year is written out."""


@dataclass(frozen=True)
class DateStyle:
    """How a document writes dates: the day first in 05/01/2026, and the year of dates without one."""

    day_first: bool = True
    year: int = NO_YEAR
    one_year: bool = False
    """All dates with a year are of this year."""
    years: frozenset[int] = frozenset()
    """Every year that is named."""


def week_window(first: int, last: int) -> Window:
    """Return whole weeks."""
    return Window("week", (first - 1) * WEEK + 1, last * WEEK, WEEK)


def date_style(texts: list[str], years: frozenset[int] = frozenset()) -> DateStyle:
    """Learn from all dates of a document how its ambiguous ones are meant; `years` are other documents'."""
    pairs = [(int(a), int(b), sep) for text in texts for a, sep, b in _PAIR.findall(level(text))]
    months = {"day": any(a > len(MONTHS) for a, _, _ in pairs), "month": any(b > len(MONTHS) for _, b, _ in pairs)}
    named = years_in(texts) or years
    slashes = any(sep == "/" for _, _, sep in pairs)
    return DateStyle(
        months["day"] or not (months["month"] or slashes), min(named, default=NO_YEAR), len(named) == 1, named
    )


def years_in(texts: list[str]) -> frozenset[int]:
    """Return every year that texts name."""
    return frozenset(int(year) for text in texts for year in re.findall(r"\b(20\d\d)\b", text))


def windows_in(text: str, style: DateStyle) -> list[Found]:
    """Find every stretch of time that a text tells, ranges joined."""
    return list(_ranges(points_in(text, style), level(text)))


def month_of(text: str) -> int | None:
    """Number the month that a cell names with its year, such as `March 2027`."""
    found = _MONTH_YEAR.fullmatch(level(text).strip())
    return int(found["year"]) * len(MONTHS) + month_number(found["month"]) if found else None


def points_in(text: str, style: DateStyle) -> list[Found]:
    """Find every single day or week that a text tells, the ends of ranges apart."""
    plain = level(text)
    return [found for match in _POINT.finditer(plain) if (found := _point(match, style, plain))]


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
        left.window.scale == "date" and _LISTED.match(between) and _are_apart(left, right, plain)
    )


def _are_apart(left: Found, right: Found, plain: str) -> bool:
    """`17 October and 20 October` are two days, *between* them is a stretch, and so are days that adjoin."""
    stretch = _BETWEEN.search(plain[max(0, left.start - _NEAR) : left.start])
    adjoin = left.window.last and right.window.first == left.window.last + 1
    return not (stretch or adjoin)


def _join(left: Found, right: Found) -> Found:
    first, last = left.window.first, right.window.last
    if left.window.scale == "date" and first and last and first > last:
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


def _point(match: "re.Match[str]", style: DateStyle, plain: str) -> Found | None:
    kind = match.lastgroup and next(name for name in _READERS if match[name])
    window = _READERS[kind](match, style) if kind else None
    if window is None:
        return None
    dated = any(match[name] for name in ("iy", "y", "dmy", "mdy"))
    end = match.end()
    more = (
        _MORE.match(plain, end)
        if kind in {"week", "short", "day", "month"} and not (match["d"] or match["sd"])
        else None
    )
    if more and window.last and _step(window, int(more[1])):
        last = int(more[1])
        window = Window(window.scale, window.first, last * window.grain, window.grain)
        end = more.end()
    return Found(window, match.start(), end, dated)


def _step(window: Window, last: int) -> bool:
    return window.first is not None and last * window.grain >= window.first - 1 and 0 < last < _LARGEST


def _week(w: str | None, d: str | None) -> Window | None:
    week = int(w or 0)
    if not week:
        return None
    day = (week - 1) * WEEK + int(d or 0)
    return Window("week", day, day) if d else week_window(week, week)


def _date(year: int, month: int, day: int, last: int | None = None) -> Window | None:
    try:
        first = date(year, month, day).toordinal()
        return Window("date", first, date(year, month, last).toordinal() if last else first)
    except ValueError:
        return None


def _quarter(quarter: int, year: str | None, style: DateStyle) -> Window | None:
    """A quarter without a year is known only where the document speaks of one year."""
    if not year and not style.one_year:
        return None
    number = int(year or style.year) * _QUARTERS + quarter - 1
    return Window("quarter", number, number)


def _dotted(match: "re.Match[str]", style: DateStyle) -> Window | None:
    a, b = int(match["a"]), int(match["b"])
    day, month = (a, b) if style.day_first or match["sep"] in ".-" else (b, a)
    return _date(int(match["y"]), month, day)


def _brief(match: "re.Match[str]", style: DateStyle) -> Window | None:
    a, b = int(match["ba"]), int(match["bb"])
    day, month = (a, b) if style.day_first or match["bsep"] == "." else (b, a)
    return _date(style.year, month, day)


def _named(match: "re.Match[str]", style: DateStyle, part: str) -> Window | None:
    """In small letters and without a year, *may* is a verb."""
    if match[f"{part}m"] == "may" and not match[f"{part}y"]:
        return None
    month = month_number(match[f"{part}m"])
    last = match[f"{part}e"]
    return _date(int(match[f"{part}y"] or style.year), month, int(match[f"{part}d"]), int(last) if last else None)


def _plain(scale: str, value: str) -> Window | None:
    return Window(scale, int(value), int(value)) if int(value) else None


_Reader = Callable[["re.Match[str]", DateStyle], Window | None]
_READERS: dict[str, _Reader] = {
    "week": lambda match, _style: _week(match["w"], match["d"]),
    "short": lambda match, _style: _week(match["sw"], match["sd"]),
    "of": lambda match, _style: _week(match["ow"], match["od"]),
    "day": lambda match, _style: _plain("day", match["n"]),
    "month": lambda match, _style: _plain("month", match["m"]),
    "quarter": lambda match, style: _quarter(int(match["q"]), match["qy"], style),
    "iso": lambda match, _style: _date(int(match["iy"]), int(match["im"]), int(match["id"])),
    "dotted": _dotted,
    "brief": _brief,
    "dm": lambda match, style: _named(match, style, "dm"),
    "md": lambda match, style: _named(match, style, "md"),
}


def backwards(found: Found) -> bool:
    """Tell whether a range ends before it starts."""
    window = found.window
    return window.first is not None and window.last is not None and window.first > window.last
