"""What the table beside a Gantt chart tells of each row, and its tooltip after it."""

from collections.abc import Iterable, Sequence

from generator.charts import _items as items
from generator.model.breakdown import Milestone, Task
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import SchedItem
from generator.snapshot import Snapshot
from generator.views._mention import owner
from generator.views._when import spare_words
from generator.views._why import why_then

COLUMNS = (
    "Item", "Kind", "Start", "Finish", "Duration", "Total float", "Free float", "Critical", "Progress",
    "Owner", "Phase", "Wave", "Role", "Depends on", "Why then",
)  # fmt: skip
_ALWAYS = 8
_NOTHING = "–"
_OF_THE_WHOLE = ("Phase", "Wave")


def cells_of(snapshot: Snapshot, item: SchedItem, *, critical: bool) -> tuple[str, ...]:
    """Tell an item by the columns of the table."""
    moment = isinstance(item, Checkpoint | Milestone)
    progress = getattr(item, "percent_complete", None)
    return (
        items.name_of(snapshot, item),
        items.kind_of(item).capitalize(),
        items.starts(snapshot, item.id),
        items.finishes(snapshot, item.id),
        _NOTHING if moment else items.duration(snapshot, item.id),
        _NOTHING if isinstance(item, Checkpoint) else float_of(snapshot, item),
        _NOTHING if isinstance(item, Checkpoint) else _free_float(snapshot, item),
        "yes" if critical else "no",
        "done" if getattr(item, "done", False) else f"{progress}%" if progress is not None else _NOTHING,
        *(each or _NOTHING for each in _belonging(snapshot, item)),
        ", ".join(map(str, getattr(item, "depends_on", ()))) or _NOTHING,
        _why(snapshot, item) or _NOTHING,
    )


def float_of(snapshot: Snapshot, item: SchedItem) -> str:
    """Return how far an item can slip before the finish does."""
    return _spare(snapshot.schedule.dates[item.id].total_float, snapshot)


def told_columns(rows: Iterable[tuple[str, ...]], *, wave: bool) -> tuple[int, ...]:
    """Return the columns in which anything is told; within one wave nothing of the whole plan."""
    kept = tuple(rows)
    needless = _OF_THE_WHOLE if wave else ()
    return tuple(
        index
        for index, column in enumerate(COLUMNS)
        if index < _ALWAYS or (column not in needless and any(row[index] != _NOTHING for row in kept))
    )


def chosen(cells: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    """Return some of the cells of a row."""
    return tuple(cells[index] for index in columns)


def _free_float(snapshot: Snapshot, item: SchedItem) -> str:
    return _spare(snapshot.schedule.dates[item.id].free_float, snapshot)


def _spare(minutes: int, snapshot: Snapshot) -> str:
    return f"{'-' if minutes < 0 else ''}{spare_words(abs(minutes), snapshot)}"


def _belonging(snapshot: Snapshot, item: SchedItem) -> tuple[str, ...]:
    """Who answers for an item, which phase and wave hold it, and who works on it."""
    answers, breakdown = owner(getattr(item, "owner", None), snapshot), snapshot.schedule.breakdown
    groups = (breakdown.phase_of(item.id), breakdown.wave_of(item.id))
    roles = getattr(item, "needs", {})
    return (
        answers.words if answers else "",
        *(items.name_of(snapshot, group) if group else "" for group in groups),
        ", ".join(snapshot.names["role", role].name for role in roles),
    )


def _why(snapshot: Snapshot, item: SchedItem) -> str:
    if not isinstance(item, Task | Milestone):
        return ""
    return "; ".join(wait.words for wait in why_then(item.id, snapshot))
