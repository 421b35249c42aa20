"""Too many people at once, in words."""

from generator.findings import Pointer, Problem
from generator.formatting import joined
from generator.model.plan import Plan
from generator.model.team import Person
from generator.scheduling.clock import DAY
from generator.scheduling.overload import Overload
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact
from generator.scheduling.working_time import WorkingTime


def told(over: Overload, who: str, plan: Plan, schedule: Schedule) -> Problem:
    """Say who is over, when, by how much and because of what."""
    time = schedule.time
    first, last = compact(time.day_of_start(over.begin)), compact(time.day_of_finish(over.end))
    when = f"on {first}" if first == last else f"from {first} to {last}"
    tasks = joined([f'"{task}"' for task in over.tasks])
    need = "needs" if len(over.tasks) == 1 else "need"
    away = _away(over, plan, schedule)
    least = f"{over.demand} > {over.capacity}"
    beside = f"{least}, {joined(away)} away" if away else least
    message = f"{who} is over capacity {when}: {tasks} {need} {over.demand} ({beside})"
    return Problem(_place(over, plan, schedule), message, _help(over, is_away=bool(away)))


def _help(over: Overload, *, is_away: bool) -> str:
    """A task that wants more people than there ever are waits in vain."""
    if len(over.tasks) > 1:
        return (
            'let work wait until people are free ("schedule: {level: true}"), or put one of the tasks after another'
        )
    if is_away:
        return "let it wait until they are back, or need fewer"
    return "need fewer, or have more people"


def _away(over: Overload, plan: Plan, schedule: Schedule) -> list[str]:
    """Those of a role who have leave on a day of the stretch."""
    time = schedule.time
    days = range(over.begin // DAY, (over.end - 1) // DAY + 1)
    return [
        f'"{person.id}"'
        for person in plan.people.values()
        if over.resource.id in (person.id, person.role) and any(_is_on_leave(person, day, time) for day in days)
    ]


def _is_on_leave(person: Person, day: int, time: WorkingTime) -> bool:
    ends = ((time.day_index(each.date), time.day_index(each.until or each.date)) for each in person.leave)
    return any(first is not None and last is not None and first <= day <= last for first, last in ends)


def by_name(over: Overload, plan: Plan, schedule: Schedule) -> bool:
    """Tell whether all the tasks name their people of the role: then those are told one by one."""
    tasks = [task for task in schedule.breakdown.tasks if task.id in over.tasks]
    roles = [{plan.people[person].role for person in task.people if person in plan.people} for task in tasks]
    return all(over.resource.id in each for each in roles)


def _place(over: Overload, plan: Plan, schedule: Schedule) -> Pointer:
    """The demand of the task that is the last to start."""
    last = max(over.tasks, key=lambda task: (schedule.dates[task].early_start, over.tasks.index(task)))
    task = next(each for each in schedule.breakdown.tasks if each.id == last)
    if over.resource.id in task.needs:
        return (*task.pointer, "needs", over.resource.id)
    fitting = [
        index
        for index, person in enumerate(task.people)
        if over.resource.id in (person, plan.people[person].role if person in plan.people else None)
    ]
    return (*task.pointer, "people", *fitting[:1])
