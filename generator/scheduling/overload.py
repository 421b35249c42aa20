"""Where the plan asks for more people than there are: who, when, by how much, and because of which tasks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.model.plan import Plan
from generator.scheduling.capacity import Resource, demands_of
from generator.scheduling.clock import DAY, Clock
from generator.scheduling.schedule import Schedule


@dataclass(frozen=True)
class Overload:
    """A stretch of time in which tasks want more of a resource than there is."""

    resource: Resource
    begin: int
    end: int
    demand: int
    capacity: int
    tasks: tuple[str, ...]


def overloads(plan: Plan, schedule: Schedule) -> Iterator[Overload]:
    """Yield each stretch of time in which a resource is short, in order of resources and time."""
    tasks: dict[Resource, list[tuple[str, int]]] = defaultdict(list)
    for task, demands in demands_of(plan, schedule.breakdown, schedule.time).items():
        for resource, amount in demands:
            tasks[resource].append((task, amount))
    for resource, users in tasks.items():
        if sum(amount for _, amount in users) > resource.capacity or resource.away:
            yield from _joined(_short(resource, users, schedule))


def _short(resource: Resource, users: Iterable[tuple[str, int]], schedule: Schedule) -> Iterator[Overload]:
    """Yield the stretches between two changes of the load, or of a day's capacity, in which it is too much."""
    spans = {task: (schedule.dates[task].early_start, schedule.dates[task].early_finish) for task, _ in users}
    amounts = dict(users)
    moments = {moment for span in spans.values() for moment in span}
    moments |= {day * DAY for away in resource.away for day in (away, away + 1)}
    ordered = sorted(moments)
    begins = sorted(spans, key=lambda task: spans[task])
    running: list[str] = []
    for begin, end in pairwise(ordered):
        while begins and spans[begins[0]][0] <= begin:
            running.append(begins.pop(0))
        running = [task for task in running if spans[task][1] > begin]
        capacity = resource.capacity_on(begin // DAY)
        if sum(amounts[task] for task in running) > capacity:
            yield from _at_once(Overload(resource, begin, end, 0, capacity, tuple(running)), amounts, schedule)


def _at_once(over: Overload, amounts: Mapping[str, int], schedule: Schedule) -> Iterator[Overload]:
    """Yield a stretch if so many are really at work at one moment of it: by day and by night, they are not."""
    clocks = {task: schedule.network.nodes[task].clock for task in over.tasks}
    if len(set(clocks.values())) == 1:
        if clocks[over.tasks[0]].between(over.begin, over.end):
            yield _told(over, amounts, over.tasks)
        return
    for day in range(over.begin // DAY, (over.end - 1) // DAY + 1):
        found = max(_moments(over, clocks, day), key=lambda tasks: sum(amounts[task] for task in tasks), default=())
        if sum(amounts[task] for task in found) > over.capacity:
            yield _told(over, amounts, found)
            return


def _moments(over: Overload, clocks: Mapping[str, Clock], day: int) -> Iterator[tuple[str, ...]]:
    """Yield who is at work at each moment of a day at which somebody begins."""
    shifts = {
        task: [
            (max(begin, over.begin - day * DAY), min(end, over.end - day * DAY))
            for begin, end in clock.shifts_on(day)
        ]
        for task, clock in clocks.items()
    }
    for moment in {begin for each in shifts.values() for begin, end in each if begin < end}:
        yield tuple(task for task, each in shifts.items() if any(begin <= moment < end for begin, end in each))


def _told(over: Overload, amounts: Mapping[str, int], tasks: tuple[str, ...]) -> Overload:
    demand = sum(amounts[task] for task in tasks)
    return Overload(over.resource, over.begin, over.end, demand, over.capacity, tasks)


def _joined(stretches: Iterable[Overload]) -> Iterator[Overload]:
    """Tell neighbours with the same tasks and capacity as one."""
    last: Overload | None = None
    for each in stretches:
        if last and (last.end, last.tasks, last.capacity) == (each.begin, each.tasks, each.capacity):
            last = Overload(last.resource, last.begin, each.end, last.demand, last.capacity, last.tasks)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last
