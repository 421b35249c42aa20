"""What is handed over: by which tasks, and when it is there."""

from dataclasses import dataclass

from generator.snapshot import Snapshot
from generator.views._long import MOST_ROWS
from generator.views._mention import Mention, mention_of
from generator.views._once import once
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
    """Deliverables in the plan's order; `described` tells whether any says how to tell that it is there.

    `elsewhere` of them are not told here.
    """

    lines: tuple[DeliverableLine, ...]
    described: bool
    elsewhere: int = 0


def view(snapshot: Snapshot, item: str = "", choice: str = "") -> DeliverableList:
    """Tell those that the tasks of a wave or phase complete; without an item, the plan's own tasks.

    Where the plan has more than one table holds, the choice "brief" leaves the key ones.
    """
    delivered = _delivered(snapshot)
    among = _completed(snapshot).get(item, [])
    brief = choice == "brief" and len(snapshot.plan.deliverables) > MOST_ROWS
    shown = [each for each in among if snapshot.plan.deliverables[each].key] if brief else among
    lines = tuple(_line(each, delivered[each], snapshot) for each in shown)
    return DeliverableList(lines, any(line.description for line in lines), len(among) - len(lines))


@once
def _completed(snapshot: Snapshot) -> dict[str, list[str]]:
    """The deliverables by the wave or phase of the task that completes them."""
    delivered, parents = _delivered(snapshot), snapshot.schedule.breakdown.parents
    found: dict[str, list[str]] = {}
    for each in snapshot.plan.deliverables:
        if each in delivered:
            found.setdefault(parents.get(delivered[each][-1], ""), []).append(each)
    return found


@once
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
