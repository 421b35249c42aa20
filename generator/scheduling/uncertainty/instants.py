"""Clocks for many runs at once: what `clock.Clock` counts for one instant, counted for arrays of them.

A `Moments` holds one point in time per run as worked minutes on a clock, and turns into instants only where another
clock asks: in a plan with one clock a pass is little more than adding and comparing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, reduce

import numpy as np
from numpy.typing import NDArray

from generator.scheduling.clock import ALWAYS, DAY, Clock

Minutes = NDArray[np.int64]
"""Minutes or instants, one per run; without dimension where they are the same in all runs."""
Chosen = NDArray[np.bool_]
_MORE_DAYS = 366


@dataclass(eq=False)
class ClockTable:
    """The shifts of a clock in a row, with the minutes worked before each; it grows as far as it is asked."""

    clock: Clock
    _days: int = 0
    _begins: Minutes = field(default_factory=lambda: np.zeros(0, np.int64))
    _lengths: Minutes = field(default_factory=lambda: np.zeros(0, np.int64))
    _totals: Minutes = field(default_factory=lambda: np.zeros(0, np.int64))

    def worked(self, instants: Minutes) -> Minutes:
        """Worked minutes from the beginning of the axis to each instant."""
        if self.clock is ALWAYS:
            return instants
        self._reach_day(int(instants.max()) // DAY + 1)
        at = np.maximum(np.searchsorted(self._begins, instants, side="right") - 1, 0)
        into = np.minimum(np.maximum(instants - self._begins[at], 0), self._lengths[at])
        return np.where(instants <= 0, instants, self._totals[at] + into)

    def start_at(self, totals: Minutes) -> Minutes:
        """The instants at which work goes on once so many minutes are worked: after any break."""
        if self.clock is ALWAYS:
            return totals
        self._reach_total(int(totals.max()))
        at = np.maximum(np.searchsorted(self._totals, totals, side="right") - 1, 0)
        return np.where(totals < 0, totals, self._begins[at] + totals - self._totals[at])

    def finish_at(self, totals: Minutes) -> Minutes:
        """The instants at which so many minutes are worked: before any break."""
        if self.clock is ALWAYS:
            return totals
        self._reach_total(int(totals.max()))
        at = np.maximum(np.searchsorted(self._totals, totals, side="left") - 1, 0)
        return np.where(totals < 0, totals, self._begins[at] + totals - self._totals[at])

    def _reach_total(self, total: int) -> None:
        while not self._totals.size or self._totals[-1] + self._lengths[-1] <= total:
            self._reach_day(self._days)

    def _reach_day(self, day: int) -> None:
        while day >= self._days or not self._begins.size:
            self._days = max(day + _MORE_DAYS, 2 * self._days)
            self._lay_out()

    def _lay_out(self) -> None:
        shifts = [
            (number * DAY + begin, end - begin)
            for number in range(self._days)
            for begin, end in self.clock.shifts_on(number)
        ]
        table = np.array(shifts, np.int64).reshape(-1, 2)
        self._begins, self._lengths = table[:, 0].copy(), table[:, 1].copy()
        self._totals = np.cumsum(self._lengths) - self._lengths


ELAPSED = ClockTable(ALWAYS)


@dataclass(frozen=True, eq=False)
class Moments:
    """One point in time per run: so many minutes worked on a clock, before a break or, as a start is, after it."""

    table: ClockTable
    totals: Minutes
    after_break: bool = True
    known: dict[ClockTable, Minutes] = field(default_factory=dict, repr=False)

    @cached_property
    def instants(self) -> Minutes:
        """The points in time as instants of the plan's axis."""
        return self.table.start_at(self.totals) if self.after_break else self.table.finish_at(self.totals)

    @property
    def kind(self) -> tuple[ClockTable, bool]:
        """Moments of one kind are at the same instants where their totals are equal."""
        return self.table, self.after_break or self.table is ELAPSED

    def worked(self, table: ClockTable) -> Minutes:
        """Minutes worked by then on some clock."""
        if table is self.table:
            return self.totals
        if table not in self.known:
            self.known[table] = table.worked(self.instants)
        return self.known[table]


def moments_at(instants: Minutes | int) -> Moments:
    """Points in time that no clock has counted yet."""
    return Moments(ELAPSED, np.asarray(instants, np.int64))


def latest(moments: Iterable[Moments]) -> Moments:
    """The last instant of each run."""
    return _outermost(moments, np.maximum)


def earliest(moments: Iterable[Moments]) -> Moments:
    """The first instant of each run."""
    return _outermost(moments, np.minimum)


def where(chosen: Chosen, one: Moments, other: Moments, table: ClockTable) -> Moments:
    """One moment in the chosen runs, another in the rest."""
    return _either(other, one, chosen, table)


def _either(one: Moments, other: Moments, take_other: Chosen, table: ClockTable) -> Moments:
    instants = np.where(take_other, other.instants, one.instants)
    totals = np.where(take_other, other.worked(table), one.worked(table))
    return Moments(ELAPSED, instants, known={table: totals})


def _outermost(moments: Iterable[Moments], choose: np.ufunc) -> Moments:
    """Compare totals where the clock is the same, so that few need to become instants."""
    best: dict[tuple[ClockTable, bool], Moments] = {}
    for each in moments:
        known = best.get(each.kind)
        totals = choose(known.totals, each.totals) if known else each.totals
        best[each.kind] = Moments(each.table, totals, each.after_break)
    found = list(best.values())
    return found[0] if len(found) == 1 else moments_at(reduce(choose, [each.instants for each in found]))
