"""Why each task starts when it starts, what waits for people, and how many chains set the finish."""

from collections.abc import Callable

from generator.snapshot import Snapshot
from generator.views import (
    critical_chain,
    driving_chain,
    every_chain,
    levelling,
    page_schedule,
    people_list,
    role_list,
    staffing,
)

Taken = Callable[[str], Snapshot]

ONE_MASON = """
start: 2026-01-05
schedule: {level: true}
roles: {mason: {name: Mason, count: 1}}
tasks:
  slab: {name: Slab, duration: 3d, needs: {mason: 1}}
  chimney: {name: Chimney, duration: 3d, needs: {mason: 1}}
  roof: {name: Roof, duration: 1d, depends_on: [slab SS+1d]}
"""
EFFORT = """
roles: {mason: {name: Mason, count: 3}}
tasks: {wall: {name: Wall, effort: 12d, needs: {mason: 1-3}}}
"""


def why(snapshot: Snapshot, item: str) -> list[str]:
    (row,) = (row for row in page_schedule.view(snapshot).rows if row.item.id == item)
    return [wait.words for wait in row.why]


def test_row_tells_link_and_lag(dated: Snapshot) -> None:
    assert why(dated, "login") == ["1 day after Schema starts"]
    assert why(dated, "schema") == ["starts with the plan"]


def test_row_leads_to_the_rows_of_what_it_waits_for(dated: Snapshot) -> None:
    (row,) = (row for row in page_schedule.view(dated).rows if row.item.id == "ready")
    assert [(each.kind, each.id) for wait in row.why for each in wait.of] == [("row", "search")]


def test_row_names_who_was_waited_for(taken: Taken) -> None:
    assert why(taken(ONE_MASON), "chimney") == ["levelled: waits for Mason, at work on Slab until then"]


def test_row_names_the_first_of_very_many(taken: Taken) -> None:
    tasks = "".join(f"  t{n}: {{name: T{n}, duration: 1d}}\n" for n in range(5))
    plan = f"tasks:\n{tasks}  last: {{name: Last, duration: 1d, depends_on: [t0, t1, t2, t3, t4]}}"
    assert why(taken(plan), "last") == ["after T0, T1, T2 and 2 more"]


def test_days_off_tell_the_holiday_and_who_is_away(taken: Taken) -> None:
    plan = """
start: 2026-01-05
calendar: {holidays: [{date: 2026-01-06, name: Epiphany}]}
roles: {mason: {name: Mason}}
people: {ann: {name: Ann, role: mason, leave: [2026-01-07]}}
tasks:
  dig: {name: Dig, duration: 1d}
  wall: {name: Wall, duration: 1d, depends_on: dig, people: [ann]}
"""
    snapshot = taken(plan)
    told = "after Dig; 2 days off between (Epiphany and Ann away)"
    assert why(snapshot, "wall") == [told]
    assert driving_chain.view(snapshot, "wall")[0].why == f"{told}, up to Week 1 Day 3 (Wed 7 Jan)"


def test_wave_that_passes_a_reason_on_is_named(taken: Taken) -> None:
    plan = """
waves:
  one: {name: One, tasks: {a: {name: A, duration: 1d}}}
  two: {name: Two, depends_on: one, tasks: {b: {name: B, duration: 1d}}}
"""
    assert why(taken(plan), "b") == ["after A; through Two and One"]


def test_every_task_is_followed_back(dated: Snapshot) -> None:
    chains = {each.id: [reason.item for reason in each.reasons] for each in every_chain.view(dated)}
    assert chains["search"] == ["search", "login", "schema"]
    assert set(chains) == {"schema", "login", "search", "report"}


def test_large_plan_is_not_followed_back(taken: Taken) -> None:
    tasks = "".join(f"  t{n}: {{name: T, duration: 1d}}\n" for n in range(151))
    assert every_chain.view(taken(f"tasks:\n{tasks}")) == ()


def test_long_chains_are_not_all_followed_back(taken: Taken) -> None:
    tasks = "".join(
        f"  t{n}: {{name: T, duration: 1d{f', depends_on: t{n - 1}' if n else ''}}}\n" for n in range(100)
    )
    assert every_chain.view(taken(f"tasks:\n{tasks}")) == ()


def test_levelling_tells_what_waits_and_that_nothing_finishes_earlier(taken: Taken) -> None:
    told = levelling.view(taken(ONE_MASON))
    assert told is not None
    assert [(each.task.id, each.delay, each.why) for each in told.moved] == [
        ("chimney", "3 days", "Mason: at work on Slab until then")
    ]
    assert told.proof == "no order of the work finishes earlier"
    assert told.cost.endswith("3 days later")


def test_several_calendars_leave_no_proof(taken: Taken) -> None:
    half = "calendars: {half: {name: Half, hours: ['9:00-13:00']}}\n"
    told = levelling.view(taken(half + ONE_MASON.replace("roof: {", "roof: {calendar: half, ")))
    assert told is not None
    assert told.proof == "whether another order finishes earlier is not known: several calendars meet"


def test_plan_that_does_not_level_says_nothing_of_it(dated: Snapshot) -> None:
    assert levelling.view(dated) is None


def test_after_leave_the_next_in_line_waits_for_the_first(taken: Taken) -> None:
    plan = """
schedule: {level: true}
roles: {mason: {name: Mason}}
people: {ann: {name: Ann, role: mason, leave: [W1D1]}}
tasks:
  slab: {name: Slab, duration: 1d, needs: {mason: 1}}
  wall: {name: Wall, duration: 1d, depends_on: slab, needs: {mason: 1}}
  roof: {name: Roof, duration: 3d, needs: {mason: 1}}
"""
    snapshot = taken(plan)
    assert sorted(why(snapshot, "slab") + why(snapshot, "roof")) == [
        "levelled: waits for Mason, at work on Wall until then",
        "levelled: waits for Mason, away until then",
    ]


def test_three_ways_to_staff_have_three_finishes(taken: Taken) -> None:
    told = staffing.view(taken(EFFORT))
    assert told is not None
    assert [(row.name, row.finish, row.shift, row.is_plan) for row in told.rows] == [
        ("least", "Week 3 Day 2", "6 days later", False),
        ("likely", "Week 2 Day 1", "", True),
        ("most", "Week 1 Day 4", "2 days earlier", False),
    ]


def test_effort_of_a_fixed_number_of_people_has_one_finish(taken: Taken) -> None:
    assert staffing.view(taken(EFFORT.replace("1-3", "2"))) is None


def test_chains_of_one_length_are_counted_and_told_by_what_differs(taken: Taken) -> None:
    plan = """
tasks:
  a: {name: A, duration: 1d}
  b: {name: B, duration: 2d, depends_on: a}
  c: {name: C, duration: 2d, depends_on: a}
  d: {name: D, duration: 1d, depends_on: [b, c]}
"""
    chain = critical_chain.view(taken(plan))
    (other,) = chain.further
    assert chain.count == "2"
    assert ([each.words for each in other.by], [each.words for each in other.instead_of]) == (["C"], ["B"])
    assert chain.others == ()


def test_very_many_chains_are_not_counted_to_the_end(taken: Taken) -> None:
    layers = "".join(
        f"  {side}{n}: {{name: T, duration: 1d{f', depends_on: [a{n - 1}, b{n - 1}]' if n else ''}}}\n"
        for n in range(40)
        for side in "ab"
    )
    chain = critical_chain.view(taken(f"tasks:\n{layers}"))
    assert (chain.count, len(chain.further)) == ("more than 20", 4)


def test_people_tell_their_hours_and_leave(taken: Taken) -> None:
    plan = """
start: 2026-01-05
calendars:
  late: {name: Late, workdays: [mon, tue, wed, fri], hours: ["12:00-20:00"], hours_on: {fri: ["12:00-16:00"]}}
roles: {mason: {name: Mason, calendar: late}, painter: {name: Painter}}
people:
  ann: {name: Ann, role: mason, leave: [{date: 2026-01-06, until: 2026-01-07, name: Course}, 2026-01-12]}
  bo: {name: Bo, role: painter}
"""
    snapshot = taken(plan)
    ann, bo = people_list.view(snapshot).rows
    late = "Late (Mon-Wed 12:00-20:00, Fri 12:00-16:00)"
    assert (ann.hours, ann.leave) == (late, ("W1D2 (6 Jan) to W1D3 (7 Jan), Course", "W2D1 (12 Jan)"))
    assert (bo.hours, bo.leave) == ("", ())
    assert [row.hours for row in role_list.view(snapshot).rows] == [late, ""]
