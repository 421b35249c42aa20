"""Priority rules: which activity goes first (Kolisch 1996; Kolisch and Hartmann 1999).

A rule gives a value to every activity; the lowest goes first, equal ones in the order of the problem.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.scheduling.levelling.bounds import early_starts, late_starts, tails
from generator.scheduling.levelling.network import Network, feasible_order


@dataclass(frozen=True)
class Dates:
    """Dates by precedences alone, the late ones against the early finish and what is to have started by then."""

    early: tuple[int, ...]
    late: tuple[int, ...]

    @property
    def slack(self) -> tuple[int, ...]:
        """How far each activity can move without moving the finish."""
        return tuple(late - early for early, late in zip(self.early, self.late, strict=True))


Rule = Callable[[Network, Dates], Sequence[int]]


def orders(network: Network) -> dict[str, list[int]]:
    """The order in which each rule has the activities scheduled, the rule's name before it."""
    dates = dates_of(network)
    return {name: feasible_order(network.forward, rule(network, dates)) for name, rule in RULES.items()}


def dates_of(network: Network) -> Dates:
    """Early and late starts by precedences alone."""
    early, ends = early_starts(network), tails(network)
    finish = max((start + end for start, end in zip(early, ends, strict=True)), default=0)
    return Dates(early, late_starts(network, ends, finish))


def _earliest_start(_: Network, dates: Dates) -> Sequence[int]:
    return dates.early


def _latest_finish(network: Network, dates: Dates) -> Sequence[int]:
    return [start + duration for start, duration in zip(dates.late, network.durations, strict=True)]


def _latest_start(_: Network, dates: Dates) -> Sequence[int]:
    return dates.late


def _minimum_slack(_: Network, dates: Dates) -> Sequence[int]:
    return dates.slack


def _worst_case_slack(network: Network, dates: Dates) -> Sequence[int]:
    """What is left of the slack once the longest activity that needs the same resource has gone first."""
    longest = {
        field: max(last for last, need in zip(network.durations, network.needs, strict=True) if field.amount(need))
        for field in network.fields.values()
    }
    return [
        slack - max((last for field, last in longest.items() if field.amount(need)), default=0)
        for slack, need in zip(dates.slack, network.needs, strict=True)
    ]


def _most_total_successors(network: Network, _: Dates) -> Sequence[int]:
    followers = [0] * len(network.keys)
    for activity in reversed(network.forward.order):
        for successor, _lag in network.forward.after[activity]:
            followers[activity] |= followers[successor] | 1 << successor
    return [-each.bit_count() for each in followers]


def _greatest_rank_positional_weight(network: Network, _: Dates) -> Sequence[int]:
    """Its own duration and those of the activities right after it (Alvarez-Valdés and Tamarit 1989)."""
    return [
        -duration - sum(network.durations[successor] for successor, _lag in links)
        for duration, links in zip(network.durations, network.forward.after, strict=True)
    ]


def _shortest_duration(network: Network, _: Dates) -> Sequence[int]:
    return network.durations


RULES: Mapping[str, Rule] = {
    "earliest start": _earliest_start,
    "latest finish": _latest_finish,
    "latest start": _latest_start,
    "minimum slack": _minimum_slack,
    "worst-case slack": _worst_case_slack,
    "most total successors": _most_total_successors,
    "greatest rank positional weight": _greatest_rank_positional_weight,
    "shortest duration": _shortest_duration,
}
