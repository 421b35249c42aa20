"""A finish distribution as shapes: bars of runs, the share finished by then as a line, days that matter as flags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts._chart import Box, Drawing, Path, Shape, Words
from generator.charts._finish_bins import Bar, Mark, place_of
from generator.charts._legend import Entry, legend, legend_height
from generator.charts._text import shortened, text_width
from generator.views._certainty import per_cent

WIDTH = 780
_LEFT, _RIGHT = 52, 764
_ROW, _HEIGHT = 19, 220
_TALLEST, _LEAST = 0.55, 0.005
_SHARES = (0, 20, 40, 50, 60, 80, 100)
_SIZE = 11.5


@dataclass(frozen=True)
class Paper:
    """Where the bars stand: top and foot, and how wide each is."""

    top: float
    foot: float
    step: float

    def x(self, place: float) -> float:
        """Return the coordinate of a place, counted in bars."""
        return _LEFT + place * self.step

    def y(self, share: float) -> float:
        """Return the height of a share of the runs on the line."""
        return self.foot - share * (self.foot - self.top)


def draw(bars: Sequence[Bar], marks: Sequence[Mark]) -> Drawing:
    """Draw bars and line over one axis of days."""
    shown = sorted(
        ((mark, place) for mark in marks if (place := place_of(bars, mark.day.index)) is not None),
        key=lambda each: each[1],
    )
    top = 10.0 + _ROW * len(shown)
    paper = Paper(top, top + _HEIGHT, (_RIGHT - _LEFT) / len(bars))
    foot = paper.foot + 34
    layers = {
        "grid": tuple(_grid(paper)),
        "bars": tuple(_bars(paper, bars)),
        "line": tuple(_line(paper, bars)),
        "labels": tuple(_days(paper, bars)),
        "marks": tuple(_flags(paper, shown)),
        "legend": tuple(legend(_ENTRIES, _LEFT, WIDTH, foot)),
    }
    return Drawing(WIDTH, foot + legend_height(_ENTRIES, _LEFT, WIDTH) + 4, layers)


def _grid(paper: Paper) -> Iterator[Shape]:
    for share in _SHARES:
        y = paper.y(share / 100)
        yield Path(f"M{_LEFT} {y:.1f}H{_RIGHT}", "muted" if share == 0 else "grid", 1)
        if share != 50:  # noqa: PLR2004 - too near its neighbours for words
            yield Words(_LEFT - 6, y + 4, f"{share}%", 10.5, "end", "muted")


def _bars(paper: Paper, bars: Sequence[Bar]) -> Iterator[Shape]:
    tallest = max(bar.share for bar in bars)
    for number, bar in enumerate(bars):
        x, y = paper.x(number) + 1, paper.y(bar.share / tallest * _TALLEST)
        told = f"{bar.words}: {per_cent(bar.share)} of the runs finish, {per_cent(bar.until)} are finished by then"
        yield Box(x, y, paper.step - 2, paper.foot - y, "wave-1", opacity=0.45, told=told)
        words = f"{bar.share:.0%}"
        if bar.share == tallest or (bar.share >= _LEAST and text_width(words, 10.5) < paper.step - 2):
            yield Words(x + paper.step / 2 - 1, y - 4, words, 10.5, "middle", "muted", told=told)


def _line(paper: Paper, bars: Sequence[Bar]) -> Iterator[Shape]:
    points = [f"{paper.x(number + 1):.1f} {paper.y(bar.until):.1f}" for number, bar in enumerate(bars)]
    yield Path("M" + "L".join([f"{paper.x(0):.1f} {paper.foot:.1f}", *points]), "wave-4", 2.4)
    if paper.step > 14:  # noqa: PLR2004 - dots of narrower bars run together
        for number, bar in enumerate(bars):
            x, y = paper.x(number + 1), paper.y(bar.until)
            told = f"By the end of {bar.words}: {per_cent(bar.until)} of the runs are finished"
            yield Box(x - 3, y - 3, 6, 6, "wave-4", "paper", 1, radius=3, told=told)


def _days(paper: Paper, bars: Sequence[Bar]) -> Iterator[Shape]:
    """Name as many bars as have room for their names."""
    room = max(text_width(bar.name, 10.5) for bar in bars) + 8
    every = max(1, -int(-room // paper.step))
    for number in range(0, len(bars), every):
        middle = paper.x(number + 0.5)
        yield Path(f"M{middle:.1f} {paper.foot:.1f}v5", "muted", 1)
        yield Words(middle, paper.foot + 18, bars[number].name, 10.5, "middle", "muted", told=bars[number].words)


def _flags(paper: Paper, shown: Sequence[tuple[Mark, float]]) -> Iterator[Shape]:
    """Draw a line up from the end of each day that matters, then the words, which no line may cross."""
    rows = [(mark, paper.x(place), 8.0 + row * _ROW) for row, (mark, place) in enumerate(shown)]
    for mark, x, y in rows:
        yield Path(
            f"M{x:.1f} {y:.1f}V{paper.foot:.1f}", mark.ink, 1.8, dash=_DASHES.get(mark.ink, ""), told=mark.told
        )
    for mark, x, y in rows:
        yield from _words(mark, x, y + 9)


def _words(mark: Mark, x: float, y: float) -> Iterator[Shape]:
    """Set them right of the line, where the lines of later days begin lower; else left, over earlier lines."""
    words = f"{mark.words} ({per_cent(mark.share)})"
    width = text_width(words, _SIZE, bold=True)
    if x + 6 + width <= WIDTH:
        yield Words(x + 6, y, words, _SIZE, "start", mark.ink, bold=True, told=mark.told)
    else:
        yield Box(x - 8 - width, y - 11, width + 4, 15, "paper")
        yield Words(x - 6, y, shortened(words, _SIZE, x - 12, bold=True), _SIZE, "end", mark.ink, bold=True)


def _sample_bar(x: float, y: float) -> list[Shape]:
    return [Box(x, y, 24, 12, "wave-1", opacity=0.45)]


def _sample_line(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x:.1f} {y + 10:.1f}l24 -8", "wave-4", 2.4)]


_DASHES = {"status": "5 3"}
_ENTRIES = (
    Entry("Runs that finish then", _sample_bar),
    Entry("Finished by the end of it, of all runs", _sample_line),
)
