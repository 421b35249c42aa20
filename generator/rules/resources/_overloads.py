"""Too many people at once, in words."""

from generator.findings import Pointer, Problem
from generator.formatting import joined
from generator.model.plan import Plan
from generator.scheduling.overload import Overload
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact


def told(over: Overload, who: str, plan: Plan, schedule: Schedule) -> Problem:
    """Say who is over, when, by how much and because of what."""
    time = schedule.time
    first, last = compact(time.day_of_start(over.begin)), compact(time.day_of_finish(over.end))
    when = f"on {first}" if first == last else f"from {first} to {last}"
    tasks = joined([f'"{task}"' for task in over.tasks])
    message = f"{who} is over capacity {when}: {tasks} need {over.demand} ({over.demand} > {over.capacity})"
    help_text = (
        'let work wait until people are free ("schedule: {level: true}"), or put one of the tasks after another'
    )
    return Problem(_place(over, plan, schedule), message, help_text)


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
