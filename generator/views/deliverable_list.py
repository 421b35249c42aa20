"""What is handed over: by which tasks, and when it is there."""

from dataclasses import dataclass

from generator.snapshot import Snapshot
from generator.views._mention import Mention, mention_of
from generator.views._when import finish_cell


@dataclass(frozen=True)
class DeliverableLine:
    """One deliverable."""

    id: str
    name: str
    description: str
    tasks: tuple[Mention, ...]
    when: str


@dataclass(frozen=True)
class DeliverableList:
    """Deliverables in the plan's order; `described` tells whether any says how to tell that it is there."""

    lines: tuple[DeliverableLine, ...]
    described: bool


def view(snapshot: Snapshot, item: str = "") -> DeliverableList:
    """Tell those that the tasks of a wave or phase complete; without an item, the plan's own tasks."""
    parents = snapshot.schedule.breakdown.parents
    delivered = _delivered(snapshot)
    among = [each for each in snapshot.plan.deliverables if each in delivered]
    lines = tuple(
        _line(each, delivered[each], snapshot) for each in among if parents.get(delivered[each][-1], "") == item
    )
    return DeliverableList(lines, any(line.description for line in lines))


def _delivered(snapshot: Snapshot) -> dict[str, list[str]]:
    """Map each deliverable to its tasks, the one that completes it last."""
    tasks: dict[str, list[str]] = {}
    dates = snapshot.schedule.dates
    for task in sorted(snapshot.schedule.breakdown.tasks, key=lambda task: dates[task.id].early_finish):
        for deliverable in task.delivers:
            tasks.setdefault(deliverable, []).append(task.id)
    return tasks


def _line(deliverable: str, tasks: list[str], snapshot: Snapshot) -> DeliverableLine:
    entry, items = snapshot.plan.deliverables[deliverable], snapshot.schedule.breakdown.items
    by = tuple(mention_of(items[task], snapshot) for task in tasks)
    return DeliverableLine(entry.id, entry.name, entry.description or "", by, finish_cell(tasks[-1], snapshot))
