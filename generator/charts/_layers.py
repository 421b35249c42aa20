"""Layers of a network from left to right (Sugiyama, Tagawa and Toda 1981): where each node stands, how edges pass.

An edge over several layers passes each of them at a place of its own, so that none runs under a node.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Pair = tuple[str, str]
_SWEEPS = 8


@dataclass(frozen=True)
class Layout:
    """The layer and height of every place, and the places each edge passes from its source to its target.

    An edge across a break has two parts: up to the end of the band it comes from, and on from the start of the one it
    leads to.
    """

    layer: Mapping[str, int]
    y: Mapping[str, float]
    ways: Mapping[Pair, tuple[tuple[str, ...], ...]]
    columns: tuple[tuple[str, ...], ...]


def lay_out(
    keys: Sequence[str], pairs: Sequence[Pair], *, node: float, passage: float, starts: Sequence[int] = (0,)
) -> Layout:
    """Place nodes, given from first to last, and edges that lead forward; the heights include the gap below.

    A band of layers begins at each of `starts`.
    """
    layer = _layers(keys, pairs)
    whole = {pair: _way(pair, layer) for pair in dict.fromkeys(pairs)}
    ways = {pair: _parts(way, layer[pair[0]], starts) for pair, way in whole.items()}
    for pair, parts in ways.items():
        layer |= {place: layer[pair[0]] + whole[pair].index(place) for part in parts for place in part}
    columns: list[list[str]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for place, number in layer.items():
        columns[number].append(place)
    links = [step for parts in ways.values() for part in parts for step in pairwise(part)]
    ordered = _untangled(columns, links)
    heights = {place: passage if ">" in place else node for place in layer}
    return Layout(layer, _heights(ordered, links, heights), ways, tuple(map(tuple, ordered)))


def _layers(keys: Sequence[str], pairs: Sequence[Pair]) -> dict[str, int]:
    """Return the longest way from a beginning; what begins late stands next to what waits for it."""
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for source, target in pairs:
        before.setdefault(target, []).append(source)
        after.setdefault(source, []).append(target)
    layer: dict[str, int] = {}
    for key in keys:
        layer[key] = max((layer[each] + 1 for each in before.get(key, ())), default=0)
    for key in reversed(keys):
        if key not in before and key in after:
            layer[key] = min(layer[each] for each in after[key]) - 1
    return layer


def _way(pair: Pair, layer: Mapping[str, int]) -> tuple[str, ...]:
    source, target = pair
    between = range(layer[source] + 1, layer[target])
    return (source, *(f"{source}>{target}>{number}" for number in between), target)


def _parts(way: tuple[str, ...], first: int, starts: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    """Leave out what passes bands between those of the two ends."""
    last = first + len(way) - 1
    end = next((start for start in starts if start > first), last + 1)
    begin = max(start for start in starts if start <= last)
    return (way,) if last < end else (way[: end - first], way[begin - first :])


def _untangled(columns: Sequence[Sequence[str]], links: Sequence[Pair]) -> list[list[str]]:
    """Order each layer by the middle of its neighbours, to and fro; the order with the fewest crossings is kept."""
    left, right = _neighbours(links)
    best = order = [list(column) for column in columns]
    fewest = _crossings(order, right)
    for sweep in range(_SWEEPS):
        order = _swept(order, left if sweep % 2 == 0 else right, backward=sweep % 2 == 1)
        crossings = _crossings(order, right)
        if crossings < fewest:
            best, fewest = order, crossings
    return best


def _neighbours(links: Sequence[Pair]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    left: dict[str, list[str]] = {}
    right: dict[str, list[str]] = {}
    for source, target in links:
        left.setdefault(target, []).append(source)
        right.setdefault(source, []).append(target)
    return left, right


def _swept(order: Sequence[Sequence[str]], beside: Mapping[str, list[str]], *, backward: bool) -> list[list[str]]:
    place = {key: index for column in order for index, key in enumerate(column)}
    swept: list[list[str]] = []
    for column in reversed(order) if backward else order:
        middles = {key: _mean([place[each] for each in beside.get(key, ())], place[key]) for key in column}
        ordered = sorted(column, key=lambda key: (middles[key], place[key]))
        place |= {key: index for index, key in enumerate(ordered)}
        swept.append(ordered)
    return swept[::-1] if backward else swept


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(order: Sequence[Sequence[str]], right: Mapping[str, list[str]]) -> int:
    total = 0
    for column, following in pairwise(order):
        place = {key: index for index, key in enumerate(following)}
        ends = [sorted(place[each] for each in right.get(key, ())) for key in column]
        flat = [end for each in ends for end in each]
        total += _inversions(flat)
    return total


def _inversions(values: Sequence[int]) -> int:
    """Pairs that stand in the wrong order, by a Fenwick tree."""
    size = max(values, default=0) + 1
    tree = [0] * (size + 1)
    count = 0
    for seen, value in enumerate(values):
        index, not_greater = value + 1, 0
        while index:
            not_greater += tree[index]
            index &= index - 1
        count += seen - not_greater
        index = value + 1
        while index <= size:
            tree[index] += 1
            index += index & -index
    return count


def _heights(order: Sequence[Sequence[str]], links: Sequence[Pair], heights: Mapping[str, float]) -> dict[str, float]:
    """Set each place as near to its neighbours as its order and the room of the others allow."""
    left, right = _neighbours(links)
    y: dict[str, float] = {}
    for column in order:
        y |= _stacked(column, [0.0] * len(column), heights)
    for sweep in range(_SWEEPS):
        beside = left if sweep % 2 == 0 else right
        for column in order if sweep % 2 == 0 else reversed(order):
            wanted = [_mean([y[each] for each in beside.get(key, ())], y[key]) for key in column]
            y |= _stacked(column, wanted, heights)
    top = min((y[key] - heights[key] / 2 for key in y), default=0)
    return {key: round(value - top, 2) for key, value in y.items()}


def _stacked(column: Sequence[str], wanted: Sequence[float], heights: Mapping[str, float]) -> dict[str, float]:
    """Return the least moved heights without overlap: isotonic regression by pooling adjacent violators."""
    offsets, total = [], 0.0
    for key in column:
        offsets.append(total + heights[key] / 2)
        total += heights[key]
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while pools and pools[-1][0] > mean:
            other, size = pools.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        pools.append((mean, count))
    levels = [mean for mean, count in pools for _ in range(count)]
    return {key: level + offset for key, level, offset in zip(column, levels, offsets, strict=True)}
