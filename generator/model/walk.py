"""Walks over a plan by its types: every text, and what its type says of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from generator.findings import Pointer
from generator.model.text import Entry, Markup, RefersTo

Mark = Markup | RefersTo
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Marked:
    """A text of the plan, where it stands, and its mark; a mapping's key has the pointer of its value."""

    pointer: Pointer
    value: Any
    mark: Mark


@dataclass(frozen=True)
class _Shape:
    """What a type holds, as far as walking needs it."""

    mark: Mark | None = None
    model: type[BaseModel] | None = None
    key: "_Shape | None" = None
    inner: "_Shape | None" = None


def references(plan: Entry) -> Iterator[tuple[Pointer, str, tuple[str, ...]]]:
    """Yield every id that refers to something else: place, id, kinds it may be of."""
    for marked in _marked(plan):
        if isinstance(marked.mark, RefersTo):
            yield marked.pointer, getattr(marked.value, "on", marked.value), marked.mark.kinds


def prose(plan: Entry) -> Iterator[tuple[Pointer, str]]:
    """Yield every text that is CommonMark and may ask for live facts."""
    for marked in _marked(plan):
        if isinstance(marked.mark, Markup):
            yield marked.pointer, marked.value


def rewrite(entry: E, change: Callable[[Pointer, str], str]) -> E:
    """Copy a plan with every prose text changed; all else is shared with the original."""
    updates = {}
    for name, shape in _fields(type(entry)):
        value = getattr(entry, name)
        changed = _rewritten(value, shape, (*entry.pointer, name), change)
        if changed is not value:
            updates[name] = changed
    return entry.model_copy(update=updates) if updates else entry


def model_at(pointer: tuple[str | int, ...], root: type[BaseModel]) -> type[BaseModel] | None:
    """Find the model that describes what stands at a pointer."""
    shape: _Shape | None = _Shape(model=root)
    for step in pointer:
        if shape is not None and shape.model is not None:
            shape = dict(_all_fields(shape.model)).get(str(step))
        elif shape is not None:
            shape = shape.inner
    return shape.model if shape else None


def _marked(plan: Entry) -> Iterator[Marked]:
    for name, shape in _fields(type(plan)):
        yield from _marked_in(getattr(plan, name), shape, (*plan.pointer, name))


def _marked_in(value: Any, shape: _Shape, pointer: Pointer) -> Iterator[Marked]:  # noqa: ANN401 - any plan value
    if value is None:
        return
    if shape.mark:
        yield Marked(pointer, value, shape.mark)
    elif shape.model:
        yield from _marked(value)
    elif isinstance(value, dict):
        for key, each in value.items():
            if shape.key and shape.key.mark:
                yield Marked((*pointer, key), key, shape.key.mark)
            yield from _marked_in(each, shape.inner or _Shape(), (*pointer, key))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _marked_in(each, shape.inner or _Shape(), (*pointer, index))


def _rewritten(value: Any, shape: _Shape, pointer: Pointer, change: Callable[[Pointer, str], str]) -> Any:  # noqa: ANN401
    if value is None:
        return None
    if shape.mark:
        return change(pointer, value) if isinstance(shape.mark, Markup) else value
    if shape.model:
        return rewrite(value, change)
    inner = shape.inner or _Shape()
    if isinstance(value, dict):
        pairs = {key: _rewritten(each, inner, (*pointer, key), change) for key, each in value.items()}
        return pairs if any(pairs[key] is not value[key] for key in pairs) else value
    if isinstance(value, tuple):
        items = tuple(_rewritten(each, inner, (*pointer, index), change) for index, each in enumerate(value))
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    return tuple((name, shape) for name, shape in _all_fields(model) if shape != _Shape())


@cache
def _all_fields(model: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    fields = model.model_fields.items()
    return tuple(
        (name, _shape(field.annotation, tuple(field.metadata))) for name, field in fields if name != "pointer"
    )


def _shape(annotation: Any, metadata: tuple[object, ...] = ()) -> _Shape:  # noqa: ANN401 - any type
    mark = next((each for each in metadata if isinstance(each, Markup | RefersTo)), None)
    if mark:
        return _Shape(mark=mark)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        return _shape(next(each for each in arguments if each is not type(None)))
    if origin is dict:
        return _Shape(key=_shape(arguments[0]), inner=_shape(arguments[1]))
    if origin is tuple:
        return _Shape(inner=_shape(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _Shape(model=annotation)
    return _Shape()
