"""The schedule as a spreadsheet reads it: one row per item, dates in ISO form, float in days."""

from dataclasses import fields

from generator.exports._cells import sheet
from generator.snapshot import Snapshot
from generator.views import schedule_rows
from generator.views.schedule_rows import ScheduleRow


def file_name(snapshot: Snapshot) -> str:
    """The name of the download."""
    del snapshot
    return "schedule.csv"


def export(snapshot: Snapshot) -> bytes:
    """Write a line for each item, in the order of the plan."""
    columns = [each.name for each in fields(ScheduleRow)]
    rows = schedule_rows.view(snapshot)
    return sheet(columns, ([getattr(row, column) for column in columns] for row in rows))
