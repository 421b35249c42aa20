"""Durations drawn between three points: optimistic a, likely m, pessimistic b."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.random import PCG64, Generator, SeedSequence

from generator.model.quantity import Estimate
from generator.scheduling.uncertainty.instants import Minutes
from generator.scheduling.working_time import WorkingTime

_WEIGHT = 4
"""How much more the likely point of a PERT mean counts than each of the others (Malcolm et al. 1959)."""


class Distribution(StrEnum):
    """How a duration spreads between its three points."""

    BETA_PERT = "beta-pert"
    TRIANGULAR = "triangular"

    @property
    def told(self) -> str:
        """Its name in a sentence."""
        return {"beta-pert": "Beta-PERT", "triangular": "triangular"}[self.value]


@dataclass(frozen=True)
class Points:
    """Three points in minutes, smallest first."""

    low: int
    likely: int
    high: int

    @property
    def varies(self) -> bool:
        """Tell whether there is anything to draw."""
        return self.low < self.high


def points_of(estimate: Estimate, time: WorkingTime) -> Points:
    """Three points in minutes; days and weeks of unusual calendars can turn their order."""
    given = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    minutes = [each.minutes(time.day_minutes, time.week_minutes) for each in given]
    return Points(min(minutes), minutes[1], max(minutes))


def stream(item: str, seed: int) -> Generator:
    """The random numbers of one item: those of others stay the same when a plan gains or loses one."""
    return Generator(PCG64(SeedSequence([seed, *item.encode()])))


def draw(points: Points, distribution: Distribution, source: Generator, runs: int) -> Minutes:
    """Draw durations in whole minutes; what takes time takes a minute at least, so that it stays work."""
    drawn = _DRAWS[distribution](points, source, runs)
    return np.maximum(np.rint(drawn).astype(np.int64), 1)


def _beta_pert(points: Points, source: Generator, runs: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    width = points.high - points.low
    alpha = 1 + _WEIGHT * (points.likely - points.low) / width
    beta = 1 + _WEIGHT * (points.high - points.likely) / width
    return points.low + width * source.beta(alpha, beta, runs)


def _triangular(points: Points, source: Generator, runs: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return source.triangular(points.low, points.likely, points.high, runs)


_Draw = Callable[[Points, Generator, int], "np.ndarray[tuple[int], np.dtype[np.float64]]"]
_DRAWS: Mapping[Distribution, _Draw] = {
    Distribution.BETA_PERT: _beta_pert,
    Distribution.TRIANGULAR: _triangular,
}
