"""Earned schedule: progress in time rather than in value, so that it stays meaningful to the end (Lipke 2003)."""

from bisect import bisect_right
from collections.abc import Callable


def earned_schedule(earned: float, planned: Callable[[int], float], *, periods: int) -> float:
    """ES: the moment at which what is done was to be done, in periods from the start.

    `planned` tells the value planned by the end of each period, 0 to `periods`, and never falls.
    """
    whole = bisect_right(range(periods + 1), earned, key=planned) - 1
    if whole < 0 or whole >= periods:
        return float(min(max(whole, 0), periods))
    before, after = planned(whole), planned(whole + 1)
    return whole + (earned - before) / (after - before)


def variance_in_time(earned: float, actual: float) -> float:
    """SV(t): how many periods the work is ahead; negative where it is behind."""
    return earned - actual


def index_in_time(earned: float, actual: float) -> float | None:
    """SPI(t): periods earned for each period gone by."""
    return earned / actual if actual else None


def estimate_in_time(planned_duration: float, index: float) -> float:
    """IEAC(t): how many periods the whole takes at this pace."""
    return planned_duration / index
