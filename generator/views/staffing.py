"""When the plan finishes with the fewest people, the likely number and the most, where work is told as effort."""

from dataclasses import dataclass

from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule, compute_schedule
from generator.scheduling.staffing import Staffing, people_on
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot
from generator.views._when import work_words

_PEOPLE = {
    Staffing.LEAST: "the fewest of each band",
    Staffing.LIKELY: "the average of each band",
    Staffing.MOST: "the most of each band",
}


@dataclass(frozen=True)
class StaffedFinish:
    """One way to staff the work: when it finishes, how much later or earlier than the plan's own, which `is_plan`."""

    name: str
    people: str
    finish: str
    shift: str
    is_plan: bool


@dataclass(frozen=True)
class StaffedFinishes:
    """The three ways, and a line that tells them all."""

    rows: tuple[StaffedFinish, ...]
    words: str


def view(snapshot: Snapshot) -> StaffedFinishes | None:
    """Schedule the plan each way; nothing where no task has an effort that a band of people shares."""
    if not _matters(snapshot):
        return None
    rows = tuple(_row(staffing, snapshot) for staffing in Staffing)
    return StaffedFinishes(rows, "; ".join(f"{row.name} {row.finish}" for row in rows))


def _matters(snapshot: Snapshot) -> bool:
    bands = (people_on(task, snapshot.plan) for task in snapshot.schedule.breakdown.tasks if task.effort)
    return any(band.low != band.high for band in bands)


def _row(staffing: Staffing, snapshot: Snapshot) -> StaffedFinish:
    own, time = snapshot.schedule, snapshot.schedule.time
    is_plan = staffing.value == snapshot.plan.schedule.staffing
    finish = own.finish if is_plan else _staffed(snapshot.plan, staffing).finish
    moved = time.clock.between(own.finish, finish)
    sign = "later" if moved > 0 else "earlier"
    return StaffedFinish(
        staffing.value,
        _PEOPLE[staffing],
        with_date(time.day_of_finish(finish)),
        f"{work_words(moved, time)} {sign}" if moved else "",
        is_plan,
    )


def _staffed(plan: Plan, staffing: Staffing) -> Schedule:
    settings = plan.schedule.model_copy(update={"staffing": staffing.value})
    return compute_schedule(plan.model_copy(update={"schedule": settings}))
