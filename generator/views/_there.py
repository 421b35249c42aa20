"""How many there are of a role, of its part in a team, or of a person, day by day, those on leave left out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.breakdown import Phase, Wave
from generator.model.quantity import Band
from generator.scheduling.capacity import Resource, demands_of
from generator.scheduling.resource_load import Assignment, teams
from generator.snapshot import Snapshot
from generator.views._at_once import Busy, by_day
from generator.views._once import once

Key = tuple[str, str, str | None]
"""Kind (role or person), id, and team of a resource; no team for the plan as a whole."""


@dataclass(frozen=True)
class There:
    """What the plan says there is: of a role without a number, as many as its teams have on a day."""

    known: Mapping[Key, Resource]
    counts: Mapping[Key, Band]
    teams: Mapping[str, Mapping[int, Busy]]

    def on(self, key: Key, day: int) -> Band | None:
        """The fewest and the most on a day; nothing where the plan does not say."""
        if key in self.counts:
            away = self.known[key].away.get(day, 0) if key in self.known else 0
            return Band(max(0, self.counts[key].low - away), max(0, self.counts[key].high - away))
        if key in self.known:
            count = self.known[key].capacity_on(day)
            return Band(count, count)
        staffed = self.teams.get(key[1]) if key[0] == "role" and key[2] is None else None
        return None if staffed is None else staffed[day].people if day in staffed else Band(0, 0)

    def most(self, key: Key, day: int) -> int | None:
        """The most on a day, which is what an overload is held against."""
        found = self.on(key, day)
        return found.high if found else None


@once
def there_of(snapshot: Snapshot) -> There:
    """Gather what the plan says of its roles, teams and people."""
    plan, schedule = snapshot.plan, snapshot.schedule
    demands = demands_of(plan, schedule.breakdown, schedule.time)
    limited = dict.fromkeys(each for found in demands.values() for each, _ in found)
    known: dict[Key, Resource] = {(each.kind, each.id, each.team): each for each in limited}
    counts: dict[Key, Band] = {("role", role.id, None): role.count for role in plan.roles.values() if role.count}
    staff: tuple[Phase | Wave, ...] = (*plan.phases.values(), *plan.waves.values())
    for item in staff:
        counts |= {("role", role, item.id): band for role, band in item.team.items()}
    staffed: dict[str, list[Assignment]] = defaultdict(list)
    for each in teams(plan, schedule):
        staffed[each.role].append(each)
    return There(known, counts, {role: by_day(work, schedule) for role, work in staffed.items()})
