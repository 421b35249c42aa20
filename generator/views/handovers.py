"""What one team hands to another: the dependencies that cross from wave to wave."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.formatting import joined
from generator.model.breakdown import Dependency, Link, Phase, Wave
from generator.scheduling.breakdown import SchedItem
from generator.snapshot import Snapshot
from generator.views._mention import Mention, home, home_words, mention_of, owner, short_of
from generator.views._once import once
from generator.views._when import finish_cell, lag_words, start_cell

_MOST_NAMED = 3
Crossing = tuple[SchedItem, SchedItem, Dependency]
"""What is given, what takes it, and the dependency between them."""


@dataclass(frozen=True)
class Handover:
    """One crossing.

    `given` is what is waited for, `what` names what a wave or phase hands over, `giver` the team, or who declares a
    checkpoint or milestone. `ready` is when it is there, `used` when the taker goes on with it, `how` what is special
    about the link.
    """

    given: Mention
    what: str
    giver: Mention | None
    taken: Mention
    taker: str
    ready: str
    used: str
    how: str


def view(snapshot: Snapshot, wave: str = "") -> tuple[Handover, ...]:
    """List the crossings in order of time: all of them, or those into and out of one wave; none without waves."""
    return tuple(_handover(*each, snapshot) for each in crossings(snapshot) if _concerns(each, wave, snapshot))


@once
def crossings(snapshot: Snapshot) -> list[Crossing]:
    """Find every dependency that crosses from team to team, in order of time."""
    if not snapshot.plan.waves:
        return []
    dates = snapshot.schedule.dates
    return sorted(
        _crossings(snapshot), key=lambda pair: (dates[pair[0].id].early_finish, dates[pair[1].id].early_start)
    )


def _crossings(snapshot: Snapshot) -> Iterator[Crossing]:
    breakdown = snapshot.schedule.breakdown
    for item in breakdown.items.values():
        for dependency in getattr(item, "depends_on", ()):
            given = breakdown.items.get(dependency.on)
            if given and _crosses(given, item, snapshot):
                yield given, item, dependency


def _crosses(given: SchedItem, taken: SchedItem, snapshot: Snapshot) -> bool:
    giver, taker = home(given.id, snapshot), home(taken.id, snapshot)
    return taker is not None and giver is not taker and not _holds(taker.id, given.id, snapshot)


def _holds(outer: str, item: str, snapshot: Snapshot) -> bool:
    parent = snapshot.schedule.breakdown.parent(item)
    return parent is not None and (parent.id == outer or _holds(outer, parent.id, snapshot))


def _concerns(crossing: Crossing, wave: str, snapshot: Snapshot) -> bool:
    ends = [home(item.id, snapshot) for item in crossing[:2]]
    return not wave or wave in [end.id for end in ends if end]


def _handover(given: SchedItem, taken: SchedItem, dependency: Dependency, snapshot: Snapshot) -> Handover:
    from_start = dependency.link in (Link.START_TO_START, Link.START_TO_FINISH)
    to_finish = dependency.link in (Link.FINISH_TO_FINISH, Link.START_TO_FINISH)
    return Handover(
        given=mention_of(given, snapshot),
        what="" if from_start else _what(given, snapshot),
        giver=_giver(given, snapshot),
        taken=mention_of(taken, snapshot),
        taker=home_words(taken.id, snapshot),
        ready=start_cell(given.id, snapshot) if from_start else finish_cell(given.id, snapshot),
        used=finish_cell(taken.id, snapshot) if to_finish else start_cell(taken.id, snapshot),
        how=_how(dependency, from_start=from_start, to_finish=to_finish),
    )


def _what(given: SchedItem, snapshot: Snapshot) -> str:
    """Name what a wave or phase delivers: its key deliverables, else all; of many the first ones."""
    if not isinstance(given, Wave | Phase):
        return ""
    tasks = snapshot.schedule.breakdown.tasks_within(given.id)
    delivered = dict.fromkeys(each for task in tasks for each in task.delivers)
    entries = [each for each in snapshot.plan.deliverables.values() if each.id in delivered]
    names = [each.name for each in entries if each.key] or [each.name for each in entries]
    if len(names) > _MOST_NAMED + 1:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    return joined(names)


def _giver(given: SchedItem, snapshot: Snapshot) -> Mention | None:
    """The wave or phase that it comes from; of what stands in none, whoever declares it."""
    place = home(given.id, snapshot)
    if place is not None:
        return mention_of(place, snapshot) if place.id == given.id else short_of(place, snapshot)
    return owner(getattr(given, "owner", None), snapshot)


def _how(dependency: Dependency, *, from_start: bool, to_finish: bool) -> str:
    """Tell what is not the plain case, that the taker starts after the giver's finish."""
    lag = lag_words(dependency.lag) if dependency.lag and dependency.lag.amount else ""
    parts = (
        "from its start" if from_start else "",
        f"{lag} {'before' if dependency.lead else 'later'}" if lag else "",
        "for the finish" if to_finish else "",
    )
    return ", ".join(filter(None, parts))
