"""How like each other two statements are that tell values of one kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import log

from generator.audit.understanding.tellings import Telling, Tellings

_COMMON = 60
"""Statements; a word that more of one kind have is no reason to compare them."""
_MANY = 1.3
"""How much a pair must share, measured in words that stand in one statement alone."""
_OF_LONGER = 0.15
_OF_ROWS = 1.0
_OF_KIND = 0.7
_SMALL = 20
"""Statements that are added, so that in a text of few of them no word counts for nothing."""
_USUAL = frozenset({"clock", "date", "person"})


@dataclass(frozen=True, eq=False)
class Pair:
    """Two statements: `weight` is 1 where they share enough, `part` is what they share of all their words."""

    left: Telling
    right: Telling
    weight: float
    part: float

    @property
    def likeness(self) -> float:
        """What orders pairs."""
        return self.weight * self.part


def pairs_of(tellings: Tellings) -> list[Pair]:
    """Return the pairs of one kind that share two words or more.

    A word weighs the more the fewer statements have it (inverse document frequency, Spärck Jones 1972), and a rare
    unit counts as a word. The words of the longer statement count little against a pair; of two rows, all count.
    """
    kinds: dict[str, list[Telling]] = defaultdict(list)
    for each in tellings.values:
        kinds[each.value.kind].append(each)
    weights = _Weights(tellings)
    return [pair for kind, told in kinds.items() for pair in weights.pairs(kind, told)]


def set_apart(left: Telling, right: Telling) -> bool:
    """Tell whether the two speak of different things: another number of the same, another name, another turn."""
    kind = left.value.kind
    numbered = {noun for noun, _ in left.labels - right.labels} & {noun for noun, _ in right.labels - left.labels}
    turned = left.turns - right.turns and right.turns - left.turns and kind != "date"
    named = left.names - right.names and right.names - left.names and kind != "person"
    undone = left.undoing != right.undoing and kind == "time"
    rows = left.phrase.form == right.phrase.form == "cell"
    if left.partial != right.partial or _are_of_others(left, right) or _are_of_others(right, left):
        return True
    return bool(numbered or turned or named or undone or (rows and not _are_like_cells(left, right)))


def _are_of_others(one: Telling, other: Telling) -> bool:
    """What the one amount stands behind is not spoken of beside the other: the load, and what carries it."""
    return bool(one.carrier) and one.carrier.isdisjoint(other.words)


def _are_like_cells(left: Telling, right: Telling) -> bool:
    return left.row == right.row and not left.column.isdisjoint(right.column)


@dataclass(frozen=True)
class _Weights:
    tellings: Tellings

    def pairs(self, kind: str, told: list[Telling]) -> Iterator[Pair]:
        kindred = 0.0 if kind in _USUAL or kind.startswith("figure") else _OF_KIND * max(0.0, self._rarity(len(told)))
        single = self._rarity(1)
        for left, right in _sharing(told):
            shared = left.words.keys() & right.words.keys()
            weight = kindred + sum(self._of(word) * (left.words[word] * right.words[word]) ** 0.5 for word in shared)
            less, more = sorted(self._rest(each, shared) for each in (left, right))
            rows = left.phrase.form == right.phrase.form == "cell"
            if len(shared) + (kindred > single / 2) > 1:
                part = weight / (weight + less + more * (_OF_ROWS if rows else _OF_LONGER))
                yield Pair(left, right, weight / (_MANY * single), part)

    def _of(self, word: str) -> float:
        return self._rarity(self.tellings.having[word])

    def _rarity(self, having: int) -> float:
        return log((self.tellings.statements + _SMALL) / (having + 0.5))

    def _rest(self, telling: Telling, shared: Iterable[str]) -> float:
        return sum(self._of(word) * near for word, near in telling.words.items() if word not in shared)


def _sharing(told: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield each pair once that shares a word which not many have."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(told):
        for word in telling.words:
            by_word[word].append(index)
    pairs = {pair for found in by_word.values() if len(found) <= _COMMON for pair in combinations(found, 2)}
    return ((told[a], told[b]) for a, b in sorted(pairs) if told[a].phrase is not told[b].phrase)
