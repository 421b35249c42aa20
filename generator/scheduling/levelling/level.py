"""Levelling as a whole: is it possible, what is the best schedule found, what did it move, and why."""

from collections.abc import Sequence

from generator.scheduling.levelling.bounds import early_starts, lower_bound
from generator.scheduling.levelling.exact import solve
from generator.scheduling.levelling.explain import explain_moves, find_shortages
from generator.scheduling.levelling.improve import Budget
from generator.scheduling.levelling.network import Network, build_network
from generator.scheduling.levelling.problem import Problem
from generator.scheduling.levelling.result import Levelled, Unlevelled
from generator.scheduling.levelling.search import best_schedule
from generator.scheduling.levelling.serial import finish_of

_PLACEMENTS = 1_000_000
"""Activities placed in all schedules together: one or two seconds of work, whatever the size of the problem."""
_MOST = 12_000
_LEAST = 50


def level(
    problem: Problem, *, schedules: int | None = None, exact_seconds: float | None = None
) -> Levelled | Unlevelled:
    """Find a short schedule within capacity by generating at most so many; one at least is generated.

    With `exact_seconds` a search for a proven shortest one starts from what is found, and ends when the time does.
    """
    network = build_network(problem)
    shortages = tuple(find_shortages(network))
    if shortages:
        return Unlevelled(shortages)
    bound = lower_bound(problem, network)
    budget = Budget(max(1, default_schedules(len(network.keys)) if schedules is None else schedules))
    best = best_schedule(network, bound, budget)
    if best is None:
        return Unlevelled(())
    starts: Sequence[int] = best.starts
    if exact_seconds is not None and best.finish > bound:
        solution = solve(problem, exact_seconds, dict(zip(network.keys, starts, strict=True)))
        starts, bound = [solution.starts[key] for key in network.keys], solution.bound
    return _levelled(network, starts, bound=bound, schedules=budget.spent)


def default_schedules(activities: int) -> int:
    """How many schedules are generated for a problem of a size."""
    return min(_MOST, max(_LEAST, _PLACEMENTS // max(1, activities)))


def _levelled(network: Network, starts: Sequence[int], *, bound: int, schedules: int) -> Levelled:
    return Levelled(
        starts=dict(zip(network.keys, starts, strict=True)),
        finish=finish_of(network, starts),
        early_finish=finish_of(network, early_starts(network)),
        lower_bound=bound,
        moves=tuple(explain_moves(network, starts)),
        schedules=schedules,
    )
