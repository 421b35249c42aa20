"""How exact the 80th percentile is, and how it settles as runs are added."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.scheduling.uncertainty.distributions import Amounts

_SHARE = 0.8
_STEPS = 20


@dataclass(frozen=True)
class Settled:
    """The P80 of the first so many runs in workdays, and its standard error."""

    runs: int
    p80: float
    error: float


def convergence(lengths: Amounts) -> Iterator[Settled]:
    """Tell the P80 after each twentieth of the runs."""
    for step in range(1, _STEPS + 1):
        first = lengths[: max(1, lengths.size * step // _STEPS)]
        yield Settled(first.size, percentile(first, 80), error_of_p80(first))


def percentile(lengths: Amounts, share: int) -> float:
    """The least length that so many per cent of the runs keep to."""
    return float(np.percentile(lengths, share, method="inverted_cdf"))


def error_of_p80(lengths: Amounts) -> float:
    """The standard error of the 80th percentile: half the way between the runs one binomial deviation off it.

    The rank of a percentile among n runs is binomial, whatever the distribution (David and Nagaraja 2003, 7.1).
    """
    ordered, count = np.sort(lengths), lengths.size
    middle, deviation = count * _SHARE, math.sqrt(count * _SHARE * (1 - _SHARE))
    low = max(0, math.floor(middle - deviation) - 1)
    high = min(count - 1, math.ceil(middle + deviation) - 1)
    return float(ordered[high] - ordered[low]) / 2
