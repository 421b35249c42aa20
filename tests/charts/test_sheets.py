"""A chart too large for one printed page is dealt out to several, and nothing is lost or shown twice."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import dependency_network, gantt
from generator.charts._bands import spread_out
from generator.charts._chart import Drawing, Path, Words
from generator.charts._gantt_sheets import draw_sheets
from generator.charts._network_drawing import names, runs, sheet_of, sheets_of
from generator.charts._routing import within
from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan

TASKS = 70


def _many() -> Snapshot:
    after = {number: f", depends_on: [t{number - 1}, t{number // 2}]" for number in range(2, TASKS)}
    tasks = "".join(f"  t{n}: {{name: Task {n:02}, duration: 2d{after.get(n, '')}}}\n" for n in range(TASKS))
    snapshot = examine(parse_plan(f"title: Many\ntasks:\n{tasks}".encode(), "plan.yaml")).snapshot
    assert snapshot is not None
    return snapshot


def _names(drawing: Drawing) -> list[str]:
    words = (shape for layer in drawing.layers.values() for shape in layer if isinstance(shape, Words))
    return [shape.text for shape in words if re.fullmatch(r"Task \d\d", shape.text)]


def test_every_row_of_a_gantt_chart_stands_on_one_sheet() -> None:
    data = gantt.data(_many())
    assert data is not None
    sheets = draw_sheets(data.axis, data.rows, data.arrows)
    assert len(sheets) > 1
    assert Counter(name for sheet in sheets for name in _names(sheet)) == Counter(row.label for row in data.rows)


def test_no_arrow_of_a_sheet_leaves_its_rows() -> None:
    data = gantt.data(_many())
    assert data is not None
    for sheet in draw_sheets(data.axis, data.rows, data.arrows):
        foot = max(shape.y for shape in sheet.layers["labels"] if isinstance(shape, Words)) + 20
        heights = [
            float(y)
            for shape in sheet.layers["arrows"]
            if isinstance(shape, Path)
            for y in re.findall(r"[ML][\d.-]+ ([\d.-]+)", shape.d)
        ]
        assert heights
        assert all(40 <= y <= foot for y in heights)


def test_a_short_gantt_chart_stands_on_one_sheet(any_snapshot: Snapshot) -> None:
    data = gantt.data(any_snapshot)
    if data is not None and len(data.rows) <= 30:
        assert len(draw_sheets(data.axis, data.rows, data.arrows)) == 1


def test_every_box_of_a_network_stands_on_one_sheet() -> None:
    data = dependency_network.data(_many())
    assert data is not None
    sheets = sheets_of(data.graph)
    shown = Counter(knot.key for sheet in sheets for knot in data.graph.knots if sheet.shows(knot.key))
    assert len(sheets) > 1
    assert shown == Counter(knot.key for knot in data.graph.knots)


def test_an_edge_between_bands_tells_both_its_ends() -> None:
    data = dependency_network.data(_many())
    assert data is not None
    labels = {knot.key: knot.label for knot in data.graph.knots}
    cut = [strand for strand in data.graph.strands if len(list(runs(sheet_of(data.graph), strand))) > 1]
    told = Counter(words.text for strand in cut for words in names(sheet_of(data.graph), strand))
    assert cut
    assert told == Counter(labels[end] for strand in cut for end in (strand.source, strand.target))


def test_an_end_on_another_sheet_is_told_with_its_part() -> None:
    data = dependency_network.data(_many())
    assert data is not None
    first, *_ = sheets_of(data.graph)
    elsewhere = [each for each in data.graph.strands if first.shows(each.source) and not first.shows(each.target)]
    assert elsewhere
    for strand in elsewhere:
        (words,) = names(first, strand)
        assert words.text.endswith(f", part {first.part_of(strand.target)}")


ports = st.lists(st.integers(0, 400), max_size=20).map(sorted)


@given(ports)
def test_ends_of_edges_stand_apart_in_their_order(heights: list[int]) -> None:
    spread = spread_out([float(each) for each in heights])
    assert all(after - before > 12.9 for before, after in pairwise(spread))
    assert sum(spread) == pytest.approx(sum(heights))


steps = st.lists(st.tuples(st.integers(0, 1), st.integers(-40, 40)), min_size=1, max_size=12)


@given(steps, st.integers(-30, 30), st.integers(0, 40))
def test_what_lies_between_two_heights_is_kept_whole(moves: list[tuple[int, int]], top: int, height: int) -> None:
    points = [(0.0, 0.0)]
    for upright, length in moves:
        x, y = points[-1]
        points.append((x, y + length) if upright else (x + length, y))
    pieces = list(within(points, top, top + height))
    assert all(top <= y <= top + height for piece in pieces for _, y in piece)
    inside = [point for point in points if top < point[1] < top + height]
    moved = [point for point in inside if any(other != point for other in points)]
    assert set(moved) <= {point for piece in pieces for point in piece}
