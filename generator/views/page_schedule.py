"""Every phase, wave, task, milestone and checkpoint in one table, as the schedule page shows it.

Of a long plan, what a wave consists of stands on the wave's own page.
"""

from dataclasses import dataclass

from generator.formatting import counted
from generator.model.breakdown import Phase, Task, Wave
from generator.scheduling.breakdown import SchedItem
from generator.snapshot import Snapshot
from generator.views import schedule_rows
from generator.views._long import is_long
from generator.views._mention import Mention, mention_of
from generator.views._waits import Wait
from generator.views._when import duration_words, finish_cell, spare_words, start_cell
from generator.views._why import why_then
from generator.views.schedule_rows import ScheduleRow


@dataclass(frozen=True)
class Row:
    """One item; `indent` has an entry for each level above it, `state` is a chip with its tone.

    `why` tells what its start waits for, each of them by its own row.
    """

    item: Mention
    indent: tuple[None, ...]
    is_group: bool
    start: str
    finish: str
    duration: str
    spare: str
    tone: str
    state: str
    why: tuple[Wait, ...]


@dataclass(frozen=True)
class Table:
    """The rows, whether anything waits for anything else, and how many tasks stand `elsewhere`."""

    rows: tuple[Row, ...]
    linked: bool
    elsewhere: int


def view(snapshot: Snapshot) -> Table:
    """Tell every item; of a long plan all but the tasks of its waves."""
    items = snapshot.schedule.breakdown.items.values()
    linked = any(getattr(item, "depends_on", ()) for item in items)
    rows = schedule_rows.view(snapshot)
    shown = [row for row in rows if not (row.kind == "task" and _is_elsewhere(row, snapshot))]
    return Table(tuple(_row(row, snapshot) for row in shown), linked, len(rows) - len(shown))


def _is_elsewhere(row: ScheduleRow, snapshot: Snapshot) -> bool:
    return is_long(snapshot) and row.within in snapshot.plan.waves


def _row(row: ScheduleRow, snapshot: Snapshot) -> Row:
    item = snapshot.schedule.breakdown.items[row.id]
    state = _state(item, row)
    return Row(
        item=mention_of(item, snapshot),
        indent=(None,) * row.depth,
        is_group=row.kind in ("phase", "wave"),
        start=start_cell(row.id, snapshot) if row.kind in ("phase", "wave", "task") else "",
        finish=finish_cell(row.id, snapshot),
        duration=_duration(item, snapshot),
        spare=_spare(row, snapshot),
        tone=_TONES.get(state, "info"),
        state=state,
        why=why_then(row.id, snapshot) if row.kind in ("task", "milestone") else (),
    )


def _duration(item: SchedItem, snapshot: Snapshot) -> str:
    """How long a task takes, and over how many workdays a wave or phase stretches."""
    if isinstance(item, Task):
        return duration_words(snapshot.schedule.estimate(item.id))
    if not isinstance(item, Phase | Wave):
        return ""
    dates = snapshot.schedule.dates[item.id]
    return counted(snapshot.schedule.time.workdays_between(dates.early_start, dates.early_finish), "day")


_TONES = {"Done": "ok", "Critical": "critical"}


def _state(item: SchedItem, row: ScheduleRow) -> str:
    if getattr(item, "done", False) or row.percent_complete == "100":
        return "Done"
    if row.critical:
        return "Critical"
    return f"{row.percent_complete}%" if row.percent_complete not in ("", "0") else ""


def _spare(row: ScheduleRow, snapshot: Snapshot) -> str:
    if row.kind == "checkpoint" or row.critical:
        return ""
    return spare_words(snapshot.schedule.dates[row.id].total_float, snapshot)
