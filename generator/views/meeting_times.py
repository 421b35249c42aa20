"""When a meeting is held, and for how long."""

from generator.snapshot import Snapshot
from generator.views.communication import when_words


def view(snapshot: Snapshot, meeting: str) -> str:
    """Friday 15:00, 1 hour; a daily meeting is told as such."""
    entry = snapshot.plan.meetings[meeting]
    told = when_words(entry)
    when = f"daily at {told}" if entry.is_daily and entry.at else told
    return f"{when}, {entry.lasts}{', in each wave team' if entry.per_wave else ''}"
