"""Single days and weeks, found in text as each document writes them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from generator.audit.calendar import MONTH, MONTHS, WEEKDAY, WEEKDAYS, month_number
from generator.audit.understanding.windows import QUARTERS, WEEK, Found, Window, week_window
from generator.audit.understanding.words import level

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
_MORE = re.compile(
    r"\s*(?:-|to|through|until|/|and|&|,)\s*(\d{1,3})(?!\w|[.:]\d|\s*(?:%|h\b|hours?|min|people|devs?))",
    re.IGNORECASE,
)
_LARGEST = 3000
_LONG_BEFORE = 120
_YEAR = re.compile(r"\b(20\d\d)\b")


@dataclass(frozen=True)
class DateStyle:
    """How a document writes dates: the day first in 05/01/2026, and the year of dates without one."""

    day_first: bool = True
    year: int = NO_YEAR
    one_year: bool = False
    """All dates with a year are of this year."""
    years: frozenset[int] = frozenset()
    """Every year that is named."""
    start: int = 0
    """The earliest day that is told with its year, where several years are named."""

    def year_of(self, month: int, day: int) -> int:
        """The year of a date without one: the first that is named, or the next where that lies long before all."""
        following = self.year + 1
        try:
            is_early = date(self.year, month, day).toordinal() < self.start - _LONG_BEFORE
        except ValueError:
            return self.year
        return following if is_early and following in self.years else self.year


def date_style(texts: list[str], years: frozenset[int] = frozenset()) -> DateStyle:
    """Learn from all dates of a document how its ambiguous ones are meant; `years` are other documents'."""
    pairs = [(int(a), int(b), sep) for text in texts for a, sep, b in _PAIR.findall(level(text))]
    months = {"day": any(a > len(MONTHS) for a, _, _ in pairs), "month": any(b > len(MONTHS) for _, b, _ in pairs)}
    named = years_in(texts) or years
    slashes = any(sep == "/" for _, _, sep in pairs)
    style = DateStyle(
        months["day"] or not (months["month"] or slashes), min(named, default=NO_YEAR), len(named) == 1, named
    )
    return replace(style, start=_earliest(texts, style)) if len(named) > 1 else style


def _earliest(texts: list[str], style: DateStyle) -> int:
    told = (found for text in texts if _YEAR.search(text) for found in points_in(text, style))
    return min((found.window.first or 0 for found in told if found.dated), default=0)


def years_in(texts: list[str]) -> frozenset[int]:
    """Return every year that texts name."""
    return frozenset(int(year) for text in texts for year in _YEAR.findall(text))


def points_in(text: str, style: DateStyle) -> list[Found]:
    """Find every single day or week that a text tells, the ends of ranges apart."""
    plain = level(text)
    return [found for match in _POINT.finditer(plain) if (found := _point(match, style, plain))]


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
    number = int(year or style.year) * QUARTERS + quarter - 1
    return Window("quarter", number, number)


def _dotted(match: "re.Match[str]", style: DateStyle) -> Window | None:
    a, b = int(match["a"]), int(match["b"])
    day, month = (a, b) if style.day_first or match["sep"] in ".-" else (b, a)
    return _date(int(match["y"]), month, day)


def _brief(match: "re.Match[str]", style: DateStyle) -> Window | None:
    a, b = int(match["ba"]), int(match["bb"])
    day, month = (a, b) if style.day_first or match["bsep"] == "." else (b, a)
    return _date(style.year_of(month, day), month, day)


def _named(match: "re.Match[str]", style: DateStyle, part: str) -> Window | None:
    """In small letters and without a year, *may* is a verb."""
    if match[f"{part}m"] == "may" and not match[f"{part}y"]:
        return None
    month, day = month_number(match[f"{part}m"]), int(match[f"{part}d"])
    last = match[f"{part}e"]
    year = int(match[f"{part}y"] or style.year_of(month, day))
    return _date(year, month, day, int(last) if last else None)


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
