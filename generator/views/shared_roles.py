"""Roles that waves share: week by week, which tasks use them, and where that is more than there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.team import Role
from generator.scheduling.clock import DAY, WEEK_DAYS
from generator.scheduling.resource_load import Assignment, demand, peak_between
from generator.snapshot import Snapshot
from generator.views._mention import Mention, home, mention_of, short_of
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
    told = [_shared(each, snapshot) for each in among]
    return tuple(each for each in told if each.weeks)


def _shared(role: Role, snapshot: Snapshot) -> SharedRole:
    uses = [each for each in demand(snapshot.plan, snapshot.schedule) if each.role == role.id]
    weeks = [snapshot.schedule.weeks(each.item) for each in uses]
    last = max((each.last for each in weeks), default=0)
    places = {place.id: place for place in (home(each.item, snapshot) for each in uses) if place}
    rows = (_week(week, uses, role, snapshot) for week in range(1, last + 1))
    return SharedRole(
        Mention("role", role.id, role.name),
        str(role.count) if role.count else "",
        tuple(short_of(place, snapshot) for place in places.values()),
        tuple(row for row in rows if row.uses),
    )


def _week(week: int, uses: list[Assignment], role: Role, snapshot: Snapshot) -> SharedWeek:
    begin, end = (week - 1) * WEEK_DAYS * DAY, week * WEEK_DAYS * DAY
    peak = peak_between(uses, begin, end)
    over = role.count is not None and peak.low > role.count.high
    return SharedWeek(week_words(week, snapshot), tuple(_uses(begin, end, uses, snapshot)), str(peak), over)


def _uses(begin: int, end: int, uses: list[Assignment], snapshot: Snapshot) -> Iterator[Use]:
    for each in sorted(uses, key=lambda each: each.begin):
        if each.begin < end and each.end > begin:
            task = snapshot.schedule.breakdown.items[each.item]
            place = home(each.item, snapshot)
            label = short_of(place, snapshot).words if place else ""
            yield Use(mention_of(task, snapshot), label, span_cell(each.item, snapshot))
