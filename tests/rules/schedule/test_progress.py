"""Progress against dates, against the status date, and against what is waited for."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

PLAN = """title: T
start: 2026-01-05
status_date: {status}
tasks:
  a: {{name: A, duration: 3d, percent_complete: {a}}}
  b: {{name: B, duration: 2d, depends_on: a, percent_complete: {b}}}
"""


@pytest.mark.parametrize(
    ("status", "a", "b", "lines"),
    [
        ("2026-01-05", "0%", "0%", []),
        ("2026-01-06", "0%", "0%", ['5:48 "a" is at 0% on 2026-01-06, but was to start W1D1 (progress-behind)']),
        ("2026-01-06", "10%", "0%", []),
        ("2026-01-07", "90%", "0%", ['5:48 "a" is at 90% on 2026-01-07, but was to finish W1D3 (progress-behind)']),
        ("2026-01-07", "100%", "0%", []),
        (
            "2026-01-07",
            "100%",
            "5%",
            ['6:63 "b" is at 5%, but starts W1D4, after the status date 2026-01-07 (progress-ahead)'],
        ),
        ("2026-01-08", "100%", "5%", []),
    ],
)
def test_progress_is_what_the_dates_ask_for(found: Found, status: str, a: str, b: str, lines: list[str]) -> None:
    assert found(PLAN.format(status=status, a=a, b=b)) == lines


def test_work_before_its_predecessor_is_done_is_out_of_order(found: Found) -> None:
    plan = PLAN.format(status="2026-01-08", a="100%", b="5%").replace("100%", "50%").replace("start:", "# start:")
    assert found(plan) == ['6:63 "b" is at 5%, but waits for what is not done: "a" is at 50% (progress-out-of-order)']


@pytest.mark.parametrize("link", ["a SS", "a FF", "a FS-1d"])
def test_links_that_let_work_overlap_ask_for_no_order(found: Found, link: str) -> None:
    plan = PLAN.format(status="2026-01-08", a="50%", b="5%").replace("depends_on: a", f"depends_on: {link}")
    assert not [line for line in found(plan) if "out-of-order" in line]


def test_progress_that_is_not_told_is_found_where_that_of_others_is(found: Found) -> None:
    plan = PLAN.format(status="2026-01-07", a="100%", b="0%").replace(", percent_complete: 100%", "")
    assert found(plan) == ['5:3 "a" was to finish W1D3, and its progress on 2026-01-07 is not told (progress-untold)']


def test_a_plan_that_keeps_no_progress_has_none_to_tell(found: Found) -> None:
    plan = PLAN.format(status="2026-01-09", a="0%", b="0%").replace(", percent_complete: 0%", "")
    assert found(plan) == []


def test_time_that_passes_by_itself_needs_no_progress(found: Found) -> None:
    plan = """title: T
start: 2026-01-05
status_date: 2026-01-09
tasks:
  pour: {name: Pour, duration: 1d, percent_complete: 100%}
  cure: {name: Cure, duration: 2ed, depends_on: pour}
  strip: {name: Strip, duration: 1d, depends_on: cure, percent_complete: 100%}
"""
    assert found(plan) == []


MOMENTS = """title: T
start: 2026-01-05
status_date: {status}
tasks:
  a: {{name: A, duration: 3d, percent_complete: {a}}}
milestones:
  m: {{name: M, depends_on: a, done: {m}}}
checkpoints:
  c: {{at: W1D3, scope: [a], done: {c}}}
"""


@pytest.mark.parametrize(
    ("status", "a", "m", "c", "rules"),
    [
        ("2026-01-07", "100%", "true", "true", []),
        ("2026-01-07", "100%", "false", "false", []),
        ("2026-01-06", "50%", "false", "false", []),
        ("2026-01-06", "50%", "true", "false", ["milestone-done-too-early"]),
        ("2026-01-07", "100%", "true", "false", []),
        ("2026-01-06", "100%", "false", "true", ["checkpoint-done-too-early"]),
        ("2026-01-08", "100%", "false", "true", ["moment-overdue"]),
        ("2026-01-08", "100%", "true", "false", ["moment-overdue"]),
    ],
)
def test_moments_are_done_when_their_work_and_their_day_are(  # noqa: PLR0913 - one column each
    found: Found, *, status: str, a: str, m: str, c: str, rules: list[str]
) -> None:
    lines = found(MOMENTS.format(status=status, a=a, m=m, c=c))
    assert [line.rpartition("(")[2].rstrip(")") for line in lines] == rules


def test_a_checkpoint_passed_before_its_work_says_which(found: Found) -> None:
    plan = MOMENTS.format(status="2026-01-07", a="50%", m="false", c="true")
    assert '9:35 "c" is passed, but "a" is at 50% (checkpoint-done-too-early)' in found(plan)


def test_a_milestone_waits_for_other_moments_too(found: Found) -> None:
    plan = """title: T
tasks: {a: {name: A, duration: 1d}}
checkpoints: {c: {at: W1D1, scope: a}}
milestones: {n: {name: N, depends_on: a}, m: {name: M, depends_on: [c, n], done: true}}
"""
    assert found(plan) == ['4:82 "m" is reached, but "c" is not passed (milestone-done-too-early)']


def test_without_a_status_date_progress_is_held_against_no_day(found: Found) -> None:
    plan = PLAN.format(status="2026-01-07", a="50%", b="0%").replace("status_date:", "# status_date:")
    assert found(plan) == []


@pytest.mark.parametrize(("status", "count"), [("2026-01-09", 0), ("2026-01-12", 1)])
def test_a_status_date_beyond_a_plan_without_progress_is_found(found: Found, status: str, count: int) -> None:
    plan = PLAN.format(status=status, a="0%", b="0%").replace(", percent_complete: 0%", "")
    told = "3:14 the status date 2026-01-12 is after the last day, 2026-01-09, and no task tells its progress"
    assert found(plan) == [f"{told} (status-date-after-finish)"] * count


def test_a_last_checkpoint_is_the_last_day(found: Found) -> None:
    plan = """title: T
start: 2026-01-05
status_date: 2026-01-09
tasks: {a: {name: A, duration: 1d}}
checkpoints: {c: {at: W1D5, scope: a}}
"""
    assert found(plan) == []


@pytest.mark.parametrize(("status", "count"), [("2026-01-06", 1), ("2026-01-07", 0)])
def test_where_no_progress_is_told_the_dates_say_what_can_be_reached(found: Found, status: str, count: int) -> None:
    plan = MOMENTS.format(status=status, a="0%", m="true", c="false").replace(", percent_complete: 0%", "")
    told = '7:37 "m" is reached, but W1D3 is after the status date 2026-01-06 (milestone-done-too-early)'
    assert found(plan) == [told] * count


def test_a_status_date_that_waivers_need_is_none_of_its_problems(found: Found) -> None:
    plan = PLAN.format(status="2026-03-02", a="0%", b="0%").replace(", percent_complete: 0%", "")
    waiver = "waivers: [{rule: name-twice, reason: R, until: 2026-04-01}]\n"
    assert not [line for line in found(plan + waiver) if "status-date" in line]


@pytest.mark.parametrize(
    ("status", "done", "is_fault"),
    [
        ("2026-01-08", "", True),
        ("2026-01-07", "", True),
        ("2026-01-06", "", False),
        ("2026-01-05", "", False),
        ("2026-01-08", ", started: 2026-01-05", False),
        ("2026-01-08", ", percent_complete: 100%", False),
    ],
)
def test_a_status_date_in_the_midst_of_the_work_asks_for_progress(
    found: Found, status: str, done: str, *, is_fault: bool
) -> None:
    chain = "".join(f"  t{n}: {{name: T{n}, duration: 1d, depends_on: t{n - 1}}}\n" for n in range(1, 5))
    first = f"  t0: {{name: T0, duration: 1d{done}}}\n"
    plan = f"title: T\nstart: 2026-01-05\nstatus_date: {status}\ntasks:\n{first}{chain}"
    told = [line for line in found(plan) if line.endswith("(status-without-progress)")]
    assert len(told) == is_fault
