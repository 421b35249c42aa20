"""The rules of the fourteen points: where they point, what they say, and that small plans are left in peace."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]
LONE = "".join(f"  t{number}: {{name: T{number}, duration: 1d}}\n" for number in range(19))
LAST = "  last: {name: Last, duration: 9d}\n"


def test_the_value_and_the_limit_are_told(said_by: SaidBy) -> None:
    text = f"title: T\ntasks:\n{LONE}{LAST}"
    lines = said_by("missing-logic", text)
    assert len(lines) == 19
    assert lines[0] == '3:3 "t0" has nothing that waits for it; 19 of 20 tasks (95%), expected at most 5%'


@pytest.mark.parametrize(
    "rule", ["missing-logic", "leads", "lags", "few-finish-to-start", "hard-dates", "high-float"]
)
def test_small_plans_are_counted_not_judged(said_by: SaidBy, rule: str) -> None:
    text = f"""title: T
tasks:
{LONE}  long: {{name: Long, duration: 44d, depends_on: [t0 FS-1h, t1 FS+1d, t2 SS], start_on: W2D1}}
"""
    assert said_by(rule, text.replace(LONE, LONE[: LONE.index("  t9")])) == []


def test_a_lag_is_told_at_its_dependency(said_by: SaidBy) -> None:
    text = """title: T
checks: {lags: {fewest: 1}}
tasks:
  a: {name: A, duration: 1d}
  b: {name: B, duration: 1d, depends_on: [a FS+2d]}
"""
    assert said_by("lags", text) == ['5:43 "b" has a lag: "a FS+2d"; 1 of 1 link (100%), expected at most 5%']


def test_what_passes_by_the_clock_is_as_long_as_the_work_meanwhile(said_by: SaidBy) -> None:
    text = "title: T\ntasks: {{a: {{name: A, duration: {0}ed, percent_complete: 10}}}}\n"
    assert said_by("long-tasks", text.format(28)) == []
    assert said_by("long-tasks", text.format(70))[0].startswith('2:32 "a" takes 50d, more than 44d')


def test_a_long_task_is_told_at_its_duration(said_by: SaidBy) -> None:
    text = "title: T\ntasks: {a: {name: A, duration: 50d}}\n"
    assert said_by("long-tasks", text) == ['2:32 "a" takes 50d, more than 44d; 1 of 1 task, expected none']


def test_limits_are_options(said_by: SaidBy) -> None:
    text = "title: T\nchecks: {long-tasks: {workdays: 60}}\ntasks: {a: {name: A, duration: 50d}}\n"
    assert said_by("long-tasks", text) == []


def test_a_commitment_that_is_not_kept_has_a_rule_of_its_own(said_by: SaidBy) -> None:
    text = "title: T\ncommitted: {workdays: 5}\ntasks: {a: {name: A, duration: 10d}}\n"
    assert said_by("path-length-index", text) == []
    assert said_by("duration-commitment", text) != []


def test_a_missed_finish_is_told_where_it_was_agreed(said_by: SaidBy) -> None:
    text = """title: T
start: 2026-01-05
status_date: 2026-01-09
baseline: {items: {a: {finish: 2026-01-06}}}
tasks: {a: {name: A, duration: 2d, percent_complete: 90%}}
"""
    told = '4:32 "a" is not finished, agreed was W1D2; 1 of 1 due task, expected none'
    assert said_by("missed-tasks", text) == [told]
