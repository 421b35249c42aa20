"""The checkpoints whose scope holds a wave or phase, all of it or some of its tasks."""

from dataclasses import dataclass

from generator.snapshot import Snapshot
from generator.views import checkpoint_list
from generator.views._mention import Mention, all_mentioned, mention_of
from generator.views._once import once
from generator.views._when import finish_words


@dataclass(frozen=True)
class TestedBy:
    """One checkpoint, and what it tests there."""

    checkpoint: Mention
    when: str
    items: tuple[Mention, ...]


@once
def view(snapshot: Snapshot, item: str) -> tuple[TestedBy, ...]:
    """List them in order of time."""
    breakdown = snapshot.schedule.breakdown
    within = {item, *(task.id for task in breakdown.tasks_within(item))}
    around = {each.id for each in (breakdown.wave_of(item), breakdown.phase_of(item)) if each}
    rows = checkpoint_list.view(snapshot).rows
    return tuple(
        _tested(row.id, found, snapshot) for row in rows if (found := _scope(row.id, within | around, snapshot))
    )


def _scope(checkpoint: str, among: set[str], snapshot: Snapshot) -> tuple[Mention, ...]:
    scope = snapshot.plan.checkpoints[checkpoint].scope
    near = [each for each in scope if each.rpartition(":")[2] in among]
    return tuple(each for each in all_mentioned(near, snapshot) if each.id in among)


def _tested(checkpoint: str, items: tuple[Mention, ...], snapshot: Snapshot) -> TestedBy:
    entry = snapshot.plan.checkpoints[checkpoint]
    return TestedBy(mention_of(entry, snapshot), finish_words(checkpoint, snapshot), items)
