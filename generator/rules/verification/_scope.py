"""What a checkpoint tests, task by task, and how items are kin to each other."""

from collections.abc import Iterable, Iterator

from generator.model.breakdown import Milestone, Task
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import Breakdown, SchedItem


def tested(checkpoint: Checkpoint, breakdown: Breakdown) -> frozenset[str]:
    """The tasks in a checkpoint's scope."""
    return tasks_of(checkpoint.scope, breakdown)


def tasks_of(items: Iterable[str], breakdown: Breakdown) -> frozenset[str]:
    """The tasks of items: a milestone stands for what it waits for, a checkpoint for its scope."""
    seen: set[str] = set()
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        if item not in seen:
            seen.add(item)
            waiting += _parts(breakdown.items[item], breakdown)
    return frozenset(item for item in seen if isinstance(breakdown.items[item], Task))


def tested_by_any(plan: Plan, breakdown: Breakdown) -> frozenset[str]:
    """The tasks in the scope of at least one checkpoint."""
    return frozenset().union(*(tested(each, breakdown) for each in plan.checkpoints.values()))


def rolled_up(tasks: Iterable[str], breakdown: Breakdown) -> tuple[SchedItem, ...]:
    """Name a wave or phase in place of its tasks where all of them are meant."""
    meant = frozenset(tasks)
    whole = {item for item in breakdown.members if all(task.id in meant for task in breakdown.tasks_within(item))}
    found = {_largest(task, whole, breakdown) for task in meant}
    return tuple(item for item in breakdown.items.values() if item.id in found)


def kin(one: str, other: str, breakdown: Breakdown) -> bool:
    """Tell whether an item is another, part of it, the whole that holds it, or stands for some of the same work.

    Two checkpoints are never kin: what the second tests again is not what the first has shown.
    """
    if all(isinstance(breakdown.items[each], Checkpoint) for each in (one, other)):
        return one == other
    if one in _with_parents(other, breakdown) or other in _with_parents(one, breakdown):
        return True
    return bool(tasks_of([one], breakdown) & tasks_of([other], breakdown))


def _parts(item: SchedItem, breakdown: Breakdown) -> Iterator[str]:
    if isinstance(item, Checkpoint):
        yield from item.scope
    elif isinstance(item, Milestone):
        yield from (dependency.on for dependency in item.depends_on)
    else:
        members = breakdown.members.get(item.id, ())
        yield from (each for each in members if not isinstance(breakdown.items[each], Milestone))


def _largest(task: str, whole: set[str], breakdown: Breakdown) -> str:
    above = [item for item in _with_parents(task, breakdown) if item in whole]
    return above[-1] if above else task


def _with_parents(item: str, breakdown: Breakdown) -> Iterator[str]:
    here: str | None = item
    while here is not None:
        yield here
        here = breakdown.parents.get(here)
