"""A checkpoint in full: when, what it tests, and how long before each part of that is finished."""

from dataclasses import dataclass

from generator.snapshot import Snapshot
from generator.views._mention import Mention, all_mentioned, home_words, owner
from generator.views._when import finish_cell, finish_words, work_words
from generator.views.checkpoint_list import scope_words


@dataclass(frozen=True)
class ScopeRow:
    """One item of the scope; `late` where it finishes after the checkpoint."""

    item: Mention
    home: str
    finish: str
    slack: str
    late: bool


@dataclass(frozen=True)
class CheckpointPlan:
    """One checkpoint beyond its own words; `slack` is that of the part that is finished last."""

    name: str
    when: str
    owner: Mention | None
    scope_words: str
    scope: tuple[ScopeRow, ...]
    has_home: bool
    slack: str
    last: Mention | None
    late: bool


def view(snapshot: Snapshot, checkpoint: str) -> CheckpointPlan:
    """Tell one checkpoint."""
    entry, dates = snapshot.plan.checkpoints[checkpoint], snapshot.schedule.dates
    items = all_mentioned(entry.scope, snapshot)
    scope = tuple(_scope(item, checkpoint, snapshot) for item in items)
    last = max(items, key=lambda item: dates[item.id].early_finish, default=None)
    tightest = next((row for row in scope if row.item == last), None)
    return CheckpointPlan(
        snapshot.names[("checkpoint", checkpoint)].name,
        finish_words(checkpoint, snapshot),
        owner(entry.owner, snapshot),
        scope_words(entry, snapshot),
        scope,
        any(row.home for row in scope),
        tightest.slack if tightest else "",
        last,
        any(row.late for row in scope),
    )


def _scope(item: Mention, checkpoint: str, snapshot: Snapshot) -> ScopeRow:
    time, dates = snapshot.schedule.time, snapshot.schedule.dates
    slack = time.clock.between(dates[item.id].early_finish, dates[checkpoint].early_finish)
    place = home_words(item.id, snapshot) if item.kind not in ("wave", "phase") else ""
    return ScopeRow(item, place, finish_cell(item.id, snapshot), _slack(slack, snapshot), slack < 0)


def _slack(minutes: int, snapshot: Snapshot) -> str:
    if not minutes:
        return "the same day"
    return f"{work_words(minutes, snapshot.schedule.time)} {'before' if minutes > 0 else 'after it'}"
