"""The calendar to subscribe to: of the whole plan, or of one wave."""

from generator.snapshot import Snapshot
from generator.views import appointments


def view(snapshot: Snapshot, wave: str = "") -> str:
    """Name the download; nothing where there is no appointment on a date."""
    if not appointments.view(snapshot, wave):
        return ""
    return f"calendar-{wave}.ics" if wave else "calendar.ics"
