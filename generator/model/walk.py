"""Walks over a plan by its types: every marked text, and what its mark says of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.findings import Pointer
from generator.model.shapes import PLAIN, Mark, Shape, fields_of, marked_fields
from generator.model.text import Entry, Markup, RefersTo

E = TypeVar("E", bound=Entry)
Change = Callable[[Pointer, Any], Any]
Reference = tuple[Pointer, str, tuple[str, ...]]
"""Where something is referred to, its id, and the kinds it may be of."""
Prose = tuple[Pointer, str]
_Place = tuple[Pointer, Any, Shape]
_Marked = tuple[Pointer, Any, Mark]


def references(plan: Entry) -> Sequence[Reference]:
    """Every id that refers to something else."""
    return _marked(plan).references


def prose(plan: Entry) -> Sequence[Prose]:
    """Every text that is CommonMark and may ask for live facts."""
    return _marked(plan).prose


def rewrite(entry: E, change: Change) -> E:
    """Copy a plan with every prose text changed; all else is shared with the original."""
    updates = {}
    for name, shape in marked_fields(type(entry)):
        value = getattr(entry, name)
        changed = _rewritten((*entry.pointer, name), value, shape, change)
        if changed is not value:
            updates[name] = changed
    return entry.model_copy(update=updates) if updates else entry


def model_at(pointer: Pointer, root: type[BaseModel]) -> type[BaseModel] | None:
    """Find the model that describes what stands at a pointer."""
    shape: Shape | None = Shape(model=root)
    for step in pointer:
        if shape is not None and shape.model is not None:
            shape = fields_of(shape.model).get(str(step))
        elif shape is not None:
            shape = shape.inner
    return shape.model if shape else None


@dataclass(frozen=True, eq=False)
class _This:
    """An entry that is equal to itself alone, so that nothing in it has to be compared."""

    entry: Entry

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.entry is other.entry

    def __hash__(self) -> int:
        return id(self.entry)


@dataclass(frozen=True)
class _All:
    """All that is marked in an entry, by what its marks say."""

    references: tuple[Reference, ...]
    prose: tuple[Prose, ...]


def _marked(entry: Entry) -> _All:
    """What is marked; of a whole plan, which many rules ask about, remembered."""
    return _all_of(entry) if entry.pointer else _of_plan(_This(entry))


@lru_cache(maxsize=4)
def _of_plan(plan: _This) -> _All:
    return _all_of(plan.entry)


def _all_of(entry: Entry) -> _All:
    found: list[_Marked] = []
    _collect((entry.pointer, entry, Shape(model=type(entry))), found)
    return _All(
        tuple(
            (pointer, str(getattr(value, "on", value)), mark.kinds)
            for pointer, value, mark in found
            if isinstance(mark, RefersTo)
        ),
        tuple((pointer, value) for pointer, value, mark in found if isinstance(mark, Markup)),
    )


def _collect(place: _Place, found: list[_Marked]) -> None:
    pointer, value, shape = place
    if value is None:
        return
    if shape.mark:
        found.append((pointer, value, shape.mark))
    if isinstance(value, Entry | dict | tuple):
        for member in _members(pointer, value, shape):
            _collect(member, found)


def _members(pointer: Pointer, value: Any, shape: Shape) -> Iterable[_Place]:  # noqa: ANN401 - any plan value
    """What a value consists of; a mapping's key has the pointer of its value."""
    if isinstance(value, Entry):
        return (((*pointer, name), getattr(value, name), inner) for name, inner in marked_fields(type(value)))
    inner = shape.inner or PLAIN
    if isinstance(value, dict):
        keys = (((*pointer, key), key, shape.key or PLAIN) for key in value)
        return (*keys, *(((*pointer, key), each, inner) for key, each in value.items()))
    if isinstance(value, tuple):
        return (((*pointer, index), each, inner) for index, each in enumerate(value))
    return ()


def _rewritten(pointer: Pointer, value: Any, shape: Shape, change: Change) -> Any:  # noqa: ANN401 - as above
    if isinstance(shape.mark, Markup) and value is not None:
        return change(pointer, value)
    if isinstance(value, Entry):
        return rewrite(value, change)
    if isinstance(value, dict | tuple) and shape.inner:
        return _rewritten_members(pointer, value, shape.inner, change)
    return value


def _rewritten_members(pointer: Pointer, value: Any, inner: Shape, change: Change) -> Any:  # noqa: ANN401 - as above
    """Rewrite a mapping's values or a list's items; what has none to rewrite stays the same object."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    old = dict(steps)
    new = {step: _rewritten((*pointer, step), each, inner, change) for step, each in old.items()}
    if all(new[step] is old[step] for step in old):
        return value
    return new if isinstance(value, dict) else tuple(new.values())
