"""The checkpoint timeline: on which days it is tested what works together."""

from dataclasses import dataclass

from generator.charts._axis import Axis, axis_of, position
from generator.charts._chart import Drawing, Table
from generator.charts._flags import PRINT_WIDTH, Flag, draw
from generator.charts._flags_figure import flags_figure
from generator.charts._items import name_of
from generator.charts._plotly import Figure
from generator.commonmark import words_of
from generator.formatting import counted
from generator.model.text import ITEM_KINDS
from generator.model.verification import Checkpoint
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot

TITLE = "Checkpoint timeline"
WIDE = False
_COLUMNS = ("Checkpoint", "Day", "Scope", "Command", "Done")


@dataclass(frozen=True)
class TimelineData:
    """Checkpoints in order of time, on their axis."""

    subject: str
    axis: Axis
    flags: tuple[Flag, ...]


def data(snapshot: Snapshot, *, wave: str = "") -> TimelineData | None:
    """Every checkpoint of the plan, or those that test the work of a wave."""
    inside = {wave, *snapshot.schedule.breakdown.members.get(wave, ())}
    chosen = [each for each in snapshot.plan.checkpoints.values() if not wave or _scope(each) & inside]
    if not chosen:
        return None
    flags = tuple(sorted((_flag(snapshot, each) for each in chosen), key=lambda flag: flag.at))
    schedule = snapshot.schedule
    subject = name_of(snapshot, snapshot.plan.waves[wave]) if wave else snapshot.plan.title
    ends = (position(schedule, schedule.start), position(schedule, schedule.finish))
    return TimelineData(subject, axis_of(snapshot, [*ends, *(flag.at for flag in flags)]), flags)


def title(data: TimelineData) -> str:
    """Name the plan or wave that the checkpoints belong to."""
    return f"Checkpoints of {data.subject}"


def description(data: TimelineData) -> str:
    """Say how many checkpoints there are, how many are done, and when the first and the last take place."""
    first, last, done = data.flags[0], data.flags[-1], sum(flag.done for flag in data.flags)
    when = f"on {first.day}" if len(data.flags) == 1 else f"from {first.day} to {last.day}"
    return f"{counted(len(data.flags), 'checkpoint')} {when}, {done or 'none'} done."


def drawing(data: TimelineData) -> Drawing:
    """Draw the chart."""
    return draw(data.axis, data.flags)


def sheets(data: TimelineData) -> tuple[Drawing, ...]:
    """Draw the chart for print; flags that would pile up higher than the chart is wide get more room."""
    narrow = draw(data.axis, data.flags, PRINT_WIDTH)
    return (narrow if narrow.height <= PRINT_WIDTH else drawing(data),)


def figure(data: TimelineData) -> Figure:
    """Draw the chart for Plotly."""
    return flags_figure(data.axis, data.flags)


def table(data: TimelineData) -> Table:
    """Every checkpoint with its day, scope and command."""
    return Table(title(data), _COLUMNS, tuple(flag.cells for flag in data.flags))


def _scope(checkpoint: Checkpoint) -> set[str]:
    return {each.rpartition(":")[2] for each in checkpoint.scope}


def _flag(snapshot: Snapshot, checkpoint: Checkpoint) -> Flag:
    time, at = snapshot.schedule.time, snapshot.schedule.dates[checkpoint.id].early_finish
    name, day = snapshot.names["checkpoint", checkpoint.id].name, with_date(time.day_of_finish(at))
    scope = words_of(checkpoint.scope_name) if checkpoint.scope_name else _short_names(snapshot, checkpoint)
    cells = (name, day, scope, checkpoint.command or "–", "yes" if checkpoint.done else "no")
    return Flag(position(snapshot.schedule, at), name, day, scope, checkpoint.done, cells)


def _short_names(snapshot: Snapshot, checkpoint: Checkpoint) -> str:
    found = [snapshot.index.find(each, ITEM_KINDS) for each in checkpoint.scope]
    return " + ".join(snapshot.names[kind, item.id].short for kind, item in (each for each in found if each))
