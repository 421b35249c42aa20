"""Weeks that were promised, beside weeks that are computed."""

from generator.model.breakdown import Wave
from generator.model.quantity import Weeks
from generator.scheduling.schedule import Schedule


def committed_or_computed(wave: Wave, schedule: Schedule) -> Weeks | None:
    """Tell the weeks that a wave says of itself, else those it is computed to take; none if it holds no work."""
    return wave.weeks or (schedule.weeks(wave.id) if wave.id in schedule.breakdown.members else None)


def within(inner: Weeks, outer: Weeks) -> bool:
    """Tell whether the first and last week lie inside others."""
    return outer.first <= inner.first and inner.last <= outer.last


def in_weeks(weeks: Weeks) -> str:
    """Week 1, weeks 1-2."""
    return f"week {weeks}" if weeks.first == weeks.last else f"weeks {weeks}"
