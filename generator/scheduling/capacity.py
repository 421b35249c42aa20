"""Who can be at work at once, roles, the teams of waves and phases, people; and what each task takes of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.calendars import leave_days
from generator.scheduling.working_time import WorkingTime


@dataclass(frozen=True)
class Resource:
    """A role, the part of it in a team, or a person; `away` tells by how much it is less on some days."""

    kind: str
    id: str
    team: str | None
    capacity: int
    away: Mapping[int, int] = field(default_factory=dict, hash=False)

    def capacity_on(self, day: int) -> int:
        """How many are there on a day, counted from the beginning of the axis."""
        return max(0, self.capacity - self.away.get(day, 0))


Demand = tuple[Resource, int]
Demands = Mapping[str, tuple[Demand, ...]]
"""What each task takes, by its id."""


def demands_of(plan: Plan, breakdown: Breakdown, time: WorkingTime) -> Demands:
    """What each task takes of everything that is limited: the fewest people it says that it needs."""
    known = {(each.kind, each.id, each.team): each for each in _resources(plan, breakdown, time)}
    return {task.id: tuple(_demands(task, plan, breakdown, known)) for task in breakdown.tasks}


def _resources(plan: Plan, breakdown: Breakdown, time: WorkingTime) -> Iterator[Resource]:
    staff = Counter(person.role for person in plan.people.values())
    away: dict[str, Counter[int]] = defaultdict(Counter)
    for person in plan.people.values():
        away[person.role].update(leave_days(person.leave, time))
        yield Resource("person", person.id, None, 1)
    for role in plan.roles.values():
        capacity = role.count.high if role.count else staff[role.id] or None
        if capacity is not None:
            yield Resource("role", role.id, None, capacity, dict(away[role.id]) if staff[role.id] >= capacity else {})
    teams = ((item, getattr(item, "team", {})) for item in breakdown.items.values())
    for item, team in teams:
        for role_id, band in team.items():
            yield Resource("role", role_id, item.id, band.high)


def _demands(
    task: Task, plan: Plan, breakdown: Breakdown, known: Mapping[tuple[str, str, str | None], Resource]
) -> Iterator[Demand]:
    people = [plan.people[each] for each in task.people if each in plan.people]
    needs = Counter(person.role for person in people)
    for role, band in task.needs.items():
        needs[role] = max(needs[role], band.low)
    wanted: dict[tuple[str, str, str | None], int] = {("role", role, None): each for role, each in needs.items()}
    team = breakdown.parents.get(task.id)
    wanted |= {("role", role, team): amount for role, amount in needs.items() if team}
    wanted |= {("person", person.id, None): 1 for person in people}
    yield from ((known[key], amount) for key, amount in wanted.items() if amount and key in known)
