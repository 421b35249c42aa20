"""A Gantt chart for print: as many landscape sheets as its rows need to be read, each with its own head."""

from collections.abc import Sequence
from itertools import pairwise

from generator.charts._axis import Axis
from generator.charts._chart import Drawing
from generator.charts._gantt_drawing import draw_plot, is_bold, laid_out, scale_of
from generator.charts._gantt_rows import Arrow, Row

# A width of 1060 on A4 landscape sets type of 12 at 8.7 points and type of 9.6 at 7.
WIDTH = 1060
_ROOM = 535
_MOST, _NEAR = 30, 3
_TALLEST = 25.0
_SIZE = 12.5


def draw_sheets(axis: Axis, rows: Sequence[Row], arrows: Sequence[Arrow]) -> tuple[Drawing, ...]:
    """Draw the rows sheet by sheet, as high as the sheet with the most of them allows."""
    cuts = _cuts(rows)
    height = min(_TALLEST, _ROOM / max(end - begin for begin, end in pairwise(cuts)))
    scale, form = scale_of(axis, rows, _SIZE, WIDTH), (height, min(_SIZE, height * 0.8))
    sheets = [range(begin, end) for begin, end in pairwise(cuts)]
    return tuple(
        draw_plot(laid_out(scale, rows, form, shown, part=_part(number, len(sheets))), arrows)
        for number, shown in enumerate(sheets, start=1)
    )


def _part(number: int, sheets: int) -> str:
    return f"Part {number} of {sheets}" if sheets > 1 else ""


def _cuts(rows: Sequence[Row]) -> list[int]:
    """Cut into near equal parts, above the name of a group where one is near."""
    parts = -(-len(rows) // _MOST)
    ideals = [round(len(rows) * part / parts) for part in range(1, parts)]
    return [0, *(_near(rows, ideal) for ideal in ideals), len(rows)]


def _near(rows: Sequence[Row], ideal: int) -> int:
    starts = [
        index
        for index in range(ideal - _NEAR, ideal + _NEAR + 1)
        if is_bold(rows[index]) and not is_bold(rows[index - 1])
    ]
    return min(starts, key=lambda index: abs(index - ideal), default=ideal)
