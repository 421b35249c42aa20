"""The head of a chart over time: positions to coordinates, weeks, days, days off, status date."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts._axis import Axis, Week
from generator.charts._chart import Box, Path, Shape, Words
from generator.charts._text import text_width

HEAD = 46
_NARROWEST_DAY = 3
_DAY_WITH_NUMBER = 16


@dataclass(frozen=True)
class Scale:
    """An axis laid on paper between two edges."""

    axis: Axis
    left: float
    right: float

    def x(self, position: float) -> float:
        """Return the coordinate of a position, held within the edges."""
        share = (position - self.axis.first) / self.axis.length
        return round(self.left + min(max(share, 0), 1) * (self.right - self.left), 2)

    @property
    def day(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / self.axis.length


def head(scale: Scale, top: float, bottom: float) -> Iterator[Shape]:
    """Draw the names of weeks and the numbers of days, and a line down at each week."""
    down = "".join(f"M{scale.x(week.at):.1f} {top:.1f}V{bottom:.1f}" for week in scale.axis.weeks)
    yield Path(f"{down}M{scale.left:.1f} {top + HEAD:.1f}H{scale.right:.1f}", "grid", 1)
    for week, (name, dates) in zip(scale.axis.weeks, _labels(scale), strict=True):
        x = scale.x(week.at)
        yield Words(x + 4, top + 12, name, 12, bold=True, told=_told(week))
        yield Words(x + 4, top + 26, dates, 10.5, ink="muted")
    if scale.day >= _DAY_WITH_NUMBER:
        for day in scale.axis.days:
            yield Words(scale.x(day.at + 0.5), top + 41, day.label, 10, "middle", "muted")


def days_off(scale: Scale, top: float, bottom: float) -> Iterator[Shape]:
    """Shade the days off, where days are wide enough to be seen."""
    if scale.day < _NARROWEST_DAY:
        return
    for off in scale.axis.off:
        width = scale.x(off.end) - scale.x(off.begin)
        yield Box(scale.x(off.begin), top, width, bottom - top, "shade", opacity=0.8, told=off.words)


def status_line(scale: Scale, top: float, bottom: float) -> Iterator[Shape]:
    """Draw the status date as a dashed line with its words below."""
    if scale.axis.status is None:
        return
    x, size = scale.x(scale.axis.status), 11
    half = text_width(scale.axis.status_words, size, bold=True) / 2
    middle = min(max(x, scale.left + half), scale.right - half)
    yield Path(f"M{x:.1f} {top:.1f}V{bottom:.1f}", "status", 1.6, dash="6 3", told=scale.axis.status_words)
    yield Words(middle, bottom + 13, scale.axis.status_words, size, "middle", "status", bold=True)


def _labels(scale: Scale) -> list[tuple[str, str]]:
    """Write every week alike: in full, in short, or as a number alone, as the narrowest one allows."""
    room = scale.day * 7 * scale.axis.stride - 6
    forms = [
        [(f"Week {week.number}{_iso(week)}", week.dates) for week in scale.axis.weeks],
        [(f"Week {week.number}", f"{_first(week)}{_iso(week)}") for week in scale.axis.weeks],
        [(f"W{week.number}", _first(week) if not week.iso else week.iso[5:]) for week in scale.axis.weeks],
        [(f"W{week.number}", "") for week in scale.axis.weeks],
    ]
    return next((form for form in forms if _widest(form) <= room), [("", "") for _ in scale.axis.weeks])


def _told(week: Week) -> str:
    return " ".join(filter(None, (f"Week {week.number}", week.dates, week.iso)))


def _iso(week: Week) -> str:
    return f" · {week.iso}" if week.iso else ""


def _first(week: Week) -> str:
    return week.dates.partition(" – ")[0]


def _widest(form: list[tuple[str, str]]) -> float:
    return max(max(text_width(name, 12, bold=True), text_width(dates, 10.5)) for name, dates in form)
