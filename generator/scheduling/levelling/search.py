"""A genetic search over activity lists, every child improved forward and backward.

Hartmann 1998; Valls, Ballestín and Quintanilla 2008. A population that no longer improves gives way to a new one,
bred from lists disturbed more or less; the first has the schedules of the priority rules as well. The random numbers
are seeded and the effort is a count of schedules, so that the same problem has the same answer everywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from random import Random

from generator.scheduling.levelling.activity_lists import child, disturbed
from generator.scheduling.levelling.bounds import early_starts
from generator.scheduling.levelling.improve import Budget, Candidate, generate, improve, justify, lateness
from generator.scheduling.levelling.network import Network
from generator.scheduling.levelling.priorities import dates_of, orders
from generator.scheduling.levelling.serial import order_by_start

_SIZE = 50
_PATIENCE = 10
_SPREADS = (0.3, 1.0, 3.0)


def _seeded() -> Random:
    return Random(1)  # noqa: S311 - nothing secret: the same numbers in every run are what is wanted


@dataclass(frozen=True)
class _Search:
    network: Network
    bound: int
    least: int
    budget: Budget
    random: Random = field(default_factory=_seeded)

    def ended(self, best: Candidate | None) -> bool:
        kept = best is not None and best.lateness <= self.least and best.finish <= self.bound
        return self.budget.left <= 0 or kept


def best_schedule(network: Network, bound: int, budget: Budget) -> Candidate | None:
    """The best schedule found until the budget is spent or the bound reached; None where no list gives one."""
    search = _Search(network, bound, lateness(network, early_starts(network)), budget)
    late = dates_of(network).late
    founders = list(_by_rules(search))
    best = min(founders, default=None)
    for spread in cycle(_SPREADS):
        if search.ended(best):
            break
        founders += _sampled(search, late, spread=spread, count=_SIZE - len(founders))
        best = min([*_evolved(search, founders), *_some(best)], default=None)
        founders = []
    return best


def _by_rules(search: _Search) -> Iterator[Candidate]:
    """Yield a schedule for each priority rule, also after one that reaches the bound: another may delay less."""
    for order in orders(search.network).values():
        if search.budget.left > 0:
            for candidate in _some(generate(search.network, order, search.budget)):
                yield improve(search.network, candidate, search.budget)


def _sampled(search: _Search, late: Sequence[int], *, spread: float, count: int) -> Iterator[Candidate]:
    lists = (disturbed(search.network, late, search.random, spread=spread) for _ in range(count))
    return _justified(search, lists)


def _justified(search: _Search, lists: Iterable[list[int]]) -> Iterator[Candidate]:
    for order in lists:
        if search.budget.left > 0:
            for candidate in _some(generate(search.network, order, search.budget)):
                yield justify(search.network, candidate, search.budget)


def _evolved(search: _Search, founders: list[Candidate]) -> list[Candidate]:
    """The fittest after generations that no longer are in time or finish earlier."""
    population = _fittest(founders)
    stale = 0
    while population and stale < _PATIENCE and not search.ended(population[0]):
        before = (population[0].lateness, population[0].finish)
        population = _fittest([*population, *_justified(search, _children(search, population))])
        stale = 0 if (population[0].lateness, population[0].finish) < before else stale + 1
    return population[:1]


def _children(search: _Search, population: list[Candidate]) -> Iterator[list[int]]:
    """Yield two children of each couple that chance makes."""
    couples = search.random.sample(population, len(population))
    lists = [order_by_start(search.network, each.starts) for each in couples]
    for mother, father in zip(lists[::2], lists[1::2], strict=False):
        yield child(search.network, (mother, father), search.random)
        yield child(search.network, (father, mother), search.random)


def _fittest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best, each schedule once."""
    return sorted({each.starts: each for each in candidates}.values())[:_SIZE]


def _some(candidate: Candidate | None) -> list[Candidate]:
    return [] if candidate is None else [candidate]
