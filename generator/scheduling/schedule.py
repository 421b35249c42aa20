"""The schedule: everything computed from a plan about when work is done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from generator.model.breakdown import Milestone, Phase, Task, Wave
from generator.model.plan import Plan
from generator.model.quantity import Estimate, Weeks
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import Breakdown, break_down
from generator.scheduling.capacity import demands_of
from generator.scheduling.clock import ALWAYS, DAY, Clock, while_any
from generator.scheduling.critical_path import Times, compute_times
from generator.scheduling.drivers import Cause, Driver, drivers_of
from generator.scheduling.late_start import postpone
from generator.scheduling.network import Network, Node, Role, build_network, node_key
from generator.scheduling.working_time import WorkingTime, lay_out

if TYPE_CHECKING:
    from generator.scheduling.levelled import Levelled


@dataclass(frozen=True)
class Dates:
    """When an item is done: instants on the plan's time axis, float in working minutes (elapsed days as workdays)."""

    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    total_float: int
    free_float: int
    drivers: tuple[Driver, ...]

    @property
    def critical(self) -> bool:
        """Any slip moves the finish of the plan."""
        return self.total_float <= 0


_Chain = tuple[str, "_Chain | None"]
"""An item, and the chain that it drives."""


@dataclass(frozen=True)
class Schedule:
    """Dates of every item, on one time axis."""

    time: WorkingTime
    breakdown: Breakdown
    network: Network
    dates: Mapping[str, Dates]
    start: int
    finish: int
    levelled: "Levelled | None" = None

    @property
    def critical_path(self) -> tuple[str, ...]:
        """The chain of drivers that sets the finish, from first to last; one of them where there are several."""
        return next(self.critical_paths, ())

    @property
    def critical_paths(self) -> Iterator[tuple[str, ...]]:
        """Every such chain; there may be more than anybody wants to hear."""
        finishes = {task.id: self.dates[task.id].early_finish for task in self.breakdown.tasks}
        latest = max(finishes.values(), default=0)
        open_chains: list[_Chain] = []
        open_chains += [(task, None) for task, finish in finishes.items() if finish == latest][::-1]
        while open_chains:
            chain = open_chains.pop()
            behind = self._driving(chain[0])
            open_chains += [(item, chain) for item in reversed(behind)]
            if not behind:
                yield tuple(_unrolled(chain))

    def _driving(self, item: str) -> list[str]:
        """What an item waits for to the last; where there are several, those that have no float."""
        drivers = [driver for driver in self.dates[item].drivers if driver.cause in (Cause.LINK, Cause.RESOURCE)]
        items = list(dict.fromkeys(driver.item for driver in drivers if driver.item))
        return [each for each in items if self.dates[each].critical] or items

    @cached_property
    def at_work(self) -> Clock:
        """When anybody works: in the plan's own hours, or in those of any other calendar that work is done by."""
        clocks = dict.fromkeys([self.time.clock, *(node.clock for node in self.network.nodes.values())])
        others = tuple(clock for clock in clocks if clock is not ALWAYS)
        return Clock(cache(while_any(others).pattern)) if len(others) > 1 else self.time.clock

    def estimate(self, task: str) -> Estimate:
        """How long a task takes: as its author says, or as its effort makes with the people on it."""
        found = self.network.nodes[task].estimate
        if found is None:
            raise KeyError(task)
        return found

    def weeks(self, item: str) -> Weeks:
        """The calendar weeks in which an item is at work."""
        dates = self.dates[item]
        first = self.time.day_of_start(dates.early_start)
        last = self.time.day_of_finish(max(dates.early_finish, dates.early_start + 1))
        return Weeks(first.week, last.week)


def _unrolled(chain: _Chain | None) -> Iterator[str]:
    while chain is not None:
        item, chain = chain
        yield item


def compute_schedule(plan: Plan, *, exact_seconds: float | None = None) -> Schedule:
    """Compute every date of a plan whose references are sound and whose dependencies have no cycle."""
    breakdown = break_down(plan)
    time = lay_out(plan.calendar, plan.start)
    network = build_network(plan, breakdown, time)
    return schedule_network(plan, breakdown, time, network, exact_seconds=exact_seconds)


def schedule_network(
    plan: Plan, breakdown: Breakdown, time: WorkingTime, network: Network, *, exact_seconds: float | None = None
) -> Schedule:
    """Compute every date of a plan whose network is already built, levelled if the plan says so.

    With `exact_seconds` the shortest order is searched for so long.
    """
    start = plan_start(plan, time)
    network, levelled, shared = postpone(network, start), None, None
    if plan.schedule.level:
        from generator.scheduling.levelled import level  # noqa: PLC0415 - most plans are not levelled

        demands = demands_of(plan, breakdown, time)
        levelled = level(network, time, demands=demands, start=start, exact_seconds=exact_seconds)
        network, shared = levelled.network, levelled.met(demands)
    times = compute_times(network, start, by=promised_finish(plan, time), demands=shared)
    passed = _Passed(breakdown, network, times, time)
    dates: dict[str, Dates] = {}
    for item in breakdown.items.values():
        if not isinstance(item, Wave | Phase):
            dates[item.id] = _dates_of_work(item, passed)
    summaries: tuple[Wave | Phase, ...] = (*plan.waves.values(), *plan.phases.values())
    for summary in summaries:
        dates[summary.id] = _dates_of_summary(summary, passed, dates)
    work = [dates[item.id] for item in breakdown.items.values() if isinstance(item, Task | Milestone)]
    finish = max((each.early_finish for each in work), default=start)
    ordered = {item: dates[item] for item in breakdown.items}
    return Schedule(time, breakdown, network, ordered, _first(work, start), finish, levelled)


def plan_start(plan: Plan, time: WorkingTime) -> int:
    """The instant from which on work can be done."""
    index = (plan.start - time.start_date).days if plan.start and time.start_date else 0
    return time.clock.start_at(time.clock.worked(time.begin_of_day(index)))


def promised_finish(plan: Plan, time: WorkingTime) -> int | None:
    """The end of the day by which the plan is committed to finish."""
    index = time.day_index(plan.committed.finish) if plan.committed.finish else None
    return time.end_of_day(index) if index is not None else None


@dataclass(frozen=True)
class _Passed:
    """A network with the times of both passes."""

    breakdown: Breakdown
    network: Network
    times: Mapping[str, Times]
    time: WorkingTime


def _first(work: Iterable[Dates], start: int) -> int:
    return min((each.early_start for each in work), default=start)


def _dates_of_work(item: Task | Milestone | Checkpoint, passed: _Passed) -> Dates:
    node, computed = passed.network.nodes[item.id], passed.times[item.id]
    if node.role is Role.FIXED:
        at = computed.early[0]
        return Dates(at, at, at, at, 0, 0, (Driver(Cause.IMPOSED, item.id),))
    return Dates(
        *computed.early,
        *computed.late,
        total_float=_in_workdays(computed.total_float, node, passed.time),
        free_float=_in_workdays(computed.free_float, node, passed.time),
        drivers=drivers_of(item.id, passed.network, passed.times),
    )


def _in_workdays(minutes: int, node: Node, time: WorkingTime) -> int:
    """A day of float by the clock is told as a day, as is one of working time."""
    return round(minutes * time.day_minutes / DAY) if node.clock is ALWAYS else minutes


def _dates_of_summary(item: Wave | Phase, passed: _Passed, dates: Mapping[str, Dates]) -> Dates:
    """Span the members of a summary; it slips without harm as far as the tightest of them."""
    members = [dates[member] for member in passed.breakdown.members.get(item.id, ())]
    gate = node_key(item, Role.GATE)
    if not members:
        computed = passed.times[gate]
        drivers = drivers_of(gate, passed.network, passed.times)
        return Dates(*computed.early, *computed.late, computed.total_float, 0, drivers)
    first = min(members, key=lambda each: each.early_start)
    total_float = min(each.total_float for each in members)
    return Dates(
        early_start=first.early_start,
        early_finish=max(each.early_finish for each in members),
        late_start=min(each.late_start for each in members),
        late_finish=max(each.late_finish for each in members),
        total_float=total_float,
        free_float=max(0, min(total_float, passed.times[node_key(item, Role.FINISH)].free_float)),
        drivers=first.drivers,
    )
