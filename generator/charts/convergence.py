"""The convergence: how the P80 settles as runs are added."""

from dataclasses import dataclass

from generator.charts._chart import Drawing, Table
from generator.charts._convergence_drawing import Step, draw
from generator.charts._convergence_figure import convergence_figure
from generator.charts._plotly import Figure
from generator.snapshot import Snapshot

TITLE = "Convergence"
WIDE = False
FOLDED = True
_COLUMNS = ("Runs", "P80 in workdays", "Standard error")


@dataclass(frozen=True)
class ConvergenceData:
    """The P80 of the first so many runs, up to all of them."""

    subject: str
    steps: tuple[Step, ...]


def data(snapshot: Snapshot, *, wave: str = "") -> ConvergenceData | None:
    """Return how the finish of the whole plan settles; a wave has none of its own."""
    simulation = snapshot.simulation
    if simulation is None or wave or not simulation.sd:
        return None
    steps = tuple(Step(each.runs, each.p80, each.error) for each in simulation.convergence)
    return ConvergenceData(snapshot.plan.title, steps)


def title(data: ConvergenceData) -> str:
    """Name the plan whose P80 settles."""
    return f"How the P80 settles: {data.subject}"


def description(data: ConvergenceData) -> str:
    """Say where the P80 is after some of the runs and after all, and how exact it is."""
    first, last = data.steps[0], data.steps[-1]
    settled = f"P80 after {first.runs:,} runs: {first.p80:.2f} workdays, after {last.runs:,}: {last.p80:.2f}"
    return f"{settled}, with a standard error of {last.error:.2f} days."


def drawing(data: ConvergenceData) -> Drawing:
    """Draw the chart."""
    return draw(data.steps)


def figure(data: ConvergenceData) -> Figure:
    """Draw the chart for Plotly."""
    return convergence_figure(data.steps)


def table(data: ConvergenceData) -> Table:
    """The P80 after each twentieth of the runs."""
    rows = tuple((f"{step.runs:,}", f"{step.p80:.2f}", f"{step.error:.3f}") for step in data.steps)
    return Table(title(data), _COLUMNS, rows)
