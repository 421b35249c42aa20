"""What the plan says is done, beside what it says is not."""

from decimal import Decimal

from generator.model.breakdown import Milestone, Task
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import Breakdown

DONE = Decimal(100)


def is_told(breakdown: Breakdown) -> bool:
    """Tell whether the plan keeps the progress of tasks at all."""
    return any(task.percent_complete is not None for task in breakdown.tasks)


def unfinished(item: str, breakdown: Breakdown, *, is_kept: bool) -> str | None:
    """Say what of an item is not done; nothing where all is, or where progress of tasks is not kept."""
    found = breakdown.items[item]
    if isinstance(found, Checkpoint):
        return None if found.done else f'"{item}" is not passed'
    if isinstance(found, Milestone):
        return None if found.done else f'"{item}" is not reached'
    tasks = breakdown.tasks_within(item) if is_kept else ()
    undone = (task for task in tasks if not passes_by_itself(task) and (task.percent_complete or 0) < DONE)
    return next((f'"{task.id}" is at {task.percent_complete or 0}%' for task in undone), None)


def passes_by_itself(task: Task) -> bool:
    """Tell whether a task is a wait by the clock, such as concrete that hardens, and its progress is not told."""
    return task.percent_complete is None and bool(task.duration and task.duration.likely.elapsed)
