"""The checkpoints whose scope holds a wave or phase, all of it or some of its tasks."""

from dataclasses import dataclass

from generator.snapshot import Snapshot
from generator.views import checkpoint_list
from generator.views._mention import Mention, all_mentioned, mention_of
from generator.views._when import finish_words


@dataclass(frozen=True)
class TestedBy:
    """One checkpoint, and what it tests there."""

    checkpoint: Mention
    when: str
    items: tuple[Mention, ...]


def view(snapshot: Snapshot, item: str) -> tuple[TestedBy, ...]:
    """List them in order of time."""
    rows = [_tested(row.id, item, snapshot) for row in checkpoint_list.view(snapshot).rows]
    return tuple(row for row in rows if row.items)


def _tested(checkpoint: str, item: str, snapshot: Snapshot) -> TestedBy:
    entry, breakdown = snapshot.plan.checkpoints[checkpoint], snapshot.schedule.breakdown
    within = {item, *(task.id for task in breakdown.tasks_within(item))}
    around = {each.id for each in (breakdown.wave_of(item), breakdown.phase_of(item)) if each}
    found = tuple(each for each in all_mentioned(entry.scope, snapshot) if each.id in within | around)
    return TestedBy(mention_of(entry, snapshot), finish_words(checkpoint, snapshot), found)
