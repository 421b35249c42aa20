"""The week of the status date; without one, the plan's first."""

from dataclasses import dataclass

from generator.snapshot import Snapshot
from generator.views._when import week_words
from generator.views.this_week import week_of


@dataclass(frozen=True)
class WeekNow:
    """A week in words, and whether it is that of a status date."""

    title: str
    is_now: bool


def view(snapshot: Snapshot) -> WeekNow:
    """Tell the week."""
    week, is_now = week_of(snapshot)
    return WeekNow(week_words(week, snapshot), is_now)
