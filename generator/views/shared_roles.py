"""Roles that waves share: week by week, which tasks use them, and where that is more than there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.quantity import Band
from generator.model.team import Role
from generator.scheduling.clock import DAY, WEEK_DAYS
from generator.scheduling.resource_load import Assignment
from generator.snapshot import Snapshot
from generator.views._at_once import by_day
from generator.views._demand import needed_of
from generator.views._mention import Mention, home, mention_of, short_of
from generator.views._there import Key, There, there_of
from generator.views._when import span_cell, week_words


@dataclass(frozen=True)
class Use:
    """A task that needs the role."""

    task: Mention
    home: str
    when: str


@dataclass(frozen=True)
class SharedWeek:
    """One week in which the role is needed."""

    week: str
    uses: tuple[Use, ...]
    peak: str
    over: bool


@dataclass(frozen=True)
class SharedRole:
    """One shared role, the waves and phases it works for, and its weeks."""

    role: Mention
    count: str
    works_for: tuple[Mention, ...]
    weeks: tuple[SharedWeek, ...]


def view(snapshot: Snapshot, role: str = "") -> tuple[SharedRole, ...]:
    """Tell every shared role that a task needs, or one of them."""
    among = [each for each in snapshot.plan.roles.values() if each.shared and role in ("", each.id)]
    there = there_of(snapshot)
    told = [_shared(each, there, snapshot) for each in among]
    return tuple(each for each in told if each.weeks)


def _shared(role: Role, there: There, snapshot: Snapshot) -> SharedRole:
    uses = sorted(needed_of(snapshot).get(role.id, ()), key=lambda each: each.begin)
    places = {place.id: place for place in (home(each.item, snapshot) for each in uses) if place}
    return SharedRole(
        Mention("role", role.id, role.name),
        str(role.count) if role.count else "",
        tuple(short_of(place, snapshot) for place in places.values()),
        tuple(_weeks(uses, role, there, snapshot)),
    )


def _weeks(uses: list[Assignment], role: Role, there: There, snapshot: Snapshot) -> Iterator[SharedWeek]:
    key: Key = ("role", role.id, None)
    busy = by_day(uses, snapshot.schedule)
    for week in sorted({day // WEEK_DAYS + 1 for day in busy}):
        days = [day for day in range((week - 1) * WEEK_DAYS, week * WEEK_DAYS) if day in busy]
        peak = Band(max(busy[day].people.low for day in days), max(busy[day].people.high for day in days))
        over = any(busy[day].people.low > most for day in days if (most := there.most(key, day)) is not None)
        yield SharedWeek(week_words(week, snapshot), tuple(_uses(week, uses, snapshot)), str(peak), over)


def _uses(week: int, uses: list[Assignment], snapshot: Snapshot) -> Iterator[Use]:
    begin, end = (week - 1) * WEEK_DAYS * DAY, week * WEEK_DAYS * DAY
    for each in uses:
        if each.begin < end and each.end > begin:
            task = snapshot.schedule.breakdown.items[each.item]
            place = home(each.item, snapshot)
            label = short_of(place, snapshot).words if place else ""
            yield Use(mention_of(task, snapshot), label, span_cell(each.item, snapshot))
