"""Progress, the baseline and the quality of the schedule, as pages tell them."""

from collections.abc import Callable

import pytest

from generator.rules._catalogue import rules
from generator.snapshot import Snapshot
from generator.views import baseline_changes, earned_progress, page_checks, schedule_quality
from generator.views._progress import progress_of

Taken = Callable[[str], Snapshot]
UNDER_WAY = """start: 2026-01-05
status_date: 2026-01-09
baseline:
  set_on: 2026-01-02
  items: {a: {start: 2026-01-05, finish: 2026-01-08}, b: {start: 2026-01-09, finish: 2026-01-16}}
tasks:
  a: {name: A, duration: 4d, percent_complete: 50%}
  b: {name: B, duration: 7d, depends_on: a}
  c: {name: C, duration: 10d}
"""


def test_figures_of_value_and_of_time(taken: Taken) -> None:
    found = earned_progress.view(taken(UNDER_WAY))
    assert found is not None
    assert {figure.sign: figure.value for figure in found.figures} == {
        "PV": "10.2 days, 48.4%",
        "EV": "2 days, 9.5%",
        "SV": "-8.2 days",
        "SPI": "0.20",
        "ES": "1 of 5 workdays gone by",
        "SV(t)": "-4 workdays",
        "SPI(t)": "0.20",
        "IEAC(t)": "50 workdays, planned are 10",
    }
    assert (found.pace, found.tone, found.day) == ("The work is 4 workdays behind.", "warning", "9 January 2026")


def test_the_home_page_tells_the_same_shares(taken: Taken) -> None:
    progress = progress_of(taken(UNDER_WAY))
    assert progress is not None
    assert (progress.percent, progress.planned) == (10, 48)


def test_without_progress_there_is_no_figure(taken: Taken) -> None:
    assert earned_progress.view(taken(UNDER_WAY.replace(", percent_complete: 50%", ""))) is None


def test_moves_are_told_in_workdays(taken: Taken) -> None:
    changes = baseline_changes.view(taken(UNDER_WAY))
    assert changes is not None
    assert changes.words == "Since the baseline of 2 January 2026: of 2 items 1 not finished and 1 later."
    assert [(line.item.id, line.agreed, line.now, line.change) for line in changes.moved] == [
        ("a", "W1D4 (8 Jan)", "not finished", "1 workday later"),
        ("b", "W2D5 (16 Jan)", "W3D1 (19 Jan)", "1 workday later"),
    ]
    assert [each.id for each in changes.added] == ["c"]


def test_work_that_is_past_its_day_and_not_finished_is_not_as_agreed(taken: Taken) -> None:
    plan = """start: 2026-01-05
status_date: 2026-01-16
waves:
  w:
    name: W
    tasks: {a: {name: A, duration: 2d, percent_complete: 10%}, b: {name: B, duration: 5d, depends_on: a}}
milestones: {m: {name: M, depends_on: b}}
tasks: {c: {name: C, duration: 1d, percent_complete: 100%}, d: {name: D, duration: 10d}, e: {name: E, duration: 20d}}
baseline:
  items:
    w: {finish: 2026-01-13}
    a: {finish: 2026-01-06}
    b: {finish: 2026-01-13}
    m: {finish: 2026-01-13}
    c: {finish: 2026-01-05}
    d: {finish: 2026-01-16}
    e: {finish: 2026-01-30}
"""
    changes = baseline_changes.view(taken(plan))
    assert changes is not None
    assert changes.words == "Since the baseline: of 7 items 5 not finished and 2 as agreed."
    told = {line.item.id: (line.now, line.change) for line in changes.moved}
    assert told == {
        "w": ("not finished", "3 workdays later"),
        "a": ("not finished", "8 workdays later"),
        "b": ("not finished", "3 workdays later"),
        "m": ("not finished", "3 workdays later"),
        "d": ("not finished", "due"),
    }


def test_a_day_before_the_first_week_has_a_date_alone(taken: Taken) -> None:
    plan = "baseline: {items: {a: {finish: 2026-01-02}}}\nstart: 2026-01-05\ntasks: {a: {name: A, duration: 1d}}\n"
    changes = baseline_changes.view(taken(plan))
    assert changes is not None
    assert [line.agreed for line in changes.moved] == ["2 Jan"]


def test_without_a_baseline_nothing_has_moved(taken: Taken) -> None:
    assert baseline_changes.view(taken("tasks: {a: {name: A, duration: 1d}}\n")) is None


def test_what_is_not_applicable_is_no_pass(taken: Taken) -> None:
    quality = schedule_quality.view(taken("tasks: {a: {name: A, duration: 1d}}\n"))
    verdicts = {line.number: line.verdict for line in quality.lines}
    assert [number for number, verdict in verdicts.items() if verdict == "pass"] == [8, 12]
    assert {verdicts[number] for number in (9, 11, 13, 14)} == {"not applicable"}
    assert quality.words == "Of 14 points 2 pass, 4 are counted only and 8 are not applicable."


def test_the_page_of_checks_takes_silence_for_no_pass(taken: Taken) -> None:
    families = page_checks.view(taken("tasks: {a: {name: A, duration: 1d}}\n")).families
    states = {rule.name: rule.state for family in families for rule in family.rules}
    assert (states["missed-tasks"], states["hard-dates"], states["long-tasks"]) == (
        "not applicable",
        "counted",
        "passed",
    )


def test_the_page_holds_to_the_limits_that_the_plan_sets(taken: Taken) -> None:
    plan = "checks: {long-tasks: {workdays: 5}}\ntasks: {a: {name: A, duration: 6d}}\n"
    (line,) = [line for line in schedule_quality.view(taken(plan)).lines if line.number == 8]
    assert (line.verdict, [item.id for item in line.items]) == ("fail", ["a"])


def test_a_point_failed_is_a_finding_and_a_finding_a_point_failed(taken: Taken) -> None:
    for rule in rules().values():
        if "(DCMA point" not in rule.summary:
            continue
        for heading in ("Fails", "Passes"):
            snapshot = taken(rule.example(heading).removeprefix("title: Example\n"))
            (line,) = [line for line in schedule_quality.view(snapshot).lines if rule.name in line.rules]
            assert (line.verdict == "fail") == (heading == "Fails"), rule.name


@pytest.mark.parametrize(("told", "percent"), [("19%", 10), ("17%", 9), ("1%", 1), ("0%", 0)])
def test_shares_are_rounded_half_up(taken: Taken, told: str, percent: int) -> None:
    tasks = f"{{a: {{name: A, duration: 10d, percent_complete: {told}}}, b: {{name: B, duration: 10d}}}}"
    progress = progress_of(taken(f"tasks: {tasks}\n"))
    assert progress is not None
    assert progress.percent == percent


def test_all_is_done_only_where_nothing_is_left(taken: Taken) -> None:
    tasks = "{a: {name: A, duration: 10d, percent_complete: 99.9%}}"
    progress = progress_of(taken(f"tasks: {tasks}\n"))
    assert progress is not None
    assert progress.percent == 99
