"""The people that the tasks of a plan need: whoever asks for them asks for all."""

from collections import defaultdict
from collections.abc import Mapping

from generator.scheduling.resource_load import Assignment, demand
from generator.snapshot import Snapshot
from generator.views._at_once import Busy, by_day
from generator.views._once import once


@once
def needed(snapshot: Snapshot) -> tuple[Assignment, ...]:
    """List who is needed for what, in the order of the plan."""
    return tuple(demand(snapshot.plan, snapshot.schedule))


@once
def needed_of(snapshot: Snapshot) -> Mapping[str, tuple[Assignment, ...]]:
    """List the same by role; a role that nothing needs is left out."""
    found: dict[str, list[Assignment]] = defaultdict(list)
    for each in needed(snapshot):
        found[each.role].append(each)
    return {role: tuple(work) for role, work in found.items()}


@once
def needed_by_day(snapshot: Snapshot, role: str) -> Mapping[int, Busy]:
    """Find the fullest moment of every day on which a role is needed."""
    return by_day(needed_of(snapshot).get(role, ()), snapshot.schedule)
