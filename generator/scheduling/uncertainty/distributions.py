"""Amounts drawn between three points: optimistic a, likely m, pessimistic b."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import PCG64, Generator, SeedSequence
from numpy.typing import NDArray

from generator.model.quantity import Estimate
from generator.model.uncertainty import Distribution, Factor
from generator.scheduling.working_time import WorkingTime

Amounts = NDArray[np.float64]
"""An amount per run: minutes, or a factor."""
FIFTHS = (0.2, 0.8)
_WEIGHT = 4
"""How much more the likely point of a PERT mean counts than each of the others (Malcolm et al. 1959)."""
_STEPS = 512


@dataclass(frozen=True)
class Points:
    """Three points, smallest first."""

    low: float
    likely: float
    high: float

    @property
    def varies(self) -> bool:
        """Tell whether there is anything to draw."""
        return self.low < self.high


def points_of(estimate: Estimate, time: WorkingTime) -> Points:
    """Three points in minutes; days and weeks of unusual calendars can turn their order."""
    given = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    minutes = [each.minutes(time.day_minutes, time.week_minutes) for each in given]
    return Points(min(minutes), minutes[1], max(minutes))


def points_of_factor(factor: Factor) -> Points:
    """Three points of a factor."""
    return Points(float(factor.optimistic), float(factor.likely), float(factor.pessimistic))


def stream(item: str, seed: int) -> Generator:
    """The random numbers of one item: those of others stay the same when a plan gains or loses one."""
    return Generator(PCG64(SeedSequence([seed, *item.encode()])))


def draw(points: Points, distribution: Distribution, source: Generator, runs: int) -> Amounts:
    """Draw an amount for each run; without room between the points it is the likely one."""
    if not points.varies:
        return np.full(runs, points.likely, np.float64)
    return _DRAWS[distribution](points, source, runs)


def fifths(points: Points, distribution: Distribution) -> tuple[float, float]:
    """The amounts below and above which a fifth of the draws lie, by summing up the density."""
    steps = np.linspace(0, 1, _STEPS + 1)
    density = _DENSITIES[distribution](points, steps)
    share = np.concatenate([[0.0], np.cumsum(density[1:] + density[:-1])])
    low, high = np.interp(FIFTHS, share / share[-1], points.low + steps * (points.high - points.low))
    return float(low), float(high)


def _shape(points: Points) -> tuple[float, float]:
    width = points.high - points.low
    return 1 + _WEIGHT * (points.likely - points.low) / width, 1 + _WEIGHT * (points.high - points.likely) / width


def _beta_pert(points: Points, source: Generator, runs: int) -> Amounts:
    alpha, beta = _shape(points)
    return points.low + (points.high - points.low) * source.beta(alpha, beta, runs)


def _triangular(points: Points, source: Generator, runs: int) -> Amounts:
    return source.triangular(points.low, points.likely, points.high, runs)


def _beta_density(points: Points, steps: Amounts) -> Amounts:
    alpha, beta = _shape(points)
    density: Amounts = steps ** (alpha - 1) * (1 - steps) ** (beta - 1)
    return density


def _triangular_density(points: Points, steps: Amounts) -> Amounts:
    peak = (points.likely - points.low) / (points.high - points.low)
    rise = steps / peak if peak else np.ones_like(steps)
    fall = (1 - steps) / (1 - peak) if peak < 1 else np.ones_like(steps)
    return np.minimum(rise, fall)


_DRAWS: Mapping[Distribution, Callable[[Points, Generator, int], Amounts]] = {
    Distribution.BETA_PERT: _beta_pert,
    Distribution.TRIANGULAR: _triangular,
}
_DENSITIES: Mapping[Distribution, Callable[[Points, Amounts], Amounts]] = {
    Distribution.BETA_PERT: _beta_density,
    Distribution.TRIANGULAR: _triangular_density,
}
