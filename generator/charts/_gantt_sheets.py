"""A Gantt chart for print: as many upright sheets as its weeks and rows need to be read, each with names and head."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from generator.charts._axis import Axis
from generator.charts._chart import Drawing
from generator.charts._gantt_drawing import draw_plot, is_bold, laid_out
from generator.charts._gantt_rows import Arrow, Row
from generator.charts._scale import Scale
from generator.charts._text import text_width
from generator.scheduling.clock import WEEK_DAYS

# A width of 640 between the margins of A4 sets type of 12 at 8.8 points and type of 9.6 at 7.
WIDTH = 640
_MARGIN, _INDENT = 18, 13
_NAMES = (120, 215)
_ROOM = 735
_MOST, _NEAR = 54, 4
_TALLEST = 20.0
_SIZE = 12.0
_MOST_WEEKS = 20
_WEEK = 44

Part = tuple[Axis, Sequence[Row]]


def draw_sheets(axis: Axis, rows: Sequence[Row], arrows: Sequence[Arrow]) -> tuple[Drawing, ...]:
    """Draw weeks by weeks and, of too many rows, part by part, as high as the sheet with the most of them allows."""
    parts = [(span, _at_work(span, rows)) for span in _spans(axis)]
    sheets = [(span, kept, shown) for span, kept in parts if kept for shown in _ranges(kept)]
    height = min(_TALLEST, _ROOM / max(len(shown) for _, _, shown in sheets))
    form = (height, min(_SIZE, height * 0.8))
    edge = _edge(rows, form[1])
    sheets = [(_thinned(span, WIDTH - _MARGIN - edge), kept, shown) for span, kept, shown in sheets]
    return tuple(
        draw_plot(
            laid_out(
                Scale(span, edge, WIDTH - _MARGIN), kept, form, shown, part=_part(number, len(sheets), span, axis)
            ),
            _between(arrows, kept),
        )
        for number, (span, kept, shown) in enumerate(sheets, start=1)
    )


def _spans(axis: Axis) -> Iterator[Axis]:
    """Cut the weeks into near equal stretches, none with more named weeks than can be read side by side."""
    count = -(-len(axis.weeks) // _MOST_WEEKS) or 1
    cuts = [axis.weeks[round(len(axis.weeks) * number / count)].at for number in range(1, count)]
    for first, last in pairwise([axis.first, *cuts, axis.last]):
        within = axis.status is not None and first < axis.status <= last
        yield replace(
            axis,
            first=first,
            last=last,
            weeks=tuple(week for week in axis.weeks if first <= week.at < last),
            days=tuple(day for day in axis.days if first <= day.at < last),
            off=tuple(off for off in axis.off if off.begin < last and off.end > first),
            status=axis.status if within else None,
        )


def _thinned(axis: Axis, width: float) -> Axis:
    """Name as many of the weeks as have room for their date."""
    each = width / axis.length * WEEK_DAYS * axis.stride
    step = max(1, ceil(_WEEK / each))
    return replace(axis, weeks=axis.weeks[::step], stride=axis.stride * step)


def _at_work(axis: Axis, rows: Sequence[Row]) -> Sequence[Row]:
    """Keep the rows with something in these weeks, and the headings of those that are kept."""
    kept: list[Row] = []
    for row in reversed(rows):
        below = kept[-1] if kept else None
        heads = row.kind == "lane" and below is not None and below.depth > row.depth
        if heads or (row.kind != "lane" and _lies_in(axis, row)):
            kept.append(row)
    return kept[::-1]


def _lies_in(axis: Axis, row: Row) -> bool:
    return (row.begin < axis.last and (row.end > axis.first or row.begin >= axis.first)) or row.begin == axis.last


def _ranges(rows: Sequence[Row]) -> list[range]:
    return [range(begin, end) for begin, end in pairwise(_cuts(rows))]


def _between(arrows: Sequence[Arrow], rows: Sequence[Row]) -> list[Arrow]:
    there = {row.id for row in rows}
    return [arrow for arrow in arrows if arrow.source in there and arrow.target in there]


def _edge(rows: Sequence[Row], size: float) -> float:
    """Find where the names of all rows end."""
    widest = max(text_width(row.label, size, bold=is_bold(row)) + row.depth * _INDENT for row in rows)
    return min(max(widest + 12, _NAMES[0]), _NAMES[1]) + _MARGIN


def _part(number: int, sheets: int, span: Axis, axis: Axis) -> str:
    """Say which of several sheets this is, and which weeks it shows where it does not show all."""
    if sheets == 1:
        return ""
    part = f"Part {number} of {sheets}"
    if (span.first, span.last) == (axis.first, axis.last):
        return part
    first = span.weeks[0].number
    return f"{part}: weeks {first}-{first + (span.last - span.first) // WEEK_DAYS - 1}"


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
