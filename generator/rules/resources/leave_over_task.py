"""A person is on leave for all of a task that counts on them.

Alone on the task they hold it up until they are back; beside others it is as if they were not there at all.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer}}
people:
  anna: {name: Anna, role: developer, leave: [{date: W1D1, until: W1D5}]}
  ben: {name: Ben, role: developer}
tasks:
  build: {name: Build, duration: 3d, people: [anna, ben]}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer}}
people:
  anna: {name: Anna, role: developer, leave: [{date: W1D1, until: W1D5}]}
  ben: {name: Ben, role: developer}
tasks:
  build: {name: Build, duration: 3d, people: ben}
  test: {name: Test, duration: 2d, people: anna, start: W2D1}
```
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.scheduling.calendars import clocks_of, people_clock
from generator.scheduling.clock import ALWAYS
from generator.scheduling.critical_path import Span, early_span, early_spans
from generator.scheduling.schedule import Schedule, plan_start
from generator.scheduling.telling import compact

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each person who does not work a minute of the time that a task would take without their leave."""
    absent = {person.id: person for person in plan.people.values() if person.leave}
    tasks = [task for task in schedule.breakdown.tasks if absent.keys() & set(task.people)]
    clocks = {person: people_clock(plan, person, schedule.time) for person in absent} if tasks else {}
    for task, span in _spans_without_leave(tasks, plan, schedule):
        for index, person in enumerate(task.people):
            if person in clocks and not clocks[person].between(*span):
                days = (schedule.time.day_of_start(span[0]), schedule.time.day_of_finish(span[1]))
                when = " to ".join(dict.fromkeys(map(compact, days)))
                message = f'"{person}" is away for all of "{task.id}" ({when})'
                yield Problem((*task.pointer, "people", index), message, _help(task, schedule))


def _help(task: Task, schedule: Schedule) -> str:
    if len(task.people) > 1 or task.needs:
        return "give the task to somebody who is there"
    start = compact(schedule.time.day_of_start(schedule.dates[task.id].early_start))
    return f"it waits until {start}: give it to somebody who is there, or move what it waits for"


def _spans_without_leave(tasks: list[Task], plan: Plan, schedule: Schedule) -> list[tuple[Task, Span]]:
    """When each task would be done if nobody were away, after all that it waits for."""
    if not tasks:
        return []
    everybody = {key: person.model_copy(update={"leave": ()}) for key, person in plan.people.items()}
    there = clocks_of(plan.model_copy(update={"people": everybody}), schedule.breakdown, schedule.time)
    network, start = schedule.network, plan_start(plan, schedule.time)
    early = early_spans(network, start)
    worked = [task for task in tasks if network.nodes[task.id].clock is not ALWAYS]
    nodes = {task.id: replace(network.nodes[task.id], clock=there[task.id]) for task in worked}
    present = replace(network, nodes={**network.nodes, **nodes})
    return [(task, early_span(present, task.id, early, start)) for task in worked]
