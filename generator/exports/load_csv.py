"""The load of every role, team and person day by day: needed, there, missing, because of which tasks."""

from collections.abc import Iterator

from generator.exports._cells import sheet
from generator.exports._file import File
from generator.scheduling.telling import compact
from generator.snapshot import Snapshot
from generator.views import daily_load
from generator.views.daily_load import ResourceLoad

_COLUMNS = ("kind", "id", "name", "team", "day", "date", "needed_low", "needed_high", "capacity", "over_by", "tasks")


def files(snapshot: Snapshot) -> Iterator[File]:
    """Offer one file."""
    del snapshot
    yield File("load.csv", "The load of every role, team and person day by day", export)


def export(snapshot: Snapshot) -> bytes:
    """Write a line for each day on which one is needed or away; no capacity where the plan tells none."""
    loads = daily_load.view(snapshot)
    return sheet(_COLUMNS, (row for load in loads for row in _rows(load, snapshot)))


def _rows(load: ResourceLoad, snapshot: Snapshot) -> Iterator[tuple[object, ...]]:
    name = snapshot.names[(load.kind, load.id)].name
    for each in load.days:
        date = each.day.date.isoformat() if each.day.date else ""
        there = "" if each.capacity is None else each.capacity
        when = (compact(each.day), date)
        need = (each.needed.low, each.needed.high, there, each.over)
        yield (load.kind, load.id, name, load.team or "", *when, *need, each.tasks)
