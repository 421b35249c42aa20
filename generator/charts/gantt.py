"""The Gantt chart: what is done when, what waits for what, and what must not slip."""

from dataclasses import dataclass

from generator.charts._axis import Axis, axis_of
from generator.charts._chart import Drawing, Name, Table
from generator.charts._gantt_cells import COLUMNS, chosen, told_columns
from generator.charts._gantt_drawing import draw, draw_beside, is_bold
from generator.charts._gantt_figure import gantt_figure
from generator.charts._gantt_geometry import Geometry, geometry_of
from generator.charts._gantt_rows import Arrow, Row, arrows_between, rows_in_short, rows_of_plan, rows_of_wave
from generator.charts._gantt_samples import entries
from generator.charts._gantt_sheets import draw_sheets
from generator.charts._items import MOST_ITEMS, name_of, span
from generator.charts._legend import Entry
from generator.charts._plotly import Figure
from generator.formatting import counted, joined
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot

TITLE = "Gantt chart"
WIDE = True


@dataclass(frozen=True)
class GanttData:
    """Rows and arrows on their axis; `hidden` counts the rows for which there is no room."""

    subject: str
    axis: Axis
    rows: tuple[Row, ...]
    arrows: tuple[Arrow, ...]
    tasks: int
    extent: str
    hidden: int
    columns: tuple[int, ...]


def data(snapshot: Snapshot, *, wave: str = "") -> GanttData | None:
    """Rows of the whole plan, or of one wave; a plan of very many tasks in phases and waves alone."""
    rows = _rows(snapshot, wave)
    shown = rows[: MOST_ITEMS + MOST_ITEMS // 3]
    dated = [row for row in shown if row.kind != "lane"]
    if not dated:
        return None
    inside = snapshot.schedule.breakdown.tasks_within(wave) if wave else snapshot.schedule.breakdown.tasks
    axis = axis_of(snapshot, [at for row in dated for at in (row.begin, row.end, row.slack)])
    return GanttData(
        subject=name_of(snapshot, snapshot.plan.waves[wave]) if wave else snapshot.plan.title,
        axis=axis,
        rows=shown,
        arrows=arrows_between(snapshot, shown),
        tasks=len(tuple(inside)),
        extent=span(snapshot, wave) if wave else _extent(snapshot),
        hidden=len(rows) - len(shown),
        columns=told_columns((row.cells for row in dated), wave=bool(wave)),
    )


def title(data: GanttData) -> str:
    """Name the plan or wave that the chart shows."""
    return f"Schedule of {data.subject}"


def description(data: GanttData) -> str:
    """Say from when to when, how much is critical, and what is left out."""
    shown = [row for row in data.rows if row.kind == "task"]
    critical = [row.label for row in shown if row.critical]
    checks = sum(row.kind == "checkpoint" for row in data.rows)
    count = joined([counted(data.tasks, "task"), *([counted(checks, "checkpoint")] if checks else [])])
    parts = [f"{count} from {data.extent}."]
    if critical:
        named = f": {joined(critical)}" if len(critical) <= 6 else ""  # noqa: PLR2004 - as many as one listens to
        parts.append(f"{len(critical)} critical{named}.")
    if data.tasks and not shown:
        parts.append("Phases and waves are shown as a whole; the tasks stand on the page of each wave.")
    if data.axis.status is None and data.axis.status_words:
        parts.append(f"{data.axis.status_words}, outside the weeks shown.")
    if data.hidden:
        parts.append(f"{counted(data.hidden, 'further row')} not shown.")
    return " ".join(parts)


def drawing(data: GanttData) -> Drawing:
    """Draw the chart."""
    return draw(data.axis, data.rows, data.arrows)


def sheets(data: GanttData) -> tuple[Drawing, ...]:
    """Draw the chart for print."""
    return draw_sheets(data.axis, data.rows, data.arrows)


def figure(data: GanttData) -> Figure:
    """Draw the chart for Plotly."""
    return gantt_figure(data.axis, data.rows, data.arrows)


def table(data: GanttData) -> Table:
    """Every row with its dates, float and predecessors."""
    rows = tuple(chosen(row.cells, data.columns) for row in data.rows if row.cells)
    return Table(title(data), chosen(COLUMNS, data.columns), rows)


def beside_names(data: GanttData) -> Drawing:
    """Draw the bars for a page that sets the names beside them."""
    return draw_beside(data.axis, data.rows, data.arrows)


def names(data: GanttData) -> tuple[Name, ...]:
    """Name every row, and where its name leads."""
    return tuple(Name(row.label, row.depth, is_bold(row), row.told or row.label, row.anchor) for row in data.rows)


def legend(data: GanttData) -> list[Entry]:
    """Explain the marks that occur."""
    return entries(data.rows, data.arrows, off=bool(data.axis.off))


def geometry(data: GanttData) -> Geometry:
    """Tell a script where everything lies."""
    return geometry_of(data.axis, data.rows, data.arrows)


def _rows(snapshot: Snapshot, wave: str) -> tuple[Row, ...]:
    if wave:
        return rows_of_wave(snapshot, snapshot.plan.waves[wave])
    many = len(snapshot.schedule.breakdown.tasks) > MOST_ITEMS
    return rows_in_short(snapshot) if many else rows_of_plan(snapshot)


def _extent(snapshot: Snapshot) -> str:
    time, schedule = snapshot.schedule.time, snapshot.schedule
    return f"{with_date(time.day_of_start(schedule.start))} to {with_date(time.day_of_finish(schedule.finish))}"
