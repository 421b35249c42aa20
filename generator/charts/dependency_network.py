"""The dependency network: what waits for what, whatever the dates."""

from dataclasses import dataclass

from generator.charts._chart import Drawing, Table
from generator.charts._graph import Graph, graph_in_short, graph_of
from generator.charts._items import MOST_ITEMS, name_of
from generator.charts._network_drawing import draw, sheet_of, sheets_of
from generator.charts._network_figure import network_figure
from generator.charts._plotly import Figure
from generator.formatting import counted
from generator.snapshot import Snapshot

TITLE = "Dependency network"
WIDE = True
_COLUMNS = ("Predecessor", "Successor", "Link", "Critical")


@dataclass(frozen=True)
class NetworkData:
    """The graph that is shown; `short` where it shows waves and phases alone, `hidden` boxes found no room."""

    subject: str
    graph: Graph
    short: bool
    hidden: int


def data(snapshot: Snapshot, *, wave: str = "") -> NetworkData | None:
    """Return the dependencies of the whole plan, or those of one wave with both their ends."""
    short = len(snapshot.schedule.breakdown.tasks) > MOST_ITEMS and not wave
    graph = graph_in_short(snapshot) if short else graph_of(snapshot, wave)
    whole = len(graph.knots)
    graph = _first(graph)
    if not graph.strands:
        return None
    subject = name_of(snapshot, snapshot.plan.waves[wave]) if wave else snapshot.plan.title
    return NetworkData(subject, graph, short, whole - len(graph.knots))


def title(data: NetworkData) -> str:
    """Name the plan or wave whose dependencies are shown."""
    return f"Dependencies of {data.subject}"


def description(data: NetworkData) -> str:
    """Say how much depends on how much, and what is left out."""
    links = [strand for strand in data.graph.strands if not strand.member]
    critical = sum(strand.critical for strand in links)
    shown = counted(len(data.graph.knots), "box", "boxes")
    told = f"{shown} from left to right in the order of work, {counted(len(links), 'dependency', 'dependencies')}"
    told += f", {critical} of them critical." if critical else "."
    told += " Waves and phases are shown as a whole." if data.short else ""
    return f"{told} {counted(data.hidden, 'further box', 'further boxes')} not shown." if data.hidden else told


def drawing(data: NetworkData) -> Drawing:
    """Draw the chart."""
    return draw(sheet_of(data.graph))


def sheets(data: NetworkData) -> tuple[Drawing, ...]:
    """Draw the chart for print."""
    return tuple(map(draw, sheets_of(data.graph)))


def figure(data: NetworkData) -> Figure:
    """Draw the chart for Plotly."""
    return network_figure(data.graph)


def table(data: NetworkData) -> Table:
    """Every dependency."""
    names = {knot.key: knot.label for knot in data.graph.knots}
    rows = tuple(
        (names[each.source], names[each.target], each.words or "FS", "yes" if each.critical else "no")
        for each in data.graph.strands
        if not each.member
    )
    return Table(title(data), _COLUMNS, rows)


def _first(graph: Graph) -> Graph:
    """As many boxes as can be read."""
    kept = {knot.key for knot in graph.knots[: MOST_ITEMS + MOST_ITEMS // 3]}
    strands = tuple(each for each in graph.strands if {each.source, each.target} <= kept)
    touched = {end for strand in strands for end in (strand.source, strand.target)}
    return Graph(tuple(knot for knot in graph.knots if knot.key in touched), strands)
