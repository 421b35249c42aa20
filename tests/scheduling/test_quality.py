"""The fourteen points: each limit from both sides, counts in small plans, and nothing that passes unassessed."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.model.plan import Plan
from generator.rules._catalogue import rules
from generator.scheduling.quality.assessment import POINTS
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import Point, Verdict
from generator.scheduling.schedule import compute_schedule

Planned = Callable[[str], Plan]
ASSESS = {each.number: each.assess for each in POINTS}


def row(count: int, **extra: str) -> str:
    """Write tasks one after the other; `extra` adds to some of them by id."""
    lines = ["tasks:"]
    for number in range(1, count + 1):
        after = f", depends_on: t{number - 1}" if number > 1 else ""
        lines.append(f"  t{number}: {{name: T{number}, duration: 1d{after}{extra.get(f't{number}', '')}}}")
    return "\n".join(lines) + "\n"


def assessed(number: int, plan: Plan, as_of: date | None = None) -> Point:
    return ASSESS[number](Facts(plan, compute_schedule(plan), as_of))


def verdict(number: int, plan: Plan, as_of: date | None = None) -> tuple[Verdict, str]:
    point = assessed(number, plan, as_of)
    return point.verdict, point.value


def test_the_points_are_numbered_and_each_has_its_rules() -> None:
    assert [each.number for each in POINTS] == list(range(1, 15))
    assert {rule for each in POINTS for rule in each.rules} <= set(rules())


def test_the_options_of_a_rule_are_those_of_its_point() -> None:
    for each in POINTS:
        options = rules()[each.rules[0]].options
        assert set(options) <= set(each.assess.__kwdefaults__ or {}), each.title
        assert {name: (each.assess.__kwdefaults__ or {})[name] for name in options} == options


def test_an_empty_plan_passes_nothing(planned: Planned) -> None:
    plan = planned("")
    assert {assessed(number, plan).verdict for number in ASSESS} == {Verdict.NOT_APPLICABLE}


def test_a_small_plan_is_counted(planned: Planned) -> None:
    plan = planned(row(19))
    counted = [number for number in ASSESS if assessed(number, plan).verdict is Verdict.COUNTED]
    assert counted == [1, 2, 3, 4, 5, 6, 7]


def test_twenty_tasks_are_judged_by_percentages(planned: Planned) -> None:
    plan = planned(row(20))
    assert [number for number in ASSESS if assessed(number, plan).verdict is Verdict.PASS] == [
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        12,
    ]
    assert assessed(1, plan).value == "0 of 20 tasks (0%)"


LOOSE = "  loose{0}: {{name: L{0}, duration: 1d}}\n"
HELD = "  held: {name: H, duration: 30d, start: W3D1}\n"


def test_one_loose_end_in_twenty_is_allowed_and_two_are_not(planned: Planned) -> None:
    assert verdict(1, planned(row(19) + LOOSE.format(1))) == (Verdict.PASS, "1 of 20 tasks (5%)")
    plan = planned(row(19) + LOOSE.format(1) + LOOSE.format(2))
    assert verdict(1, plan) == (Verdict.FAIL, "2 of 21 tasks (9.5%)")
    assert [found.told for found in assessed(1, plan).found] == [
        '"loose1" has nothing that waits for it',
        '"loose2" has nothing that waits for it',
    ]


def test_what_begins_on_an_imposed_day_alone_waits_for_nothing(planned: Planned) -> None:
    found = assessed(1, planned(row(19) + HELD)).found
    assert [each.told for each in found if each.item == "held"] == ['"held" waits for nothing']


def test_a_checkpoint_waits_for_what_it_tests(planned: Planned) -> None:
    plan = planned(row(19) + LOOSE.format(1) + "checkpoints: {c: {at: W9D1, scope: [loose1]}}\n")
    assert assessed(1, plan).found == ()


def test_the_links_of_a_wave_count_for_its_tasks(planned: Planned) -> None:
    plan = planned(
        "waves:\n  one: {name: One, tasks: {a: {name: A, duration: 1d}}}\n"
        "  two: {name: Two, depends_on: one, start: W2D1, tasks: {b: {name: B, duration: 1d}}}\n"
    )
    assert assessed(1, plan).found == ()


def test_a_lead_fails_and_a_lag_in_twenty_links_does_not(planned: Planned) -> None:
    assert verdict(2, planned(row(21, t3=", depends_on: [t2 FS-1h]").replace("depends_on: t2, ", ""))) == (
        Verdict.FAIL,
        "1 of 20 links (5%)",
    )
    lagging = planned(row(21, t3=", depends_on: [t2 FS+1h]").replace("depends_on: t2, ", ""))
    assert verdict(3, lagging) == (Verdict.PASS, "1 of 20 links (5%)")
    assert verdict(2, lagging)[0] is Verdict.PASS


def test_a_lead_of_nothing_is_none(planned: Planned) -> None:
    plan = planned(row(21, t3=", depends_on: [t2 FS-0d]").replace("depends_on: t2, ", ""))
    assert assessed(2, plan).found == ()


@pytest.mark.parametrize(("others", "expected"), [(2, Verdict.PASS), (3, Verdict.FAIL)])
def test_nine_links_in_ten_are_finish_to_start(planned: Planned, others: int, expected: Verdict) -> None:
    text = row(21)
    for number in range(2, 2 + others):
        text = text.replace(f"depends_on: t{number}}}", f"depends_on: t{number} SS}}")
    assert verdict(4, planned(text)) == (expected, f"{20 - others} of 20 links ({100 - 5 * others}%)")


def test_deadlines_are_no_hard_dates(planned: Planned) -> None:
    plan = planned(row(20, t1=", deadline: W9D1", t2=", finish_by: W9D1", t3=", start: W1D3"))
    point = assessed(5, plan)
    assert [found.pointer for found in point.found] == [("tasks", "t2", "finish_by")]
    assert point.verdict is Verdict.PASS


@pytest.mark.parametrize(("length", "items"), [(45, []), (46, ["early"])])
def test_float_counts_from_more_than_44_workdays(planned: Planned, length: int, items: list[str]) -> None:
    plan = planned(
        f"tasks:\n  early: {{name: E, duration: 1d}}\n  long: {{name: L, duration: {length}d}}\n"
        "milestones: {end: {name: End, depends_on: [early, long]}}\n"
    )
    assert [found.item for found in assessed(6, plan).found] == items


def test_tasks_before_a_promise_that_cannot_be_kept_have_negative_float(planned: Planned) -> None:
    point = assessed(7, planned(row(20, t5=", deadline: W1D4")))
    assert (point.verdict, [found.item for found in point.found]) == (Verdict.FAIL, ["t1", "t2", "t3", "t4", "t5"])


@pytest.mark.parametrize(
    ("duration", "expected"),
    [("44d", Verdict.PASS), ("45d", Verdict.FAIL), ("9w", Verdict.FAIL), ("90ed", Verdict.PASS)],
)
def test_one_long_task_is_too_many_in_a_small_plan(planned: Planned, duration: str, expected: Verdict) -> None:
    assert assessed(8, planned(f"tasks: {{a: {{name: A, duration: {duration}}}}}\n")).verdict is expected


def test_one_long_task_in_twenty_is_allowed(planned: Planned) -> None:
    plan = planned(row(20).replace("name: T7, duration: 1d", "name: T7, duration: 50d"))
    assert verdict(8, plan) == (Verdict.PASS, "1 of 20 tasks (5%)")


def test_a_plan_that_names_nobody_is_not_assessed_for_resources(planned: Planned) -> None:
    assert assessed(10, planned(row(20))).reason == "the plan assigns nobody"
    staffed = planned("roles: {dev: {name: Dev}}\n" + row(20, t1=", needs: {dev: 1}"))
    assert verdict(10, staffed) == (Verdict.FAIL, "19 of 20 tasks (95%)")


def test_complete_tasks_are_no_longer_looked_at(planned: Planned) -> None:
    plan = planned(row(21, t1=", percent_complete: 100%", t2=", finished: W1D2"))
    assert assessed(5, plan).value == "0 of 19 tasks"


KEPT = "start: 2026-01-05\n" + row(3, t1=", percent_complete: {0}")


@pytest.mark.parametrize(
    ("done", "day", "expected"),
    [("50%", 5, Verdict.PASS), ("50%", 6, Verdict.FAIL), ("0%", 6, Verdict.FAIL), ("100%", 6, Verdict.PASS)],
)
def test_work_left_may_not_lie_before_the_status_date(
    planned: Planned, done: str, day: int, expected: Verdict
) -> None:
    assert assessed(9, planned(KEPT.replace("{0}", done)), date(2026, 1, day)).verdict is expected


def test_recorded_days_may_not_lie_after_the_status_date(planned: Planned) -> None:
    plan = planned("start: 2026-01-05\n" + row(1, t1=", started: 2026-01-05, finished: 2026-01-07"))
    assert assessed(9, plan, date(2026, 1, 7)).found == ()
    (found,) = assessed(9, plan, date(2026, 1, 6)).found
    assert found.pointer == ("tasks", "t1", "finished")


AGREED = """start: 2026-01-05
baseline: {items: {t1: {finish: 2026-01-05}, t2: {finish: 2026-01-06}, t3: {finish: 2026-01-09}}}
"""


@pytest.mark.parametrize(
    ("extra", "missed", "index"),
    [
        ({"t1": ", finished: 2026-01-05", "t2": ", finished: 2026-01-06"}, [], "1.00"),
        ({"t1": ", finished: 2026-01-06", "t2": ", finished: 2026-01-06"}, ["t1"], "1.00"),
        ({"t1": ", finished: 2026-01-05", "t2": ", percent_complete: 90%"}, ["t2"], "0.50"),
        (
            {"t1": ", percent_complete: 100%", "t2": ", percent_complete: 100%", "t3": ", finished: 2026-01-06"},
            [],
            "1.50",
        ),
        ({}, ["t1", "t2"], "0.00"),
    ],
    ids=["in time", "late", "not finished", "ahead", "nothing done"],
)
def test_what_was_due_is_held_against_what_is_done(
    planned: Planned, extra: dict[str, str], missed: list[str], index: str
) -> None:
    plan, as_of = planned(AGREED + row(3, **extra)), date(2026, 1, 7)
    assert [found.item for found in assessed(11, plan, as_of).found] == missed
    assert assessed(14, plan, as_of).value == index
    assert (assessed(14, plan, as_of).verdict is Verdict.PASS) == (float(index) >= 0.95)


@pytest.mark.parametrize(
    ("text", "as_of", "reason"),
    [
        (row(3), date(2026, 1, 7), "there is no baseline"),
        (AGREED + row(3), None, "there is no status date"),
        (AGREED + row(3), date(2026, 1, 4), "nothing was agreed to be finished by the status date"),
    ],
)
def test_nothing_due_is_not_applicable(planned: Planned, text: str, as_of: date | None, reason: str) -> None:
    for number in (11, 14):
        point = assessed(number, planned(text), as_of)
        assert (point.verdict, point.reason) == (Verdict.NOT_APPLICABLE, reason)


def test_a_delay_comes_through_to_the_finish(planned: Planned) -> None:
    assert verdict(12, planned(row(3))) == (Verdict.PASS, "600d")


def test_a_task_whose_start_alone_is_waited_for_passes_the_test(planned: Planned) -> None:
    plan = planned("tasks: {a: {name: A, duration: 2d}, b: {name: B, duration: 9d, depends_on: a SS+1d}}\n")
    assert verdict(12, plan) == (Verdict.PASS, "600d")


def test_a_delay_that_float_swallows_fails_the_test(planned: Planned) -> None:
    plan = planned("tasks: {a: {name: A, duration: 5d, deadline: W1D3}, b: {name: B, duration: 25d}}\n")
    assert verdict(12, plan) == (Verdict.FAIL, "580d")


def test_a_finish_held_by_a_date_has_no_critical_task_to_test(planned: Planned) -> None:
    plan = planned(row(2) + "milestones: {opening: {name: Opening, depends_on: t2, start_on: W9D1}}\n")
    assert assessed(12, plan).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("finish", "value", "expected"),
    [("2026-01-30", "1.00", Verdict.PASS), ("2026-01-29", "0.95", Verdict.PASS), ("2026-01-28", "0.90", Verdict.FAIL),
     ("2026-02-02", "1.05", Verdict.PASS)],
)  # fmt: skip
def test_room_before_the_promised_finish(planned: Planned, finish: str, value: str, expected: Verdict) -> None:
    plan = planned(f"start: 2026-01-05\nbaseline: {{items: {{t20: {{finish: {finish}}}}}}}\n" + row(20))
    assert verdict(13, plan) == (expected, value)


def test_the_committed_finish_goes_before_the_baseline(planned: Planned) -> None:
    plan = planned(
        "start: 2026-01-05\ncommitted: {finish: 2026-01-16}\nbaseline: {items: {t10: {finish: 2026-01-09}}}\n"
        + row(10)
    )
    assert verdict(13, plan) == (Verdict.PASS, "1.00")


def test_only_the_path_that_is_left_counts(planned: Planned) -> None:
    text = "start: 2026-01-05\nbaseline: {items: {t10: {finish: 2026-01-15}}}\n" + row(10)
    assert verdict(13, planned(text), date(2026, 1, 9)) == (Verdict.FAIL, "0.80")
    assert assessed(13, planned(text), date(2026, 1, 16)).verdict is Verdict.NOT_APPLICABLE
