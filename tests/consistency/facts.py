"""Facts of a plan, and plans in which every fact of one sort is another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.findings import Pointer
from generator.sources.source import Source, with_values

Sentinel = Callable[[int], str]
"""Makes the value for the n-th fact of its sort."""


@dataclass(frozen=True)
class Sort:
    """A sort of fact: under which keys it stands, and the values that two editions give it."""

    name: str
    keys: tuple[str, ...]
    first: Sentinel
    second: Sentinel
    within: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    told: Callable[[str], str] = str
    adds_up: bool = False

    def holds(self, pointer: Pointer) -> bool:
        """Tell whether a value of the plan is a fact of this sort."""
        keyed = pointer[-1] in self.keys or (len(pointer) > 1 and pointer[-2] in self.parents)
        return (
            keyed
            and (not self.within or pointer[0] in self.within)
            and pointer[0] not in ("decisions", "assumptions")
        )


def facts(source: Source, sort: Sort) -> tuple[Pointer, ...]:
    """List the places of a sort's facts in the order of the plan."""
    texts = (pointer for pointer, (_, _, is_text) in source.places.items() if is_text and pointer)
    return tuple(pointer for pointer in texts if sort.holds(pointer))


def edited(source: Source, changes: dict[Pointer, str]) -> Source:
    """A source with some values changed; nothing else is touched."""
    return replace(source, data=with_values(source.data, changes))


def at(source: Source, pointer: Pointer) -> Any:
    """The raw value at a place."""
    value: Any = source.data
    for step in pointer:
        value = value[step]
    return value


def numbered(form: str) -> Sentinel:
    """Values that differ in a number of three digits: `form` holds {}."""
    return lambda number: form.format(100 + number)


SORTS = (
    Sort(
        "names",
        ("name", "short", "label", "topic", "plural", "handle", "contact", "level"),
        numbered("Qavox{}"),
        numbered("Qebyx{}"),
    ),
    Sort("thresholds", ("threshold",), numbered("> 71.{}%"), numbered("> 83.{}%")),
    Sort("time limits", ("within",), numbered("< 71{} d"), numbered("< 83{} d")),
    Sort(
        "times of steps",
        ("takes",),
        numbered("71{}h"),
        numbered("83{}h"),
        told=lambda value: value.replace("h", " hours"),
        adds_up=True,
    ),
    Sort("lengths of meetings", ("lasts",), numbered("71{} minutes"), numbered("83{} minutes")),
    Sort("commands", ("command", "query"), numbered("qavox --run {}"), numbered("qebyx --run {}")),
    Sort("shares", (), numbered("7.{}%"), numbered("8.{}%"), parents=("shares",)),
    Sort("versions", ("version",), numbered("7.1.{}"), numbered("8.3.{}")),
)


def sentinels(text: str, marks: tuple[str, ...]) -> Iterator[str]:
    """The marks that a text holds."""
    return (mark for mark in marks if mark in text)
