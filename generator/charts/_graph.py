"""The network of dependencies as a reader sees it: work, and what waves and phases wait for as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.charts import _items as items
from generator.model.breakdown import Link
from generator.model.naming import Called
from generator.scheduling.network import Edge, Network, Node, Role
from generator.snapshot import Snapshot

_STATES = {Role.GATE: "may begin", Role.BEGIN: "has begun", Role.FINISH: "finished"}
OUTSIDE = "outside waves"


@dataclass(frozen=True)
class Knot:
    """A node of the chart; `state` tells a wave or phase as a whole from work."""

    key: str
    label: str
    note: str
    wave: int
    moment: bool
    state: bool
    critical: bool
    told: str


@dataclass(frozen=True)
class Strand:
    """A dependency; `words` names link and lag where it is not plainly finish to start; `member` marks belonging."""

    source: str
    target: str
    words: str
    critical: bool
    member: bool


@dataclass(frozen=True)
class Graph:
    """Knots from first to last, so that every strand leads forward."""

    knots: tuple[Knot, ...]
    strands: tuple[Strand, ...]


def graph_of(snapshot: Snapshot, wave: str = "") -> Graph:
    """Everything that waits for something or is waited for; of one wave, with what it touches directly."""
    network = snapshot.schedule.network
    kept = {key for key, node in network.nodes.items() if node.role is Role.WORK} | _named(network)
    strands = [*_links(snapshot, network, kept), *_belonging(network, kept)]
    if wave:
        inside = {wave, *snapshot.schedule.breakdown.members.get(wave, ())}
        strands = [
            each for each in strands if {network.nodes[each.source].item, network.nodes[each.target].item} & inside
        ]
    touched = {end for strand in strands for end in (strand.source, strand.target)}
    knots = tuple(_knot(snapshot, network.nodes[key]) for key in network.order if key in touched)
    return Graph(knots, tuple(strands))


def graph_in_short(snapshot: Snapshot) -> Graph:
    """Waves and phases alone; where two wait for each other's tasks, the one that starts first comes first."""
    pairs = _pairs(snapshot)
    dates = snapshot.schedule.dates
    groups = list(dict.fromkeys(end for pair in pairs for end in pair))
    order = sorted(groups, key=lambda each: (dates[each].early_start if each in dates else 0, groups.index(each)))
    forward = [pair for pair in pairs if order.index(pair[0]) < order.index(pair[1])]
    strands = tuple(Strand(*pair, _times(pairs[pair]), critical=False, member=False) for pair in forward)
    shown = {end for pair in forward for end in pair}
    return Graph(tuple(_whole(snapshot, each) for each in order if each in shown), strands)


def _named(network: Network) -> set[str]:
    """Nodes that a dependency of the plan names."""
    given = [edge for edges in network.into.values() for edge in edges if edge.pointer is not None]
    return {end for edge in given for end in (edge.source, edge.target)}


def _links(snapshot: Snapshot, network: Network, kept: set[str]) -> Iterator[Strand]:
    for edges in network.into.values():
        for edge in edges:
            if edge.pointer is not None and {edge.source, edge.target} <= kept:
                yield _strand(snapshot, network, edge)


def _strand(snapshot: Snapshot, network: Network, edge: Edge) -> Strand:
    source, target = (snapshot.schedule.dates[network.nodes[end].item] for end in (edge.source, edge.target))
    driving = any(
        edge.pointer == driver.pointer or _through(edge, network) in driver.through for driver in target.drivers
    )
    lag = edge.dependency.lag_text if edge.dependency else ""
    link = "" if edge.link is Link.FINISH_TO_START and not edge.lag else str(edge.link)
    return Strand(
        edge.source, edge.target, f"{link}{lag}", source.critical and target.critical and driving, member=False
    )


def _through(edge: Edge, network: Network) -> str | None:
    node = network.nodes[edge.source]
    return node.item if node.role not in (Role.WORK, Role.FIXED) else None


def _belonging(network: Network, kept: set[str]) -> Iterator[Strand]:
    """Lead from a gate to the first of its members, and from the last ones to the finish."""
    pairs = {(source, target) for source in kept for target in _members(network, source, kept)}
    for source, target in sorted(
        pairs, key=lambda pair: (network.order.index(pair[0]), network.order.index(pair[1]))
    ):
        if network.nodes[source].role is Role.GATE:
            nearer = (edge.source for edge in network.into.get(target, ()))
            redundant = any((source, each) in pairs for each in nearer)
        else:
            later = (edge.target for edge in network.out_of.get(source, ()))
            redundant = any((each, target) in pairs for each in later)
        if not redundant:
            yield Strand(source, target, "", critical=False, member=True)


def _members(network: Network, source: str, kept: set[str]) -> Iterator[str]:
    """Say what belonging alone leads to, through nodes that are not shown."""
    for edge in network.out_of.get(source, ()):
        if edge.pointer is None and edge.target in kept:
            yield edge.target
        elif edge.pointer is None:
            yield from _members(network, edge.target, kept)


def _knot(snapshot: Snapshot, node: Node) -> Knot:
    item, dates = snapshot.schedule.breakdown.items[node.item], snapshot.schedule.dates[node.item]
    kind, wave = items.kind_of(item), snapshot.schedule.breakdown.wave_of(node.item)
    state, moment = node.role in _STATES, kind in ("milestone", "checkpoint")
    called = snapshot.names[kind, node.item]
    length = kind.capitalize() if moment else items.duration(snapshot, node.item)
    label = f"{called.label} {_STATES[node.role]}" if state else called.name
    belongs = snapshot.names["wave", wave.id].label if wave else ""
    notes = _notes(called, belongs, length, state=state, moment=moment)
    critical = dates.critical and not state and kind != "checkpoint"
    facts = [items.span(snapshot, node.item), *(note for note in notes if note), *(["critical"] if critical else [])]
    return Knot(
        key=node.key,
        label=label,
        note=" · ".join(note for note in notes if note),
        wave=items.wave_number(snapshot, node.item),
        moment=moment,
        state=state,
        critical=critical,
        told=f"{label}: {', '.join(facts)}",
    )


def _notes(called: Called, belongs: str, length: str, *, state: bool, moment: bool) -> list[str]:
    """Return the second line of a box: the name of a whole wave, the wave of a moment, wave and length of a task."""
    if state:
        return [called.name if called.name != called.label else ""]
    return [belongs or length] if moment else [belongs, length]


def _pairs(snapshot: Snapshot) -> Mapping[tuple[str, str], int]:
    """How many dependencies lead from one wave or phase to another."""
    breakdown = snapshot.schedule.breakdown
    pairs: dict[tuple[str, str], int] = {}
    for item in breakdown.items.values():
        for dependency in getattr(item, "depends_on", ()):
            ends = _home(snapshot, dependency.on.rpartition(":")[2]), _home(snapshot, item.id)
            if ends[0] != ends[1]:
                pairs[ends] = pairs.get(ends, 0) + 1
    return pairs


def _home(snapshot: Snapshot, item: str) -> str:
    breakdown = snapshot.schedule.breakdown
    found = breakdown.wave_of(item) or breakdown.phase_of(item)
    return found.id if found else OUTSIDE


def _times(count: int) -> str:
    return f"{count}×" if count > 1 else ""


def _whole(snapshot: Snapshot, group: str) -> Knot:
    item = snapshot.schedule.breakdown.items.get(group)
    label = items.name_of(snapshot, item) if item else OUTSIDE.capitalize()
    note = items.duration(snapshot, group) if item else ""
    told = f"{label}: {items.span(snapshot, group)}" if item else label
    return Knot(group, label, note, items.wave_number(snapshot, group) if item else 0, False, True, False, told)  # noqa: FBT003 - as a record
