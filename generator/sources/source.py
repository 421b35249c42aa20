"""A plan file as read: raw values that know where they stand, and the place of each in the text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.findings import Finding, Place, Pointer
from generator.sources.paths import path_of
from generator.sources.yaml_traps import starts_of


class Entries(dict[str, object]):
    """A mapping of the plan that knows where it stands."""

    pointer: Pointer = ()


class Listing(list[object]):
    """A list of the plan that knows where it stands."""

    pointer: Pointer = ()


def with_values(value: object, changes: Mapping[Pointer, object], pointer: Pointer = ()) -> object:
    """Copy raw values with those at some pointers changed or added; nothing else is touched."""
    if pointer in changes:
        return changes[pointer]
    if isinstance(value, list):
        return listing_of(
            [with_values(each, changes, (*pointer, index)) for index, each in enumerate(value)], pointer
        )
    depth = len(pointer)
    added = {str(place[depth]): None for place in changes if place[:depth] == pointer}
    if not isinstance(value, Entries) and not (value is None and added):
        return value
    value = value or Entries()
    copy = Entries({key: with_values(value.get(key), changes, (*pointer, key)) for key in {**value, **added}})
    copy.pointer = pointer
    return copy


def listing_of(values: Iterable[object], pointer: Pointer) -> Listing:
    """Some values as a list that stands at a pointer."""
    listing = Listing(values)
    listing.pointer = pointer
    return listing


@dataclass(frozen=True)
class Source:
    """A plan file as read: `data` holds mappings (`Entries`), lists and text, nothing typed."""

    file: str
    lines: tuple[str, ...]
    data: object
    places: Mapping[Pointer, tuple[Place | None, Place, bool]]
    findings: tuple[Finding, ...]
    text: str = ""

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where each line begins in the text."""
        return starts_of(self.text)

    def place(self, pointer: Pointer) -> Place:
        """Find the value of a pointer (for a mapping or list, its key), else the nearest value above it."""
        for length in range(len(pointer), 0, -1):
            found = self.places.get(pointer[:length])
            if found:
                key, value, is_text = found
                return value if is_text or key is None else key
        return Place(self.file, 1, 1, 1, 1)

    def key_place(self, pointer: Pointer) -> Place:
        """Find the key of a pointer rather than its value."""
        key = self.places.get(pointer, (None,))[0]
        return key or self.place(pointer)

    def place_of_text(self, text: str) -> Place | None:
        """Find the first value that holds a text, however it is written in the file."""
        found = (pointer for pointer, value in _texts(self.data, ()) if text in value)
        pointer = next(found, None)
        return None if pointer is None else self.place(pointer)

    def path(self, pointer: Pointer) -> str:
        """Name a value by ids and contents."""
        return path_of(self.data, pointer)

    def line(self, number: int) -> str:
        """Return one line of the file, counted from 1; nothing beyond its end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def _texts(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _texts(inner, (*pointer, step))
