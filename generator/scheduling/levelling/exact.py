"""The shortest schedule with a proof, by constraint programming: OR-Tools CP-SAT, of the extra `planpress[optimize]`.

The only importer of ortools. One worker and one seed: what is proven is the same in every run; what a time limit cuts
off depends on the machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.errors import PlanpressError
from generator.scheduling.levelling.bounds import early_starts, lower_bound, tails
from generator.scheduling.levelling.capacity import FAR, steps_of
from generator.scheduling.levelling.network import Network, build_network
from generator.scheduling.levelling.problem import Problem
from generator.scheduling.levelling.serial import finish_of, shift_left

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


@dataclass(frozen=True)
class Solution:
    """The shortest schedule found; nothing finishes before the bound."""

    starts: Mapping[str, int]
    finish: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing finishes earlier."""
        return self.finish == self.bound


def solve(problem: Problem, time_limit: float, hint: Mapping[str, int]) -> Solution:
    """Search for a schedule shorter than the hint, itself a schedule within capacity, for at most so many seconds."""
    cp = _ortools()
    network = build_network(problem)
    known = [hint[key] for key in network.keys]
    least, most = lower_bound(problem, network), finish_of(network, known)
    model = cp.CpModel()
    finish = model.new_int_var(least, most, "finish")
    starts = _starts(model, network, finish, known=known)
    _limit(model, problem, network, starts=starts, until=most)
    model.minimize(finish)
    solver = _solver(cp, time_limit)
    if solver.solve(model) in (cp.OPTIMAL, cp.FEASIBLE):
        least = max(least, round(solver.best_objective_bound))
        known = [solver.value(start) for start in starts]
    found = shift_left(network, known)
    return Solution(dict(zip(network.keys, found, strict=True)), finish_of(network, found), least)


def _ortools() -> Any:  # noqa: ANN401 - the module, or nothing is known of it where the extra is missing
    try:
        from ortools.sat.python import cp_model  # noqa: PLC0415 - optional, and slow to import
    except ImportError as error:
        raise PlanpressError(
            "the proven shortest schedule needs OR-Tools", help='install the extra: pip install "planpress[optimize]"'
        ) from error
    return cp_model


def _starts(
    model: "cp_model.CpModel", network: Network, finish: "cp_model.IntVar", *, known: Sequence[int]
) -> list["cp_model.IntVar"]:
    """When each activity starts: between head and tail, after what it follows, the known schedule as a hint.

    What the known schedule starts by its latest, or else when, no other starts later.
    """
    most = finish_of(network, known)
    ends = [most - tail for tail in tails(network)]
    for activity, at in network.latest.items():
        ends[activity] = min(ends[activity], max(at, known[activity]))
    spans = zip(early_starts(network), ends, network.keys, strict=True)
    starts = [model.new_int_var(head, end, key) for head, end, key in spans]
    for activity, start in enumerate(starts):
        model.add(finish >= start + network.durations[activity])
        model.add_hint(start, known[activity])
        for other, lag in network.forward.before[activity]:
            model.add(start >= starts[other] + lag)
    return starts


def _limit(
    model: "cp_model.CpModel",
    problem: Problem,
    network: Network,
    *,
    starts: Sequence["cp_model.IntVar"],
    until: int,
) -> None:
    """Keep resources within their most; where capacity is less, work that is fixed in time takes the difference."""
    for resource, field in network.fields.items():
        stays = [
            (model.new_fixed_size_interval_var(start, duration, ""), field.amount(need))
            for start, duration, need in zip(starts, network.durations, network.needs, strict=True)
            if field.amount(need)
        ]
        steps = [(time, max(0, amount)) for time, amount in steps_of(problem, resource)]
        most = max(amount for _, amount in steps)
        for (begin, amount), (end, _) in pairwise([*steps, (FAR, 0)]):
            first, last = max(begin, min(early_starts(network))), min(end, until)
            if first < last and amount < most:
                stays.append((model.new_fixed_size_interval_var(first, last - first, ""), most - amount))
        model.add_cumulative([stay for stay, _ in stays], [amount for _, amount in stays], most)


def _solver(cp: Any, time_limit: float) -> "cp_model.CpSolver":  # noqa: ANN401 - as above
    solver: cp_model.CpSolver = cp.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.linearization_level = 0  # the relaxation says little here, and takes half the time
    solver.parameters.max_time_in_seconds = time_limit
    return solver
