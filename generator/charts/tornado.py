"""The tornado: which tasks and risks move the finish most."""

from dataclasses import dataclass

from generator.charts._chart import Drawing, Table
from generator.charts._items import name_of
from generator.charts._movers import Row, rows_of
from generator.charts._plotly import Figure
from generator.charts._tornado_drawing import draw
from generator.charts._tornado_figure import tornado_figure
from generator.formatting import counted
from generator.snapshot import Snapshot

TITLE = "What moves the finish"
WIDE = False
_COLUMNS = ("Name", "Kind", "Goes well", "Goes badly")
_MOST, _MOST_TOLD = 12, 60


@dataclass(frozen=True)
class TornadoData:
    """Tasks and risks, the strongest first."""

    subject: str
    rows: tuple[Row, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        """Those that have room in the picture."""
        return self.rows[:_MOST]


def data(snapshot: Snapshot, *, wave: str = "") -> TornadoData | None:
    """Return what moves the finish in the whole plan, or what of it lies in one wave."""
    simulation = snapshot.simulation
    inside = {wave, *snapshot.schedule.breakdown.members.get(wave, ())} if wave else None
    rows = rows_of(snapshot, simulation, inside) if simulation else ()
    if not rows:
        return None
    subject = name_of(snapshot, snapshot.plan.waves[wave]) if wave else snapshot.plan.title
    return TornadoData(subject, rows)


def title(data: TornadoData) -> str:
    """Name the plan or wave whose tasks and risks are compared."""
    return f"What moves the finish: {data.subject}"


def description(data: TornadoData) -> str:
    """Say how many there are, and what the strongest of them does."""
    risks = sum(row.is_risk for row in data.rows)
    kinds = [counted(len(data.rows) - risks, "task")] if risks < len(data.rows) else []
    kinds += [counted(risks, "risk")] if risks else []
    more = f" The strongest {_MOST} are shown." if len(data.rows) > _MOST else ""
    return f"{' and '.join(kinds)}. First {data.rows[0].told}.{more}"


def drawing(data: TornadoData) -> Drawing:
    """Draw the chart."""
    return draw(data.shown)


def figure(data: TornadoData) -> Figure:
    """Draw the chart for Plotly."""
    return tornado_figure(data.shown)


def table(data: TornadoData) -> Table:
    """By how much the mean finish moves, for the strongest sixty at most."""
    return Table(title(data), _COLUMNS, tuple(row.cells for row in data.rows[:_MOST_TOLD]))
