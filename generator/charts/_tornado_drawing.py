"""A tornado as shapes: a bar each from the good side to the bad one, about the mean finish."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts._chart import Box, Drawing, Path, Shape, Words
from generator.charts._legend import Entry, legend, legend_height
from generator.charts._movers import Row
from generator.charts._text import shortened
from generator.views._certainty import shift

WIDTH = 780
_NAMES, _MARGIN = 262, 84
_LINE, _BAR, _TOP = 30, 18, 26
_GOOD, _BAD = "done", "critical"


@dataclass(frozen=True)
class Paper:
    """Where the mean stands, and how wide a workday is."""

    middle: float
    day: float

    def x(self, days: float) -> float:
        """Return the coordinate of a shift of the mean finish."""
        return self.middle + days * self.day


def draw(rows: Sequence[Row]) -> Drawing:
    """Draw one line each."""
    low, high = min(0.0, *(_ends(row)[0] for row in rows)), max(0.0, *(_ends(row)[1] for row in rows))
    left, right = _NAMES + _MARGIN, WIDTH - _MARGIN
    day = (right - left) / (high - low)
    paper = Paper(left - low * day, day)
    bottom = _TOP + len(rows) * _LINE
    entries = [_ENTRIES[0], _ENTRIES[1], *([_ENTRIES[2]] if any(row.is_risk for row in rows) else [])]
    layers = {
        "bars": tuple(shape for number, row in enumerate(rows) for shape in _bar(paper, row, _top(number))),
        "axis": tuple(_axis(paper, bottom)),
        "labels": tuple(shape for number, row in enumerate(rows) for shape in _words(paper, row, _top(number))),
        "legend": tuple(legend(entries, 4, WIDTH, bottom + 8)),
    }
    return Drawing(WIDTH, bottom + 8 + legend_height(entries, 4, WIDTH) + 4, layers)


def _top(number: int) -> float:
    return _TOP + number * _LINE + (_LINE - _BAR) / 2


def _ends(row: Row) -> tuple[float, float]:
    return min(row.well, row.badly), max(row.well, row.badly)


def _axis(paper: Paper, bottom: float) -> Iterator[Shape]:
    yield Words(paper.middle, 14, "Mean finish", 11.5, "middle", "muted")
    yield Path(f"M{paper.middle:.1f} 20V{bottom:.1f}", "text", 1.4)


def _bar(paper: Paper, row: Row, top: float) -> Iterator[Shape]:
    for days, ink in ((row.well, _GOOD), (row.badly, _BAD)):
        x, end = sorted((paper.middle, paper.x(days)))
        yield Box(x, top, end - x, _BAR, ink, opacity=0.55, told=row.told)
        if row.is_risk:
            yield Box(x, top, end - x, _BAR, f"hatch:{ink}", ink, told=row.told)


def _words(paper: Paper, row: Row, top: float) -> Iterator[Shape]:
    y = top + _BAR - 5
    name = shortened(row.name, 12.5, _NAMES - 10, bold=row.is_risk)
    yield Words(_NAMES - 6, y, name, 12.5, "end", bold=row.is_risk, told=row.name)
    left, right = sorted((row.well, row.badly))
    yield Words(paper.x(min(left, 0)) - 6, y, shift(left), 11, "end", "muted")
    yield Words(paper.x(max(right, 0)) + 6, y, shift(right), 11, "start", "muted")


def _at(x: float, y: float, ink: str) -> list[Shape]:
    return [Box(x, y, 24, 12, ink, opacity=0.55)]


_ENTRIES = (
    Entry("Goes well: the best fifth of the runs; a risk stays away", lambda x, y: _at(x, y, _GOOD)),
    Entry("Goes badly: the worst fifth; a risk happens", lambda x, y: _at(x, y, _BAD)),
    Entry("A risk", lambda x, y: [Box(x, y, 24, 12, "hatch:text", "text")]),
)
