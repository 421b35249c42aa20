"""Weeks of which there is nothing to tell take no room."""

from collections.abc import Callable

from generator.snapshot import Snapshot
from generator.views import timeline, weekly_load

Taken = Callable[[str], Snapshot]
LONG = """tasks:
  first: {name: First, duration: 15d}
  second: {name: Second, duration: 15d, depends_on: [first]}
milestones:
  half: {name: Half, depends_on: [first]}
  whole: {name: Whole, depends_on: [second]}
"""


def test_weeks_alike_that_hand_nothing_over_are_one_row(taken: Taken) -> None:
    rows = timeline.view(taken(LONG)).rows
    assert [(row.week, row.deliverables) for row in rows] == [
        ("1-2", "-"),
        ("3", "Half"),
        ("4-5", "-"),
        ("6", "Whole"),
    ]


def test_joined_weeks_tell_their_first_and_last_day(taken: Taken) -> None:
    rows = timeline.view(taken(f"start: 2026-01-05\n{LONG}")).rows
    assert rows[0].dates == "Mon 5 Jan to Fri 16 Jan"


def test_weeks_in_which_another_wave_works_stand_apart(taken: Taken) -> None:
    waves = "".join(
        f"  w{n}: {{name: W{n}, tasks: {{t{n}: {{name: T{n}, duration: 5d{after}}}}}}}\n"
        for n, after in enumerate(("", ", depends_on: [t0]", ", depends_on: [t1]"))
    )
    milestone = "milestones: {end: {name: End, depends_on: [t2]}}"
    rows = timeline.view(taken(f"waves:\n{waves}{milestone}")).rows
    assert [row.week for row in rows] == ["1", "2", "3"]


def test_one_of_several_tables_leaves_out_the_weeks_of_the_others(taken: Taken) -> None:
    waves = "".join(
        f"  w{n}: {{name: W{n}, team: {{dev: 1}}, tasks: {{t{n}: "
        f"{{name: T{n}, duration: 5d, needs: {{dev: 1}}{f', depends_on: [t{n - 1}]' if n else ''}}}}}}}\n"
        for n in range(7)
    )
    tables = weekly_load.view(taken(f"roles: {{dev: {{name: Dev}}}}\nwaves:\n{waves}")).waves
    assert [[row.week for row in table.rows] for table in tables] == [
        [f"Week {week}" for week in range(1, 6)],
        ["Week 6", "Week 7"],
    ]
