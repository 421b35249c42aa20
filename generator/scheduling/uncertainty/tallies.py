"""Sums over runs, added up batch by batch, that figures are made of.

Sums are of whole numbers below 2^53, exact in floating point in whatever order they are added: batches change none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from generator.scheduling.uncertainty.distributions import Amounts, fifths, points_of_factor
from generator.scheduling.uncertainty.draws import Draw, Urn
from generator.scheduling.uncertainty.instants import Chosen

Of = tuple[str, str]
"""Kind and id of something uncertain: a task's own duration, or a risk."""


@dataclass
class Sums:
    """A task's sums over the runs; durations count from the likely one, lengths from the scheduled one."""

    critical: int = 0
    duration: float = 0.0
    squared: float = 0.0
    product: float = 0.0


@dataclass
class Side:
    """How many runs lie on one side of something uncertain, and their length together."""

    runs: int = 0
    length: float = 0.0

    def add(self, chosen: Chosen, longer: Amounts) -> None:
        """Add the chosen runs of a batch."""
        self.runs += int(np.count_nonzero(chosen))
        self.length += float(longer @ chosen)


@dataclass(frozen=True)
class Split:
    """The runs in which something goes well, and those in which it goes badly: a fifth each, or a no and a yes."""

    well: Side
    badly: Side


def add_durations(urn: Urn, drawn: Draw, longer: Amounts, sums: Mapping[str, Sums]) -> None:
    """Add the durations of a batch, and how they go together with the length of the runs."""
    for item, minutes in drawn.minutes.items():
        more = (minutes - urn.points[item].likely).astype(np.float64)
        sums[item].duration += float(more.sum())
        sums[item].squared += float(more @ more)
        sums[item].product += float(more @ longer)


@dataclass(frozen=True)
class Bounds:
    """Where the best and the worst fifth of something's draws end, and which risks it is good to have happen."""

    of: Mapping[Of, tuple[float, float]]
    welcome: frozenset[str]


def bounds_of(urn: Urn) -> Bounds:
    """Find the outer fifths of each task's own duration, and of each risk that is certain but for its factor."""
    points = {("task", item): each for item, each in urn.points.items()}
    points |= {("risk", risk.id): points_of_factor(risk.factor) for risk in urn.risks if risk.is_certain}
    welcome = frozenset(risk.id for risk in urn.risks if risk.factor.shortens)
    return Bounds({of: fifths(each, urn.distribution) for of, each in points.items() if each.varies}, welcome)


def splits_of(urn: Urn, bounds: Bounds) -> dict[Of, Split]:
    """An empty split for everything that can go well or badly."""
    unsure = [("risk", risk.id) for risk in urn.risks if not risk.is_certain]
    return {of: Split(Side(), Side()) for of in (*bounds.of, *unsure)}


def add_splits(drawn: Draw, bounds: Bounds, longer: Amounts, splits: Mapping[Of, Split]) -> None:
    """Add the runs of a batch to the side of everything on which they lie."""
    for of, (well, badly) in _sides(drawn, bounds, splits):
        splits[of].well.add(well, longer)
        splits[of].badly.add(badly, longer)


def _sides(drawn: Draw, bounds: Bounds, splits: Mapping[Of, Split]) -> Iterator[tuple[Of, tuple[Chosen, Chosen]]]:
    for of in splits:
        kind, item = of
        if of in bounds.of:
            low, high = bounds.of[of]
            amounts = drawn.own[item] if kind == "task" else drawn.factors[item]
            yield of, (amounts <= low, amounts >= high)
        else:
            happened = drawn.happened[item]
            yield of, (happened, ~happened) if item in bounds.welcome else (~happened, happened)
