"""The lanes of a load chart, one a role or person: demand, team and capacity for each stretch of time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.charts import _items as items
from generator.charts._axis import Axis
from generator.charts._load import Counted, Load, load_of, stretches
from generator.formatting import counted as counted_words
from generator.model.quantity import Band
from generator.scheduling.resource_load import Assignment, teams
from generator.scheduling.schedule import Schedule
from generator.snapshot import Snapshot
from generator.views._at_once import by_day
from generator.views._demand import needed as all_needed
from generator.views._demand import needed_by_day
from generator.views._there import Key, There, there_of
from generator.views.daily_load import named_work

_LENGTHS = (1, 7, 28, 91, 182, 364, 3640)
_MOST_STRETCHES, _FEWEST_STRETCHES, _MOST_LOADS = 130, 26, 900
"""Stretches of a lane, and of all lanes together, so that a chart of many stays light."""
_MOST_BLOCKS, _LEAST_STRETCHES = 900, 8
"""Shares of waves in all lanes: where there are more, stretches become longer while a lane keeps so many of them."""
_WEEK = 7


@dataclass(frozen=True)
class Lane:
    """One role or person: the load in the stretches that are drawn, and week by week."""

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
    """Who is needed and who is there, by role or by the name of a person."""

    needed: Mapping[Key, Sequence[Assignment]]
    there: Mapping[Key, Sequence[Assignment]]


def lanes_of(snapshot: Snapshot, axis: Axis, wave: str = "") -> tuple[Lane, ...]:
    """Return a lane for each role that is needed or staffed, and for each person who is in two places at once.

    Of one wave, its roles alone.
    """
    people, there = _people(snapshot, wave), there_of(snapshot)
    keys = tuple(_keys(snapshot, people, wave))
    roles = sum(kind == "role" for kind, _, _ in keys)
    counts = {key: _counted(key, people, there, snapshot) for key in keys}
    loads = partial(_loads, axis=axis, schedule=snapshot.schedule)
    weeks = {key: loads(counts[key], days=_WEEK * axis.stride) for key in keys}
    kept = [key for key in keys if key[0] == "role" or any(week.over for week in weeks[key])]
    lanes: tuple[Lane, ...] = ()
    for length in _lengths(axis, roles):
        lanes = tuple(
            Lane(key[1], snapshot.names[key[:2]].name, loads(counts[key], days=length), weeks[key]) for key in kept
        )
        if sum(len(load.demand.by_wave) for each in lanes for load in each.loads) <= _MOST_BLOCKS:
            break
    return lanes


def staffed(snapshot: Snapshot, wave: str = "") -> Iterator[Assignment]:
    """Everybody that the plan or one wave needs or has."""
    people = _people(snapshot, wave)
    for group in (people.needed, people.there):
        yield from (each for assigned in group.values() for each in assigned)


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


def band_words(people: Band) -> str:
    """1 person, 2-3 people."""
    return f"{people} {'person' if people.high == 1 else 'people'}"


def people_words(count: int) -> str:
    """1 person, 2 people."""
    return counted_words(count, "person", "people")


def _keys(snapshot: Snapshot, people: _People, wave: str) -> Iterator[Key]:
    """Roles that are needed or staffed, then the people that are named for something."""
    roles: list[Key] = [("role", role, wave or None) for role in snapshot.plan.roles]
    yield from (key for key in roles if people.needed.get(key) or people.there.get(key))
    named: list[Key] = [("person", person, None) for person in snapshot.plan.people]
    yield from (key for key in named if key in people.needed)


def _lengths(axis: Axis, lanes: int) -> Iterator[int]:
    """Yield the days of a stretch that suit so many lanes, then longer ones."""
    most = min(_MOST_STRETCHES, max(_FEWEST_STRETCHES, _MOST_LOADS // max(1, lanes)))
    first = next((length for length in _LENGTHS if axis.length / length <= most), _LENGTHS[-1])
    yield first
    yield from (each for each in _LENGTHS if each > first and axis.length / each >= _LEAST_STRETCHES)


def _people(snapshot: Snapshot, wave: str) -> _People:
    inside = {wave, *snapshot.schedule.breakdown.members.get(wave, ())}
    needed: dict[Key, list[Assignment]] = {}
    there: dict[Key, list[Assignment]] = {}
    for found, group in ((all_needed(snapshot), needed), (teams(snapshot.plan, snapshot.schedule), there)):
        for each in found:
            if not wave or each.item in inside:
                group.setdefault(("role", each.role, wave or None), []).append(each)
    for each in () if wave else named_work(snapshot):
        needed.setdefault(("person", each.role, None), []).append(each)
    return _People(needed, there)


def _counted(key: Key, people: _People, there: There, snapshot: Snapshot) -> Counted:
    kind, role, team = key
    whole = kind == "role" and team is None
    return Counted(
        needed_by_day(snapshot, role) if whole else by_day(people.needed.get(key, ()), snapshot.schedule),
        by_day(people.there.get(key, ()), snapshot.schedule),
        partial(there.most, key),
        partial(items.wave_number, snapshot),
    )


def _loads(counted: Counted, *, axis: Axis, schedule: Schedule, days: int) -> tuple[Load, ...]:
    found = stretches(schedule, axis.first, axis.last, days)
    return tuple(load_of(each, counted, schedule) for each in found)
