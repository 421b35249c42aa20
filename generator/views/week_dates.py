"""A week of the plan with its dates."""

from generator.snapshot import Snapshot
from generator.views._when import week_words


def view(snapshot: Snapshot, week: str) -> str:
    """Week 1 (5–9 Jan)."""
    return week_words(int(week), snapshot)
