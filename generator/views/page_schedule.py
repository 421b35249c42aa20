"""Every phase, wave, task, milestone and checkpoint in one table, as the schedule page shows it."""

from dataclasses import dataclass

from generator.model.breakdown import Task
from generator.scheduling.breakdown import SchedItem
from generator.snapshot import Snapshot
from generator.views import schedule_rows
from generator.views._mention import Mention, mention_of
from generator.views._when import duration_words, finish_cell, start_cell, work_words
from generator.views.schedule_rows import ScheduleRow


@dataclass(frozen=True)
class Row:
    """One item; `indent` has an entry for each level above it, `state` is a chip with its tone."""

    item: Mention
    indent: tuple[None, ...]
    is_group: bool
    start: str
    finish: str
    duration: str
    spare: str
    tone: str
    state: str


@dataclass(frozen=True)
class Table:
    """All rows, and whether anything in them waits for anything else."""

    rows: tuple[Row, ...]
    linked: bool


def view(snapshot: Snapshot) -> Table:
    """Tell every item."""
    items = snapshot.schedule.breakdown.items.values()
    linked = any(getattr(item, "depends_on", ()) for item in items)
    return Table(tuple(_row(row, snapshot) for row in schedule_rows.view(snapshot)), linked)


def _row(row: ScheduleRow, snapshot: Snapshot) -> Row:
    item = snapshot.schedule.breakdown.items[row.id]
    state = _state(item, row)
    return Row(
        item=mention_of(item, snapshot),
        indent=(None,) * row.depth,
        is_group=row.kind in ("phase", "wave"),
        start=start_cell(row.id, snapshot) if row.kind in ("phase", "wave", "task") else "",
        finish=finish_cell(row.id, snapshot),
        duration=duration_words(item.duration) if isinstance(item, Task) else row.duration,
        spare=_spare(row, snapshot),
        tone=_TONES.get(state, "info"),
        state=state,
    )


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
    return work_words(snapshot.schedule.dates[row.id].total_float, snapshot.schedule.time)
