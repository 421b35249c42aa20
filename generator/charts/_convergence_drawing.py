"""A convergence as shapes: the P80 by runs as a line, its standard error as a band."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts._chart import Drawing, Path, Shape, Words

WIDTH = 780
_LEFT, _RIGHT, _TOP, _FOOT = 66, 764, 28, 228
_LINES = 5


@dataclass(frozen=True)
class Step:
    """The P80 of the first so many runs in workdays, and its standard error."""

    runs: int
    p80: float
    error: float


@dataclass(frozen=True)
class Paper:
    """What the edges of the picture stand for."""

    runs: int
    low: float
    high: float

    def point(self, runs: int, days: float) -> str:
        """Write a point of a path."""
        return f"{self.x(runs):.1f} {self.y(days):.1f}"

    def x(self, runs: int) -> float:
        """Return the coordinate of a number of runs."""
        return _LEFT + runs / self.runs * (_RIGHT - _LEFT)

    def y(self, days: float) -> float:
        """Return the height of a length in workdays."""
        return _FOOT - (days - self.low) / (self.high - self.low) * (_FOOT - _TOP)


def draw(steps: Sequence[Step]) -> Drawing:
    """Draw as near as the band allows."""
    low, high = min(step.p80 - step.error for step in steps), max(step.p80 + step.error for step in steps)
    room = max(0.1 * (high - low), 0.01)
    paper = Paper(steps[-1].runs, low - room, high + room)
    layers = {
        "grid": tuple(_grid(paper)),
        "band": (Path(_band(paper, steps), fill="wave-1", opacity=0.25),),
        "line": (Path("M" + "L".join(paper.point(step.runs, step.p80) for step in steps), "wave-1", 2.4),),
        "labels": tuple(_labels(paper, steps)),
    }
    return Drawing(WIDTH, _FOOT + 44, layers)


def _grid(paper: Paper) -> Iterator[Shape]:
    for line in range(_LINES):
        days = paper.low + (paper.high - paper.low) * line / (_LINES - 1)
        y = paper.y(days)
        yield Path(f"M{_LEFT} {y:.1f}H{_RIGHT}", "grid", 1)
        yield Words(_LEFT - 6, y + 4, f"{days:.2f}", 10.5, "end", "muted")


def _band(paper: Paper, steps: Sequence[Step]) -> str:
    above = [paper.point(step.runs, step.p80 + step.error) for step in steps]
    below = [paper.point(step.runs, step.p80 - step.error) for step in reversed(steps)]
    return f"M{'L'.join([*above, *below])}Z"


def _labels(paper: Paper, steps: Sequence[Step]) -> Iterator[Shape]:
    for step in steps[3::4]:
        yield Path(f"M{paper.x(step.runs):.1f} {_FOOT}v5", "muted", 1)
        at_edge = step is steps[-1]
        yield Words(paper.x(step.runs), _FOOT + 18, f"{step.runs:,}", 10.5, "end" if at_edge else "middle", "muted")
    yield Words((_LEFT + _RIGHT) / 2, _FOOT + 36, "Runs", 11.5, "middle", "muted")
    yield Words(_LEFT, _TOP - 12, "P80 in workdays, with its standard error", 11.5, ink="muted")
