"""The finish distribution: on which days the plan may finish, and how likely it is to be finished by each."""

from dataclasses import dataclass

from generator.charts._chart import Drawing, Table
from generator.charts._finish_bins import Bar, Mark, bars_of, marks_of
from generator.charts._finish_drawing import draw
from generator.charts._finish_figure import finish_figure
from generator.charts._plotly import Figure
from generator.snapshot import Snapshot
from generator.views._certainty import day_words, per_cent

TITLE = "Finish distribution"
WIDE = False
_COLUMNS = ("Finish", "Runs that finish then", "Finished by then", "Marks")


@dataclass(frozen=True)
class FinishData:
    """Bars from the earliest finish to the latest, and the days that matter."""

    subject: str
    runs: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


def data(snapshot: Snapshot, *, wave: str = "") -> FinishData | None:
    """Return the finish of the whole plan, simulated; a wave has none of its own."""
    simulation = snapshot.simulation
    if simulation is None or wave:
        return None
    marks = marks_of(snapshot, simulation)
    return FinishData(snapshot.plan.title, simulation.settings.runs, bars_of(snapshot, simulation, marks), marks)


def title(data: FinishData) -> str:
    """Name the plan whose finish is simulated."""
    return f"Finish of {data.subject}"


def description(data: FinishData) -> str:
    """Say by when half and four fifths of the runs are finished, and how often each promise is kept."""
    told = [f"{mark.what} {day_words(mark.day)}" for mark in data.marks if mark.ink == "status"]
    kept = [
        f"the {mark.what.lower()} {day_words(mark.day)} is kept in {per_cent(mark.share)}"
        for mark in data.marks
        if mark.ink != "status"
    ]
    return f"{data.runs:,} runs: {', '.join(told)}; {'; '.join(kept)}."


def drawing(data: FinishData) -> Drawing:
    """Draw the chart."""
    return draw(data.bars, data.marks)


def figure(data: FinishData) -> Figure:
    """Draw the chart for Plotly."""
    return finish_figure(data.bars, data.marks)


def table(data: FinishData) -> Table:
    """Every bar with its share, and the sum up to it."""
    rows = tuple((bar.words, per_cent(bar.share), per_cent(bar.until), _marks(data, bar)) for bar in data.bars)
    return Table(title(data), _COLUMNS, rows)


def _marks(data: FinishData, bar: Bar) -> str:
    return ", ".join(mark.what for mark in data.marks if bar.first <= mark.day.index <= bar.last) or "–"
