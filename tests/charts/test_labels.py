"""In no chart does one mark or name lie over another."""

from collections.abc import Callable, Iterable
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import checkpoint_timeline, dependency_network, risk_matrix
from generator.charts._axis import Axis, Week
from generator.charts._chart import Box, Path, Words
from generator.charts._flags import Flag, draw
from generator.charts._network_drawing import BOX_HEIGHT, BOX_WIDTH, runs, sheet_of
from generator.charts._text import shortened, text_width, wrapped
from generator.snapshot import Snapshot

Area = tuple[float, float, float, float]


def _area(box: Box) -> Area:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _apart(areas: Iterable[Area]) -> bool:
    return all(a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1] for a, b in combinations(areas, 2))


def _axis(days: int) -> Axis:
    weeks = tuple(Week(at, at // 7 + 1, "") for at in range(0, days, 7))
    return Axis(0, days, 1, weeks, days=(), off=(), status=None, status_words="", origin=None)


@settings(max_examples=80)
@given(st.lists(st.integers(0, 700), min_size=1, max_size=25))
def test_flags_of_checkpoints_never_overlap(tenths: list[int]) -> None:
    flags = [
        Flag(at / 10, f"Checkpoint at {at}", "Week 1 Day 1", "Scope " * 9, at % 2 == 0, ()) for at in sorted(tenths)
    ]
    drawing = draw(_axis(70), flags)
    banners = [_area(shape) for shape in drawing.layers["flags"] if isinstance(shape, Box)]
    assert len(banners) == len(flags)
    assert _apart(banners)
    assert all(
        left >= 0 and right <= drawing.width and top >= 0 and foot <= drawing.height
        for left, top, right, foot in banners
    )


@settings(max_examples=80)
@given(st.lists(st.integers(0, 70), min_size=1, max_size=25, unique=True))
def test_no_pole_of_a_checkpoint_runs_through_the_flag_of_another(days: list[int]) -> None:
    flags = [Flag(day, "Name", "Day", "Scope", done=False, cells=()) for day in sorted(days)]
    drawing = draw(_axis(70), flags)
    banners = [_area(shape) for shape in drawing.layers["flags"] if isinstance(shape, Box)]
    for pole in drawing.layers["poles"]:
        assert isinstance(pole, Path)
        x, top, foot = (float(each) for each in pole.d[1:].replace("V", " ").split())
        low, high = sorted((top, foot))
        assert not [area for area in banners if area[0] + 0.2 < x < area[2] and area[1] < high and area[3] > low]


def test_text_of_flags_stays_inside(any_snapshot: Snapshot) -> None:
    data = checkpoint_timeline.data(any_snapshot)
    shapes = checkpoint_timeline.drawing(data).layers["flags"] if data else ()
    for box in (shape for shape in shapes if isinstance(shape, Box)):
        lines = [
            shape for shape in shapes if isinstance(shape, Words) and shape.told and box.x < shape.x < box.x + 30
        ]
        assert all(line.x + text_width(line.text, line.size, bold=line.bold) <= box.x + box.width for line in lines)


def test_many_risks_of_one_rating_lie_side_by_side(snapshot_of: Callable[[str], Snapshot]) -> None:
    risks = "".join(f"  r{n}: {{name: Risk {n}, impact: high, probability: low, mitigation: M}}\n" for n in range(40))
    data = risk_matrix.data(snapshot_of(f"title: Risky\nrisks:\n{risks}"))
    assert data is not None
    drawing = risk_matrix.drawing(data)
    numbers = [shape for shape in drawing.layers["dots"] if isinstance(shape, Words) and shape.anchor == "middle"]
    assert len(numbers) == 24
    assert _apart((each.x - 11, each.y - 15, each.x + 11, each.y + 7) for each in numbers)
    assert "and 16 more" in {shape.text for shape in drawing.layers["dots"] if isinstance(shape, Words)}


def test_boxes_of_the_network_lie_apart_and_no_edge_runs_under_one(any_snapshot: Snapshot) -> None:
    data = dependency_network.data(any_snapshot)
    if data is None:
        return
    sheet = sheet_of(data.graph)
    boxes = {
        knot.key: (left, middle - BOX_HEIGHT / 2, left + BOX_WIDTH, middle + BOX_HEIGHT / 2)
        for knot in data.graph.knots
        for left, middle in [(sheet.left(knot.key), sheet.middle(knot.key))]
    }
    assert _apart(boxes.values())
    for strand in data.graph.strands:
        for begin, end in (step for points in runs(sheet, strand) for step in pairwise(points)):
            left, right = sorted((begin[0], end[0]))
            top, foot = sorted((begin[1], end[1]))
            under = [
                key
                for key, area in boxes.items()
                if left < area[2] and right > area[0] and top < area[3] and foot > area[1]
            ]
            assert not under, strand


def test_every_edge_of_the_network_leads_to_the_right_or_to_the_next_band(any_snapshot: Snapshot) -> None:
    data = dependency_network.data(any_snapshot)
    if data is None:
        return
    layout = sheet_of(data.graph).layout
    assert all(layout.layer[strand.source] < layout.layer[strand.target] for strand in data.graph.strands)


def test_text_is_cut_with_an_ellipsis_where_it_does_not_fit() -> None:
    assert shortened("Authentication", 12, 200) == "Authentication"
    cut = shortened("Authentication Service", 12, 80)
    assert cut.endswith("…")
    assert text_width(cut, 12) <= 80


def test_text_is_broken_between_words_and_the_last_line_cut() -> None:
    assert wrapped("one two three", 10, 45, lines=3) == ("one two", "three")
    assert wrapped("one two three four", 10, 45, lines=2)[-1].endswith("…")
    assert wrapped("", 10, 45, lines=2) == ()
