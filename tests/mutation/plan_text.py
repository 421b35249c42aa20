"""A plan's text, edited at a pointer, and the line and column of whatever stands at one.

It composes the file with PyYAML itself and shares nothing with the project's own reader, so that the places which the
project tells are held against somebody else's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

Pointer = tuple[str | int, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Spot:
    """Where a key and its value stand, as offsets in the text, and in which way the value is written."""

    key: tuple[int, int] | None
    value: tuple[int, int]
    node: yaml.Node

    @property
    def is_scalar(self) -> bool:
        """A text, and neither a mapping nor a list."""
        return isinstance(self.node, yaml.ScalarNode)

    @property
    def is_flow(self) -> bool:
        """A mapping or list in brackets."""
        return isinstance(self.node, yaml.CollectionNode) and bool(self.node.flow_style)


@dataclass(frozen=True)
class PlanText:
    """One plan as text; every edit returns another text and leaves all other characters as they are."""

    text: str

    @cached_property
    def spots(self) -> dict[Pointer, Spot]:
        """Every value by its pointer, in the order of the file."""
        root = yaml.compose(self.text, Loader=_LOADER)
        return dict(_spots(root, ())) if root else {}

    @cached_property
    def data(self) -> Any:
        """The values, all scalars as the text that they are written as."""
        return _data(self.spots[()].node)

    def at(self, pointer: Pointer) -> Any:
        """Return the value at a pointer."""
        value = self.data
        for step in pointer:
            value = value[step]
        return value

    def written(self, pointer: Pointer) -> str:
        """Return a value with its quotes, as it stands in the file."""
        begin, end = self.spots[pointer].value
        return self.text[begin:end]

    def pointers(self, *keys: str) -> Iterator[Pointer]:
        """Yield each text that stands under one of some keys, be it alone or in a list."""
        for pointer, spot in self.spots.items():
            names = [step for step in pointer[-2:] if isinstance(step, str)]
            under = names[-1:] if pointer and isinstance(pointer[-1], int) else [str(pointer[-1])] if pointer else []
            if spot.is_scalar and under and under[0] in keys:
                yield pointer

    def put(self, pointer: Pointer, written: str) -> str:
        """Write something else in place of a value."""
        return self._cut(*self.spots[pointer].value, written)

    def rename(self, pointer: Pointer, key: str) -> str:
        """Write another key."""
        found = self.spots[pointer].key
        assert found
        return self._cut(*found, key)

    def swap(self, one: Pointer, other: Pointer) -> str:
        """Write each of two values in place of the other."""
        first, second = sorted((one, other), key=lambda each: self.spots[each].value)
        later = PlanText(self.put(second, self.written(first)))
        return later._cut(*self.spots[first].value, self.written(second))

    def add(self, pointer: Pointer, key: str, written: str) -> str:
        """Write another key into a mapping, as its first."""
        spot = self.spots[pointer]
        begin = spot.value[0]
        if spot.is_flow:
            return self._cut(begin + 1, begin + 1, f"{key}: {written}, ")
        indent = begin - (self.text.rfind("\n", 0, begin) + 1)
        return self._cut(begin, begin, f"{key}: {written}\n{' ' * indent}")

    def append(self, pointer: Pointer, written: str) -> str:
        """Write another entry at the end of a list, or beside a value that stands for a list of one."""
        spot = self.spots[pointer]
        begin, end = spot.value
        if spot.is_scalar:
            return self._cut(begin, end, f"[{self.text[begin:end]}, {written}]")
        if spot.is_flow:
            return self._cut(end - 1, end - 1, f", {written}" if self.at(pointer) else written)
        last = self.spots[(*pointer, len(self.at(pointer)) - 1)].value[1]
        indent = begin - (self.text.rfind("\n", 0, begin) + 1)
        at = self.text.find("\n", last - 1) if self.text[last - 1] != "\n" else last - 1
        return self._cut(at, at, f"\n{' ' * indent}- {written}")

    def drop(self, pointer: Pointer) -> str:
        """Take an entry out of its mapping or list."""
        above = self.spots[pointer[:-1]]
        return self._cut(*(self._stretch_in_flow if above.is_flow else self._stretch_in_block)(pointer), "")

    def empties(self, pointer: Pointer) -> bool:
        """Tell whether nothing would be left in its mapping or list without an entry."""
        return len(self.at(pointer[:-1])) == 1

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from one."""
        return self.text.count("\n", 0, offset) + 1, offset - (self.text.rfind("\n", 0, offset) + 1) + 1

    def _cut(self, begin: int, end: int, written: str) -> str:
        return self.text[:begin] + written + self.text[end:]

    def _siblings(self, pointer: Pointer) -> list[Pointer]:
        value = self.at(pointer[:-1])
        steps = range(len(value)) if isinstance(value, list) else value
        return [(*pointer[:-1], step) for step in steps]

    def _begin(self, pointer: Pointer) -> int:
        spot = self.spots[pointer]
        return (spot.key or spot.value)[0]

    def _stretch_in_flow(self, pointer: Pointer) -> tuple[int, int]:
        siblings = self._siblings(pointer)
        place = siblings.index(pointer)
        if place + 1 < len(siblings):
            return self._begin(pointer), self._begin(siblings[place + 1])
        begin = self.spots[siblings[place - 1]].value[1] if place else self._begin(pointer)
        return begin, self.spots[pointer].value[1]

    def _stretch_in_block(self, pointer: Pointer) -> tuple[int, int]:
        """From the line of an entry to the line of what follows it; a first key leaves its list's dash behind."""
        begin = self._begin(pointer)
        start = self.text.rfind("\n", 0, begin) + 1
        siblings = self._siblings(pointer)
        place = siblings.index(pointer)
        if place + 1 < len(siblings):
            after = self._begin(siblings[place + 1])
            dashed = isinstance(pointer[-1], str) and self.text[start:begin].strip() == "-"
            return (begin, after) if dashed else (start, self.text.rfind("\n", 0, after) + 1)
        end = self.spots[pointer].value[1]
        return start, end if self.text[end - 1] == "\n" else self.text.find("\n", end) + 1


def _spots(node: yaml.Node, pointer: Pointer, key: yaml.Node | None = None) -> Iterator[tuple[Pointer, Spot]]:
    yield pointer, Spot(_span(key) if key else None, _span(node), node)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _spots(value, (*pointer, name.value), name)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _spots(value, (*pointer, index))


def _span(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, _end(node)


def _end(node: yaml.Node) -> int:
    """Where a value ends; to the parser a block ends only where something else begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _data(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {name.value: _data(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(value) for value in node.value]
    return node.value
