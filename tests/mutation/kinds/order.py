"""Faults of order: words that promise one, and no dependency that keeps it."""

from collections import Counter
from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.kinds._days import first_day, last_day

_MOST_WORDS = 4


def order_that_nothing_keeps(good: Good) -> Iterator[Fault]:
    """A phase says that one task comes before another, which is so by today's dates alone."""
    names = {str(pointer[-1]): task["name"] for pointer, task in good.entries("tasks")}
    told = Counter(names.values())
    plain = [item for item, name in names.items() if told[name] == 1 and _is_plain(name)]
    free = [item for item in plain if good.schedule.network.nodes[item].limits.start_from is None]
    for pointer, phase in good.entries("phases") if "rationale" in str(good.data.get("phases")) else ():
        pairs = [(one, other) for one in plain for other in free if last_day(good, one) < first_day(good, other)]
        for one, other in [pair for pair in pairs if pair[0] not in _waited_for(good, pair[1])][:2]:
            place = (*pointer, "rationale")
            if "rationale" in phase and good.text.written(place)[0] not in ">|":
                changed = good.text.put(place, f'"{names[one]} comes before {names[other]}."')
                yield good.fault(f"{spoken(place)} {one}, {other}", changed, Aim("order-by-chance", place))


def _is_plain(name: str) -> bool:
    return len(name) > _MOST_WORDS and len(name.split()) <= _MOST_WORDS and name.replace(" ", "").isalpha()


def _waited_for(good: Good, item: str) -> set[str]:
    seen, waiting = {item}, [item]
    while waiting:
        before = {edge.source for edge in good.schedule.network.into.get(waiting.pop(), ())} - seen
        seen |= before
        waiting += before
    return {good.schedule.network.nodes[key].item for key in seen}
