"""The resource load: how many of each role are needed and how many there are; people in two places at once."""

from dataclasses import dataclass

from generator.charts._axis import Axis, axis_of, position
from generator.charts._chart import Drawing, Table
from generator.charts._items import name_of, wave_labels
from generator.charts._lanes import Lane, lanes_of, over_words, people_words, staffed, week_words
from generator.charts._load import Load
from generator.charts._load_drawing import draw
from generator.charts._load_figure import load_figure
from generator.charts._plotly import Figure
from generator.snapshot import Snapshot

TITLE = "Resource load"
WIDE = True
_COLUMNS = ("Role or person", "Week", "Needed at the peak", "By wave", "Team", "Capacity", "Over capacity")


@dataclass(frozen=True)
class LoadData:
    """Lanes on their axis, and what each wave is called (0: outside waves)."""

    subject: str
    axis: Axis
    lanes: tuple[Lane, ...]
    waves: tuple[str, ...]


def data(snapshot: Snapshot, *, wave: str = "") -> LoadData | None:
    """Return the roles of the whole plan, or of one wave."""
    work = [each for each in staffed(snapshot, wave) if each.begin < each.end]
    if not work:
        return None
    axis = axis_of(snapshot, [position(snapshot.schedule, at) for each in work for at in (each.begin, each.end)])
    subject = name_of(snapshot, snapshot.plan.waves[wave]) if wave else snapshot.plan.title
    return LoadData(subject, axis, lanes_of(snapshot, axis, wave), wave_labels(snapshot))


def title(data: LoadData) -> str:
    """Name the plan or wave whose people are shown."""
    return f"Resource load of {data.subject}"


def description(data: LoadData) -> str:
    """Say each role's peak against its capacity, and where there are too few people."""
    over = [f"{lane.name} {over_words(data.axis, lane)}" for lane in data.lanes if lane.over]
    peaks = ", ".join(_peak(data.axis, lane) for lane in data.lanes)
    return f"Most people needed at once: {peaks}. {'; '.join(over) if over else 'No role is over capacity'}."


def drawing(data: LoadData) -> Drawing:
    """Draw the chart."""
    return draw(data.axis, data.lanes, data.waves)


def figure(data: LoadData) -> Figure:
    """Draw the chart for Plotly."""
    return load_figure(data.axis, data.lanes, data.waves)


def table(data: LoadData) -> Table:
    """Every role in every week."""
    rows = tuple(_cells(data, lane, week) for lane in data.lanes for week in lane.weeks)
    return Table(title(data), _COLUMNS, rows)


def _peak(axis: Axis, lane: Lane) -> str:
    peak = lane.peak
    if not peak.demand.people.high:
        return f"{lane.name} none"
    of = f" of {peak.capacity}" if peak.capacity is not None else ""
    return f"{lane.name} {peak.demand.people}{of} ({week_words(axis, peak)})"


def _cells(data: LoadData, lane: Lane, week: Load) -> tuple[str, ...]:
    shares = ", ".join(f"{data.waves[wave]}: {people}" for wave, people in week.demand.by_wave)
    return (
        lane.name,
        week_words(data.axis, week),
        str(week.demand.people),
        shares or "–",
        str(week.team) if week.team.high else "–",
        "–" if week.capacity is None else str(week.capacity),
        f"by {people_words(week.over)}" if week.over else "no",
    )
