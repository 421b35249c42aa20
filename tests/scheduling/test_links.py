"""Every kind of link, with lag and lead, between tasks, waves, phases, milestones and checkpoints."""

from collections.abc import Callable

import pytest

from generator.scheduling.drivers import Cause
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

Scheduled = Callable[[str], Schedule]


def span(schedule: Schedule, item: str) -> str:
    """Tell the first and last day: W1D1-W1D3."""
    dates = schedule.dates[item]
    first = compact(schedule.time.day_of_start(dates.early_start))
    return f"{first}-{compact(schedule.time.day_of_finish(dates.early_finish))}"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("a", "W1D5-W2D1"),
        ("a FS", "W1D5-W2D1"),
        ("a FS+1d", "W2D1-W2D2"),
        ("a FS-1d", "W1D4-W1D5"),
        ("a+1w", "W2D5-W3D1"),
        ("a SS", "W1D1-W1D2"),
        ("a SS+2d", "W1D3-W1D4"),
        ("a SS+4h", "W1D1-W1D3"),
        ("a SS-1d", "W1D1-W1D2"),
        ("a FF", "W1D3-W1D4"),
        ("a FF+1d", "W1D4-W1D5"),
        ("a FF-1d", "W1D2-W1D3"),
        ("a SF", "W1D1-W1D2"),
        ("a SF+3d", "W1D2-W1D3"),
        ("a ss+2d", "W1D3-W1D4"),
    ],
)
def test_a_link_places_its_successor(tasks: Scheduled, link: str, expected: str) -> None:
    assert span(tasks(f"a: 4d\nb: 2d, {link}"), "b") == expected


@pytest.mark.parametrize(
    ("link", "total_float"), [("a", 0), ("a FS+1d", 0), ("a SS+3d", 0), ("a FF+3d", 0), ("a SF+9d", 0), ("a SS", 2)]
)
def test_float_is_counted_through_every_link(tasks: Scheduled, link: str, total_float: int) -> None:
    schedule = tasks(f"a: 4d\nb: 2d, {link}")
    assert schedule.dates["b"].total_float == total_float * schedule.time.day_minutes
    assert schedule.dates["b"].early_finish == schedule.finish or total_float


def test_the_strictest_of_several_links_decides_and_is_the_driver(tasks: Scheduled) -> None:
    schedule = tasks("a: 4d\nb: 1d\nc: 2d, a SS+1d, b, a FF+2d")
    assert span(schedule, "c") == "W1D5-W2D1"
    drivers = schedule.dates["c"].drivers
    assert [(driver.item, str(driver.dependency)) for driver in drivers] == [("a", "a FF+2d")]


def test_links_that_bind_alike_are_all_drivers(tasks: Scheduled) -> None:
    schedule = tasks("a: 2d\nb: 2d\nc: 1d, a, b")
    assert [driver.item for driver in schedule.dates["c"].drivers] == ["a", "b"]


def test_what_waits_for_nothing_is_driven_by_the_start_of_the_plan(tasks: Scheduled) -> None:
    assert [driver.cause for driver in tasks("a: 2d").dates["a"].drivers] == [Cause.PLAN_START]


WAVES = """
phases: {one: {name: One}, two: {name: Two, depends_on: LINK}}
waves:
  w: {name: W, phase: one, tasks: {a: {name: A, duration: 3d}, b: {name: B, duration: 2d, depends_on: a}}}
  v: {name: V, phase: two, tasks: {c: {name: C, duration: 2d}, d: {name: D, duration: 1d, depends_on: c}}}
"""


@pytest.mark.parametrize(
    ("link", "expected"),
    [("one", "W2D1-W2D3"), ("w FS+1d", "W2D2-W2D4"), ("one SS+2d", "W1D3-W1D5"), ("w FS-1d", "W1D5-W2D2")],
)
def test_a_phase_waits_for_a_phase_or_wave(scheduled: Scheduled, link: str, expected: str) -> None:
    schedule = scheduled(WAVES.replace("LINK", link))
    assert span(schedule, "two") == span(schedule, "v") == expected


def test_a_driver_is_told_as_the_task_behind_the_summaries(scheduled: Scheduled) -> None:
    (driver,) = scheduled(WAVES.replace("LINK", "one")).dates["c"].drivers
    assert (driver.item, driver.through) == ("b", ("v", "two", "one", "w"))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("w", "W2D1-W2D2"),
        ("w SS", "W1D1-W1D2"),
        ("w FF", "W1D4-W1D5"),
        ("w SF+4d", "W1D3-W1D4"),
        ("w SS+1d", "W1D2-W1D3"),
    ],
)
def test_a_task_waits_for_a_wave(scheduled: Scheduled, link: str, expected: str) -> None:
    plan = WAVES.replace(", depends_on: LINK", "") + f"tasks: {{x: {{name: X, duration: 2d, depends_on: {link}}}}}\n"
    assert span(scheduled(plan), "x") == expected


def test_a_summary_spans_its_members(scheduled: Scheduled) -> None:
    schedule = scheduled(WAVES.replace(", depends_on: LINK", ""))
    assert (span(schedule, "one"), span(schedule, "w")) == ("W1D1-W1D5", "W1D1-W1D5")


def test_a_summary_is_as_tight_as_its_tightest_member(scheduled: Scheduled) -> None:
    schedule = scheduled(WAVES.replace(", depends_on: LINK", ""))
    assert schedule.dates["w"].critical
    assert schedule.dates["v"].total_float == 2 * 480
    assert all(dates.free_float <= dates.total_float for dates in schedule.dates.values())


def test_a_wave_with_a_later_member_keeps_the_float_of_that_member(scheduled: Scheduled) -> None:
    schedule = scheduled("""
waves: {w: {name: W, tasks: {a: {name: A, duration: 1d}, late: {name: L, duration: 1d, start: W1D3}}}}
tasks: {x: {name: X, duration: 9d, depends_on: w SS}}
""")
    assert schedule.dates["late"].total_float == 6 * 480
    assert schedule.dates["a"].critical


def test_start_is_no_earlier_than(scheduled: Scheduled) -> None:
    plan = (
        "tasks: {a: {name: A, duration: 2d, start: W1D4}, b: {name: B, duration: 1d, start: W1D2, depends_on: a}}\n"
    )
    schedule = scheduled(plan)
    assert (span(schedule, "a"), span(schedule, "b")) == ("W1D4-W1D5", "W2D1-W2D1")
    assert [driver.cause for driver in schedule.dates["a"].drivers] == [Cause.IMPOSED]
    assert [driver.cause for driver in schedule.dates["b"].drivers] == [Cause.LINK]


def test_the_start_of_a_wave_holds_all_its_tasks(scheduled: Scheduled) -> None:
    schedule = scheduled("waves: {w: {name: W, start: W2D3, tasks: {a: {name: A, duration: 1d}}}}\n")
    assert span(schedule, "a") == "W2D3-W2D3"
    assert [(driver.cause, driver.through) for driver in schedule.dates["a"].drivers] == [(Cause.IMPOSED, ("w",))]


def test_a_task_after_a_checkpoint_starts_the_next_day(scheduled: Scheduled) -> None:
    schedule = scheduled("""
tasks: {a: {name: A, duration: 1d}, b: {name: B, duration: 1d, depends_on: c}}
checkpoints: {c: {at: W1D3, scope: a}}
""")
    assert span(schedule, "b") == "W1D4-W1D4"
    assert [driver.item for driver in schedule.dates["b"].drivers] == ["c"]
    assert [driver.cause for driver in schedule.dates["c"].drivers] == [Cause.IMPOSED]


def test_a_milestone_is_reached_at_the_end_of_the_work_before_it(scheduled: Scheduled) -> None:
    schedule = scheduled("""
tasks: {a: {name: A, duration: 5d}, b: {name: B, duration: 1d, depends_on: m}}
milestones: {m: {name: M, depends_on: a}}
""")
    assert (span(schedule, "m"), span(schedule, "b")) == ("W1D5-W1D5", "W2D1-W2D1")
    assert schedule.critical_path == ("a", "m", "b")


def test_the_likely_duration_drives_the_dates(tasks: Scheduled) -> None:
    assert span(tasks("a: 2d/4d/9d"), "a") == "W1D1-W1D4"


def test_free_float_reaches_through_the_finish_of_a_wave(scheduled: Scheduled) -> None:
    schedule = scheduled("""
waves: {w: {name: W, tasks: {a: {name: A, duration: 3d}, b: {name: B, duration: 5d}}}}
tasks: {y: {name: Y, duration: 9d}, x: {name: X, duration: 1d, depends_on: [w, y]}}
""")
    free = {item: schedule.dates[item].free_float // 480 for item in ("a", "b", "w", "y")}
    assert free == {"a": 6, "b": 4, "w": 4, "y": 0}


def test_a_wave_without_tasks_still_stands_between_its_neighbours(scheduled: Scheduled) -> None:
    schedule = scheduled(
        """
waves:
  w1: {name: One, tasks: {a: {name: A, duration: 5d}}}
  w2: {name: Two, depends_on: w1}
  w3: {name: Three, depends_on: w2, tasks: {b: {name: B, duration: 2d}}}
"""
    )
    assert span(schedule, "b") == "W2D1-W2D2"
    assert schedule.critical_path == ("a", "b")
