"""What the model's types hold, as far as walking over a plan needs it."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model.text import Markup, RefersTo

Mark = Markup | RefersTo


class Shape(NamedTuple):
    """A marked text, a model, or a container: `inner` is the shape of its values, `key` that of a mapping's keys."""

    mark: Mark | None = None
    model: type[BaseModel] | None = None
    key: "Shape | None" = None
    inner: "Shape | None" = None


PLAIN = Shape()
"""Holds nothing that is marked."""


@cache
def marked_fields(model: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
    """The fields of a model that hold marked text, however deep."""
    return tuple((name, shape) for name, shape in fields_of(model).items() if shape != PLAIN)


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Shape]:
    """The shape of every field of a model."""
    fields = model.model_fields.items()
    return {name: _shape(field.annotation, tuple(field.metadata)) for name, field in fields if name != "pointer"}


def _shape(annotation: Any, metadata: tuple[object, ...] = ()) -> Shape:  # noqa: ANN401 - any type
    mark = next((each for each in metadata if isinstance(each, Markup | RefersTo)), None)
    if mark:
        return Shape(mark=mark)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(model=annotation)
    return _generic(get_origin(annotation), get_args(annotation))


def _generic(origin: Any, arguments: tuple[Any, ...]) -> Shape:  # noqa: ANN401 - as above
    if origin is Annotated:
        return _shape(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        return _shape(next(each for each in arguments if each is not type(None)))
    if origin is dict:
        return Shape(key=_shape(arguments[0]), inner=_shape(arguments[1]))
    return Shape(inner=_shape(arguments[0])) if origin is tuple else PLAIN
