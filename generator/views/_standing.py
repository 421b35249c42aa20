"""What is late, due, or beyond its deadline at the status date."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.breakdown import Milestone, Task
from generator.model.verification import Checkpoint
from generator.scheduling.progress.recorded import is_complete, is_kept, is_wait, last_day, status_day
from generator.snapshot import Snapshot

_Work = Task | Milestone | Checkpoint


@dataclass(frozen=True)
class Standing:
    """The status date as a day of the axis, and items not done by id.

    Where no progress is recorded nobody knows what is late: `late` then holds what was to be done by now.
    """

    today: int | None
    recorded: bool
    late: tuple[str, ...]
    due: tuple[str, ...]
    missed: tuple[str, ...]
    deadlines: int


def standing_of(snapshot: Snapshot) -> Standing:
    """Hold every task, milestone and checkpoint against the status date and its own deadline."""
    schedule = snapshot.schedule
    work = [each for each in schedule.breakdown.items.values() if isinstance(each, _Work)]
    awaited = [each for each in work if not _is_done(each)]
    today = status_day(snapshot.as_of, schedule.time)
    last = {
        each.id: last_day(each.id, schedule) for each in awaited if not (isinstance(each, Task) and is_wait(each))
    }
    ordered = sorted(last, key=lambda item: last[item])
    return Standing(
        today=today,
        recorded=is_kept(schedule) or len(awaited) < len(work),
        late=tuple(item for item in ordered if today is not None and last[item] < today),
        due=tuple(item for item in ordered if last[item] == today),
        missed=tuple(_missed(awaited, snapshot)),
        deadlines=sum(1 for each in schedule.breakdown.items.values() if getattr(each, "deadline", None)),
    )


def _is_done(item: _Work) -> bool:
    return is_complete(item) if isinstance(item, Task) else item.done


def _missed(items: list[_Work], snapshot: Snapshot) -> Iterator[str]:
    time, dates = snapshot.schedule.time, snapshot.schedule.dates
    for item in items:
        deadline = getattr(item, "deadline", None)
        limit = time.day_index(deadline) if deadline else None
        if limit is not None and time.day_of_finish(dates[item.id].early_finish).index > limit:
            yield item.id
