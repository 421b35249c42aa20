"""The schedule as a spreadsheet reads it: one row per item, dates in ISO form, float in days."""

from collections.abc import Iterator
from dataclasses import fields

from generator.exports._cells import sheet
from generator.exports._file import File
from generator.snapshot import Snapshot
from generator.views import schedule_rows
from generator.views.schedule_rows import ScheduleRow


def files(snapshot: Snapshot) -> Iterator[File]:
    """Offer one file."""
    del snapshot
    yield File("schedule.csv", "The schedule as a spreadsheet reads it", export)


def export(snapshot: Snapshot) -> bytes:
    """Write a line for each item, in the order of the plan."""
    columns = [each.name for each in fields(ScheduleRow)]
    rows = schedule_rows.view(snapshot)
    return sheet(columns, ([getattr(row, column) for column in columns] for row in rows))
