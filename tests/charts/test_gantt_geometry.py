"""In a Gantt chart no arrow runs through a bar, and no name over another."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import gantt
from generator.charts._chart import Words
from generator.charts._gantt_drawing import Plot, plot_of, ways
from generator.charts._routing import Point
from generator.charts._text import text_width
from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan

LINKS = st.sampled_from(["", " FS+1d", " FS-1d", " SS", " SS+2d", " FF", " FF+1d", " SF", " SF+3d"])


@st.composite
def plans(draw: st.DrawFn) -> str:
    """Draw a plan of some waves whose tasks depend on earlier ones by any link."""
    count = draw(st.integers(2, 14))
    lines = []
    for number in range(count):
        before = draw(st.lists(st.integers(0, number - 1), max_size=3, unique=True)) if number else []
        links = ", ".join(f"t{each}{draw(LINKS)}" for each in before)
        days = draw(st.integers(0, 9))
        lines.append((draw(st.integers(0, 2)), f"t{number}: {{name: T, duration: {days}d, depends_on: [{links}]}}"))
    inside = {wave: "".join(f"      {line}\n" for where, line in lines if where == wave) for wave in range(3)}
    waves = "".join(f"  w{wave}:\n    name: W\n    tasks:\n{tasks}" for wave, tasks in inside.items() if tasks)
    return f"title: Random\nwaves:\n{waves}"


def _crossings(plot: Plot, points: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    """Yield each part of an arrow that enters the inside of a bar."""
    half = plot.bar / 2
    for begin, end in pairwise(points):
        left, right = sorted((begin[0], end[0]))
        top, bottom = sorted((begin[1], end[1]))
        for row, bar in enumerate(plot.lines.bars):
            middle = plot.lines.middle(row)
            if (
                bar
                and left < bar[1] - 0.01
                and right > bar[0] + 0.01
                and top < middle + half
                and bottom > middle - half
            ):
                yield begin, end


def _check(snapshot: Snapshot, **options: str) -> None:
    data = gantt.data(snapshot, **options)
    assert data is not None
    plot = plot_of(data.axis, data.rows)
    for arrow, points in ways(plot, data.arrows):
        assert not list(_crossings(plot, points)), arrow
        assert all(begin[0] == end[0] or begin[1] == end[1] for begin, end in pairwise(points))
        assert all(0 <= x <= 1180 for x, _ in points)


def test_no_arrow_of_the_phase_5_plan_crosses_a_bar(snapshot_of: Callable[[str], Snapshot]) -> None:
    snapshot = snapshot_of("phase-5")
    _check(snapshot)
    for wave in snapshot.plan.waves:
        _check(snapshot, wave=wave)


@settings(max_examples=40)
@given(plans())
def test_no_arrow_crosses_a_bar_in_any_plan(text: str) -> None:
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    if outcome.snapshot is not None:
        _check(outcome.snapshot)


def test_every_dependency_has_its_arrow(snapshot_of: Callable[[str], Snapshot]) -> None:
    data = gantt.data(snapshot_of("several waves"))
    assert data is not None
    assert {(arrow.source, arrow.target, str(arrow.link), arrow.lag) for arrow in data.arrows} == {
        ("a", "b", "SS", "+1d"),
        ("b", "c", "FF", "+1d"),
        ("alpha", "beta", "FS", ""),
        ("a", "d", "SF", ""),
        ("beta", "reached", "FS", ""),
    }


def test_names_stay_in_their_column_and_rows(any_snapshot: Snapshot) -> None:
    data = gantt.data(any_snapshot)
    if data is None:
        return
    plot = plot_of(data.axis, data.rows)
    names = [shape for shape in gantt.drawing(data).layers["labels"] if isinstance(shape, Words)]
    assert all(name.x + text_width(name.text, name.size, bold=name.bold) <= plot.lines.left for name in names)
    assert all(after.y - before.y >= before.size for before, after in pairwise(names))


def test_week_names_do_not_overlap(any_snapshot: Snapshot) -> None:
    data = gantt.data(any_snapshot)
    words = [shape for shape in gantt.drawing(data).layers["head"] if isinstance(shape, Words)] if data else []
    for height in {shape.y for shape in words if shape.anchor == "start"}:
        line = [shape for shape in words if shape.y == height and shape.anchor == "start"]
        assert all(a.x + text_width(a.text, a.size, bold=a.bold) <= b.x for a, b in pairwise(line))


def test_a_bar_tells_its_dates_length_float_and_whether_it_is_critical(
    snapshot_of: Callable[[str], Snapshot],
) -> None:
    data = gantt.data(snapshot_of("phase-5"))
    assert data is not None
    told = {row.id: row.told for row in data.rows}
    dates = "Week 1 Day 1 (Mon 5 Jan) to Week 1 Day 5 (Fri 9 Jan)"
    assert told["db-setup"] == f"DB Setup: {dates}, 5 days, float 0 days, critical"


def test_a_holiday_is_shaded_and_named(snapshot_of: Callable[[str], Snapshot]) -> None:
    data = gantt.data(snapshot_of("several waves"))
    assert data is not None
    assert "Founders' Day (Fri 13 Mar)" in {off.words for off in data.axis.off}


def test_a_status_date_is_drawn_at_the_end_of_its_day(snapshot_of: Callable[[str], Snapshot]) -> None:
    data = gantt.data(snapshot_of("several waves"))
    assert data is not None
    assert data.axis.status == 16
    assert data.axis.status_words == "Status date: Tue 17 Mar 2026"


def test_a_wave_shows_its_own_tasks_and_the_checkpoints_that_test_them(
    snapshot_of: Callable[[str], Snapshot],
) -> None:
    data = gantt.data(snapshot_of("several waves"), wave="beta")
    assert data is not None
    assert [row.id for row in data.rows] == ["beta", "d", "checkpoints", "second"]
