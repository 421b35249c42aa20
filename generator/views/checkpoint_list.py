"""Checkpoints as tables tell them."""

from dataclasses import dataclass

from generator.formatting import escape_markdown
from generator.model.text import ITEM_KINDS
from generator.model.verification import Checkpoint
from generator.scheduling.telling import week_and_day, weekday_date
from generator.snapshot import Snapshot
from generator.views._once import once


@dataclass(frozen=True)
class CheckpointRow:
    """One checkpoint: its day in words, its scope as Markdown."""

    id: str
    name: str
    when: str
    date: str
    scope: str
    command: str
    done: bool


@dataclass(frozen=True)
class CheckpointList:
    """Checkpoints in order of time; `next` is the first that is not passed; a column of commands may stay away."""

    rows: tuple[CheckpointRow, ...]
    next: CheckpointRow | None
    has_command: bool


@once
def view(snapshot: Snapshot) -> CheckpointList:
    """Tell each checkpoint."""
    checkpoints = sorted(
        snapshot.plan.checkpoints.values(), key=lambda each: snapshot.schedule.dates[each.id].early_start
    )
    rows = tuple(_row(checkpoint, snapshot) for checkpoint in checkpoints)
    ahead = next((row for row in rows if not row.done), None)
    return CheckpointList(rows, ahead, any(row.command for row in rows))


def scope_words(checkpoint: Checkpoint, snapshot: Snapshot) -> str:
    """The scope as the author words it, else the short names of its items, as Markdown."""
    if checkpoint.scope_name:
        return checkpoint.scope_name
    found = [snapshot.index.find(item, ITEM_KINDS) for item in checkpoint.scope]
    return " + ".join(escape_markdown(snapshot.names[(each[0], each[1].id)].short) for each in found if each)


def _row(checkpoint: Checkpoint, snapshot: Snapshot) -> CheckpointRow:
    day = snapshot.schedule.time.day_of_finish(snapshot.schedule.dates[checkpoint.id].early_finish)
    name = snapshot.names[("checkpoint", checkpoint.id)].name
    scope = scope_words(checkpoint, snapshot)
    return CheckpointRow(
        checkpoint.id, name, week_and_day(day), weekday_date(day), scope, checkpoint.command or "", checkpoint.done
    )
