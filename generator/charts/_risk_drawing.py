"""A risk matrix as shapes: nine cells on the left, the numbered names on the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts._chart import Box, Drawing, Path, Shape, Words
from generator.charts._risks import PlacedRisk, words_for
from generator.charts._text import shortened, wrapped

WIDTH = 780
LEVELS = ("Low", "Medium", "High")
_LEFT, _CELL, _TOP = 74, 122, 6
_RADIUS, _STEP, _A_ROW = 11, 27, 4
_LIST, _LINE, _MOST = 458, 38, 60
_DOTS = 24


@dataclass(frozen=True)
class Grid:
    """The matrix on paper: the top of each row of cells, from high impact to low, and the foot of the last."""

    tops: tuple[float, ...]
    foot: float

    def cell(self, across: int, up: int) -> tuple[float, float, float]:
        """Left edge, top and height of a cell, both ranks from 1 to 3."""
        row = len(LEVELS) - up
        below = self.tops[row + 1] if row + 1 < len(self.tops) else self.foot
        return _LEFT + (across - 1) * _CELL, self.tops[row], below - self.tops[row]


def draw(risks: Sequence[PlacedRisk]) -> Drawing:
    """Draw the matrix as high as its fullest cells need."""
    grid = _grid(risks)
    shown = risks[:_MOST]
    height = max(grid.foot + 44, _TOP + len(shown) * _LINE + 30)
    layers = {
        "cells": tuple(_cells(grid)),
        "labels": tuple(_labels(grid)),
        "dots": tuple(shape for up in (1, 2, 3) for across in (1, 2, 3) for shape in _dots(grid, risks, across, up)),
        "listed": tuple(_listed(shown, len(risks) - len(shown))),
    }
    return Drawing(WIDTH, height, layers)


def _grid(risks: Sequence[PlacedRisk]) -> Grid:
    y, tops = float(_TOP), []
    for up in (3, 2, 1):
        tops.append(y)
        fullest = max(len(_inside(risks, across, up)) for across in (1, 2, 3))
        y += max(96, 30 + _STEP * -(-min(fullest, _DOTS + 1) // _A_ROW) + 8)
    return Grid(tuple(tops), y)


def _inside(risks: Sequence[PlacedRisk], across: int, up: int) -> list[PlacedRisk]:
    return [risk for risk in risks if (risk.across, risk.up) == (across, up)]


def _cells(grid: Grid) -> Iterator[Shape]:
    for up in (3, 2, 1):
        for across in (1, 2, 3):
            x, y, height = grid.cell(across, up)
            word = words_for(across * up)
            yield Box(x, y, _CELL, height, f"risk-{word.lower()}", "paper", 3, 0.26)
            yield Words(x + 9, y + 17, word, 11, ink="text")


def _labels(grid: Grid) -> Iterator[Shape]:
    for rank, level in enumerate(LEVELS, 1):
        _, y, height = grid.cell(1, rank)
        yield Words(_LEFT - 8, y + height / 2 + 4, level, 12.5, "end", bold=True)
        yield Words(_LEFT + (rank - 0.5) * _CELL, grid.foot + 18, level, 12.5, "middle", bold=True)
    yield Words(_LEFT - 8, _TOP + 12, "Impact", 11.5, "end", "muted")
    yield Words(_LEFT + 3 * _CELL / 2, grid.foot + 36, "Probability", 11.5, "middle", "muted")


def _dots(grid: Grid, risks: Sequence[PlacedRisk], across: int, up: int) -> Iterator[Shape]:
    x, y, _ = grid.cell(across, up)
    inside = _inside(risks, across, up)
    for place, risk in enumerate(inside[:_DOTS]):
        row, column = divmod(place, _A_ROW)
        yield from _dot(x + 20 + column * _STEP, y + 40 + row * _STEP, risk)
    if len(inside) > _DOTS:
        yield Words(x + 9, y + 44 + _DOTS // _A_ROW * _STEP, f"and {len(inside) - _DOTS} more", 11)


def _dot(x: float, y: float, risk: PlacedRisk) -> Iterator[Shape]:
    yield Path(_circle(x, y, _RADIUS), "text", 1.5, "paper", told=risk.told)
    yield Words(x, y + 4, str(risk.number), 11 if risk.number < 100 else 9, "middle", bold=True, told=risk.told)  # noqa: PLR2004 - three digits


def _circle(x: float, y: float, radius: float) -> str:
    return (
        f"M{x - radius:.1f} {y:.1f}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0Z"
    )


def _listed(risks: Sequence[PlacedRisk], more: int) -> Iterator[Shape]:
    room = WIDTH - _LIST - 34
    for place, risk in enumerate(risks):
        y = _TOP + place * _LINE
        yield from _dot(_LIST + 12, y + 14, risk)
        name = wrapped(risk.name, 13, room, lines=1, bold=True)
        rated = f"{words_for(risk.exposure)}: impact {risk.impact.lower()} × probability {risk.probability.lower()}"
        yield Words(_LIST + 32, y + 12, name[0] if name else "", 13, bold=True, told=risk.told)
        yield Words(_LIST + 32, y + 26, shortened(rated, 11.5, room), 11.5, ink="muted")
    if more:
        yield Words(_LIST + 32, _TOP + len(risks) * _LINE + 16, f"and {more} more in the data table", 12)
