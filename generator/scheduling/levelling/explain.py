"""Why levelling has moved an activity: its predecessors were moved, or a resource was short when it was ready."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.scheduling.levelling.bounds import early_starts
from generator.scheduling.levelling.capacity import FAR
from generator.scheduling.levelling.network import Network
from generator.scheduling.levelling.result import Hold, Move, Shortage
from generator.scheduling.levelling.serial import occupied, ready_time
from generator.scheduling.levelling.timeline import Timeline

Shorts = Mapping[int, tuple[int, int]]
"""For each activity that had to wait, the first moment at which it did not fit, and what was free then."""


def explain_moves(network: Network, starts: Sequence[int]) -> Iterator[Move]:
    """Yield what starts later than by precedences alone, in order of time."""
    early = early_starts(network)
    ready = [ready_time(network, starts, activity) for activity in range(len(starts))]
    shorts = _shorts(network, starts, ready)
    at_work = _at_work(network, starts, {at for at, _ in shorts.values()})
    for activity in sorted(range(len(starts)), key=lambda each: (starts[each], each)):
        if starts[activity] > early[activity]:
            yield Move(
                activity=network.keys[activity],
                early_start=early[activity],
                ready=ready[activity],
                start=starts[activity],
                behind=_behind(network, starts, activity) if ready[activity] > early[activity] else (),
                holds=tuple(_holds(network, activity, shorts, at_work)),
            )


def find_shortages(network: Network) -> Iterator[Shortage]:
    """Yield the demands that never fit, even if nothing else is at work."""
    empty = Timeline(network.profile, network.guard)
    for activity, head in enumerate(early_starts(network)):
        duration, need = network.durations[activity], network.needs[activity]
        if need and empty.find(head, duration, need)[0] == FAR:
            yield from _shortages(network, activity, head)


def _shortages(network: Network, activity: int, head: int) -> Iterator[Shortage]:
    """Yield the resources that do not suffice, or all of them where only together they do not."""
    empty = Timeline(network.profile, network.guard)
    demands = {name: field for name, field in network.fields.items() if field.amount(network.needs[activity])}
    amounts = {name: field.amount(network.needs[activity]) for name, field in demands.items()}
    lacking = [
        name
        for name, field in demands.items()
        if empty.find(head, network.durations[activity], amounts[name] << field.offset)[0] == FAR
    ]
    for name in lacking or demands:
        most = max(
            demands[name].amount(free)
            for free, until in zip(network.profile.free[:-1], network.profile.times[1:], strict=True)
            if until > head
        )
        yield Shortage(network.keys[activity], name, amounts[name], most)


def _behind(network: Network, starts: Sequence[int], activity: int) -> tuple[str, ...]:
    ready = ready_time(network, starts, activity)
    links = network.forward.before[activity]
    return tuple(network.keys[other] for other, lag in links if starts[other] + lag == ready)


def _shorts(network: Network, starts: Sequence[int], ready: Sequence[int]) -> Shorts:
    timeline = occupied(network, starts)
    waiting = (each for each, start in enumerate(starts) if start > ready[each] and network.needs[each])
    found = {each: _short(network, timeline, each, ready=ready[each], start=starts[each]) for each in waiting}
    return {each: short for each, short in found.items() if short}


def _short(network: Network, timeline: Timeline, activity: int, *, ready: int, start: int) -> tuple[int, int] | None:
    """What keeps an activity from its ready time once its own part is given back."""
    duration, need = network.durations[activity], network.needs[activity]
    timeline.change(start, start + duration, -need)
    short = timeline.shortage(ready, duration, need)
    timeline.change(start, start + duration, need)
    return short


def _at_work(network: Network, starts: Sequence[int], moments: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Which activities are in progress at each moment, in order of start."""
    coming = sorted(range(len(starts)), key=lambda each: (starts[each], each), reverse=True)
    running: dict[int, int] = {}
    found: dict[int, tuple[int, ...]] = {}
    for moment in sorted(moments):
        while coming and starts[coming[-1]] <= moment:
            activity = coming.pop()
            running[activity] = starts[activity] + network.durations[activity]
        running = {activity: end for activity, end in running.items() if end > moment}
        found[moment] = tuple(running)
    return found


def _holds(network: Network, activity: int, shorts: Shorts, at_work: Mapping[int, tuple[int, ...]]) -> Iterator[Hold]:
    """Yield each resource that was short, with those that held it."""
    if activity not in shorts:
        return
    at, free = shorts[activity]
    for name, field in network.fields.items():
        demand = field.amount(network.needs[activity])
        if demand > field.amount(free):
            holders = [each for each in at_work[at] if each != activity and field.amount(network.needs[each])]
            used = sum(field.amount(network.needs[each]) for each in holders)
            yield Hold(name, at, demand, field.amount(free) + used, tuple(network.keys[each] for each in holders))
