"""The schedule as a spreadsheet reads it: one row per item, dates in ISO form, float in days."""

import csv
import io
from dataclasses import fields

from generator.snapshot import Snapshot
from generator.views import schedule_rows
from generator.views.schedule_rows import ScheduleRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def file_name(snapshot: Snapshot) -> str:
    """The name of the download."""
    del snapshot
    return "schedule.csv"


def export(snapshot: Snapshot) -> bytes:
    """Write RFC 4180 with a header line; a name can never run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    columns = [each.name for each in fields(ScheduleRow)]
    writer.writerow(columns)
    for row in schedule_rows.view(snapshot):
        writer.writerow([_cell(getattr(row, column)) for column in columns])
    return out.getvalue().encode()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
