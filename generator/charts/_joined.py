"""Paths that are painted alike as one: a browser styles and lays out every element of a picture by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.charts._chart import Path, Shape


def joined(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Join the paths that tell nothing and look the same; they come where the first of them stood."""
    alike: dict[object, list[Shape]] = {}
    for number, shape in enumerate(shapes):
        alike.setdefault(_look(shape) or number, []).append(shape)
    for same in alike.values():
        yield _as_one([each for each in same if isinstance(each, Path)]) if len(same) > 1 else same[0]


def _look(shape: Shape) -> tuple[object, ...]:
    if not isinstance(shape, Path) or shape.told:
        return ()
    return shape.stroke, shape.weight, shape.fill, shape.dash, shape.opacity


def _as_one(paths: list[Path]) -> Path:
    return replace(paths[0], d="".join(path.d for path in paths))
