"""Days that tell of work done and of what was agreed: against each other, the status date and the calendar."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]
HEAD = "title: T\nstart: 2026-01-05\nstatus_date: 2026-01-07\n"


def test_a_day_after_the_status_date_is_told_at_its_value(said_by: SaidBy) -> None:
    text = f"{HEAD}tasks: {{a: {{name: A, duration: 2d, started: W1D4, percent_complete: 10%}}}}\n"
    told = '4:45 "a" is told as started W1D4, after the status date 2026-01-07'
    assert said_by("actual-after-status", text) == [told]


@pytest.mark.parametrize("when", ["2026-01-07", "W1D3", "2025-12-30"])
def test_days_up_to_the_status_date_can_be_known(said_by: SaidBy, when: str) -> None:
    text = f"{HEAD}tasks: {{a: {{name: A, duration: 2d, started: {when}, percent_complete: 10%}}}}\n"
    assert said_by("actual-after-status", text) == []


def test_without_a_status_date_every_day_can_be_known(said_by: SaidBy) -> None:
    text = "title: T\ntasks: {a: {name: A, duration: 2d, started: W9D1, percent_complete: 10%}}\n"
    assert said_by("actual-after-status", text) == []


def test_agreed_days_in_the_wrong_order_are_told_as_well(said_by: SaidBy) -> None:
    text = "title: T\nbaseline: {items: {a: {start: W2D1, finish: W1D5}}}\ntasks: {a: {name: A, duration: 2d}}\n"
    told = '2:45 "a" is agreed to be done W1D5, before its start W2D1'
    assert said_by("actual-backwards", text) == [told]


def test_begin_and_end_on_one_day_are_in_order(said_by: SaidBy) -> None:
    text = "title: T\ntasks: {a: {name: A, duration: 2h, started: W1D1, finished: W1D1, percent_complete: 100%}}\n"
    assert said_by("actual-backwards", text) == []


@pytest.mark.parametrize(
    ("percent", "told"),
    [
        ("", '2:46 "a" was finished W1D2, but its progress is not told'),
        (", percent_complete: 99%", '2:70 "a" was finished W1D2, but is at 99%'),
        (", percent_complete: 100%", None),
    ],
)
def test_what_is_finished_is_complete(said_by: SaidBy, percent: str, told: str | None) -> None:
    text = f"title: T\ntasks: {{a: {{name: A, duration: 2d, finished: W1D2{percent}}}}}\n"
    assert said_by("finished-incomplete", text) == ([told] if told else [])


def test_a_plan_that_records_no_days_lacks_none(said_by: SaidBy) -> None:
    text = "title: T\ntasks: {a: {name: A, duration: 2d, percent_complete: 100%}}\n"
    assert said_by("actual-untold", text) == []


LINKED = """title: T
tasks:
  a: {{name: A, duration: 3d, started: W1D2, finished: W1D4, percent_complete: 100%}}
  b: {{name: B, duration: 3d, depends_on: [a{link}], started: {started}, finished: {finished}, percent_complete: 9%}}
"""


@pytest.mark.parametrize(
    ("link", "started", "finished", "early"),
    [
        ("", "W1D4", "W1D5", None),
        ("", "W1D3", "W1D5", "started"),
        (" FS-2d", "W1D3", "W1D5", None),
        (" SS", "W1D2", "W1D3", None),
        (" SS", "W1D1", "W1D3", "started"),
        (" FF", "W1D1", "W1D4", None),
        (" FF", "W1D1", "W1D3", "finished"),
        (" SF", "W1D1", "W1D2", None),
        (" SF", "W1D1", "W1D1", "finished"),
    ],
)
def test_each_kind_of_link_orders_its_own_ends(
    said_by: SaidBy, link: str, started: str, finished: str, early: str | None
) -> None:
    lines = said_by("actual-out-of-order", LINKED.format(link=link, started=started, finished=finished))
    assert [line.split()[3] for line in lines] == ([early] if early else [])


def test_a_dependency_on_a_wave_is_one_on_its_tasks(said_by: SaidBy) -> None:
    text = """title: T
waves: {w: {name: W, tasks: {a: {name: A, duration: 3d, started: W1D1, finished: W1D3, percent_complete: 100%}}}}
tasks: {b: {name: B, duration: 1d, depends_on: w, started: W1D2, percent_complete: 5%}}
"""
    assert said_by("actual-out-of-order", text) == ['3:60 "b" was started W1D2, but waits for "a", finished W1D3']


@pytest.mark.parametrize(
    ("start", "day", "told"),
    [
        ("", "W1D6", 'no day "W1D6": a week has 5 workdays'),
        ("", "2026-01-06", 'date "2026-01-06" in a plan without a start'),
        ("start: 2026-01-05", "W1D6", 'no day "W1D6": a week has 5 workdays'),
        ("start: 2026-01-05", "2026-01-06", None),
        ("", "W1D5", None),
    ],
)
def test_agreed_days_are_days_of_the_plan(said_by: SaidBy, start: str, day: str, told: str | None) -> None:
    text = (
        f"title: T\n{start}\nbaseline: {{items: {{a: {{finish: {day}}}}}}}\ntasks: {{a: {{name: A, duration: 2d}}}}\n"
    )
    assert said_by("no-such-recorded-day", text) == ([f"3:32 {told}"] if told else [])


def test_the_day_a_baseline_was_set_needs_no_start(said_by: SaidBy) -> None:
    text = "title: T\nbaseline: {set_on: 2026-01-05, items: {}}\n"
    assert said_by("no-such-recorded-day", text) == []


def test_a_baseline_of_milestones_alone_lacks_no_task(said_by: SaidBy) -> None:
    text = """title: T
baseline: {items: {m: {finish: W1D2}}}
tasks: {a: {name: A, duration: 2d}}
milestones: {m: {name: M, depends_on: a}}
"""
    assert said_by("baseline-gap", text) == []


def test_an_item_of_the_baseline_is_one_of_the_plan(said_by: SaidBy) -> None:
    text = "title: T\nbaseline: {items: {gone: {finish: W1D2}}}\ntasks: {a: {name: A, duration: 2d}}\n"
    assert len(said_by("unknown-reference", text)) == 1
