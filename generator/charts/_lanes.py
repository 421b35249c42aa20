"""The lanes of a load chart, one a role: demand, team and capacity for each stretch of time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.charts import _items as items
from generator.charts._axis import Axis
from generator.charts._load import Busiest, Stretch, busiest, stretches
from generator.formatting import counted
from generator.model.quantity import Band
from generator.scheduling.resource_load import NOBODY, Assignment, demand, teams
from generator.snapshot import Snapshot

_LENGTHS = (1, 7, 28, 91, 364, 3640)
_MOST_STRETCHES = 130
_WEEK = 7


@dataclass(frozen=True)
class Load:
    """One role in one stretch; `capacity` is nothing where the plan sets no limit."""

    stretch: Stretch
    demand: Busiest
    team: Band
    capacity: int | None

    @property
    def over(self) -> int:
        """People needed beyond the capacity."""
        return max(0, self.demand.people.high - self.capacity) if self.capacity is not None else 0


@dataclass(frozen=True)
class Lane:
    """One role: its load in the stretches that are drawn, and week by week."""

    role: str
    name: str
    loads: tuple[Load, ...]
    weeks: tuple[Load, ...]

    @property
    def highest(self) -> int:
        """The largest number of the lane, at least 1."""
        return (
            max((max(each.demand.people.high, each.team.high, each.capacity or 0) for each in self.loads), default=1)
            or 1
        )

    @property
    def peak(self) -> Load:
        """The week with the greatest demand."""
        return max(self.weeks, key=lambda week: week.demand.people.high)

    @property
    def over(self) -> tuple[Load, ...]:
        """The weeks in which more people are needed than there are."""
        return tuple(week for week in self.weeks if week.over)


@dataclass(frozen=True)
class _People:
    """Who is needed and who is there, with the waves they work for; `limits` overrides the roles' counts."""

    needed: Mapping[str, list[tuple[Assignment, int]]]
    there: Mapping[str, list[tuple[Assignment, int]]]
    limits: Mapping[str, int]


def lanes_of(snapshot: Snapshot, axis: Axis, wave: str = "") -> tuple[Lane, ...]:
    """Return a lane for each role that is needed or staffed, in the plan as a whole or in one wave."""
    people = _people(snapshot, wave)
    return tuple(
        Lane(
            role,
            snapshot.names["role", role].name,
            _loads(snapshot, people, role, among=_stretches(snapshot, axis, _length(axis))),
            _loads(snapshot, people, role, among=_stretches(snapshot, axis, _WEEK * axis.stride)),
        )
        for role in snapshot.plan.roles
        if people.needed.get(role) or people.there.get(role)
    )


def staffed(snapshot: Snapshot, wave: str = "") -> Iterator[Assignment]:
    """Everybody that the plan or one wave needs or has."""
    people = _people(snapshot, wave)
    for group in (people.needed, people.there):
        yield from (each for assigned in group.values() for each, _ in assigned)


def week_words(axis: Axis, load: Load) -> str:
    """Week 3, or Weeks 1-4 where a stretch holds several."""
    first, last = load.stretch.first // _WEEK + 1, (load.stretch.last - 1) // _WEEK + 1
    del axis
    return f"Week {first}" if first == last else f"Weeks {first}-{last}"


def over_words(axis: Axis, lane: Lane) -> str:
    """Over capacity in Week 2, Week 3; nothing where there are people enough."""
    weeks = [week_words(axis, week) for week in lane.over]
    told = weeks[:3] + ([f"{len(weeks) - 3} more"] if len(weeks) > 3 else [])  # noqa: PLR2004 - as many as fit
    return f"over capacity in {', '.join(told)}" if weeks else ""


def people_words(count: int) -> str:
    """1 person, 2 people."""
    return counted(count, "person", "people")


def _length(axis: Axis) -> int:
    return next((length for length in _LENGTHS if axis.length / length <= _MOST_STRETCHES), _LENGTHS[-1])


def _stretches(snapshot: Snapshot, axis: Axis, length: int) -> tuple[Stretch, ...]:
    return stretches(snapshot.schedule.time, axis.first, axis.last, length)


def _people(snapshot: Snapshot, wave: str) -> _People:
    inside = {wave, *snapshot.schedule.breakdown.members.get(wave, ())}
    needed: dict[str, list[tuple[Assignment, int]]] = {}
    there: dict[str, list[tuple[Assignment, int]]] = {}
    for found, group in ((demand, needed), (teams, there)):
        for each in found(snapshot.plan, snapshot.schedule):
            if not wave or each.item in inside:
                group.setdefault(each.role, []).append((each, items.wave_number(snapshot, each.item)))
    limits = {role: band.high for role, band in snapshot.plan.waves[wave].team.items()} if wave else {}
    return _People(needed, there, limits)


def _loads(snapshot: Snapshot, people: _People, role: str, *, among: Sequence[Stretch]) -> tuple[Load, ...]:
    time, count = snapshot.schedule.time, snapshot.plan.roles[role].count
    needed = busiest(people.needed.get(role, ()), among, time)
    there = busiest(people.there.get(role, ()), among, time)
    fixed = people.limits.get(role, count.high if count else None)
    staffed_at_all = bool(people.there.get(role))
    return tuple(
        Load(
            stretch,
            work,
            team.people if team else NOBODY,
            fixed if fixed is not None else team.people.high if staffed_at_all else None,
        )
        for stretch, work, team in zip(among, needed, there, strict=True)
    )
