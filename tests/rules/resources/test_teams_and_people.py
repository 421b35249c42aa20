"""Rules that hold teams, counts, names and needs against each other."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]

TWO_WAVES = """title: T
roles: {{dev: {{name: Dev, count: {count}}}}}
waves:
  one: {{name: One, team: {{dev: 2-3}}, tasks: {{a: {{name: A, duration: 5d}}}}}}
  two: {{name: Two, team: {{dev: 2}}, {after} tasks: {{b: {{name: B, duration: 5d}}}}}}
"""


@pytest.mark.parametrize(("count", "after"), [("5", ""), ("4-5", ""), ("3", "depends_on: one,")])
def test_a_count_that_holds_the_peak_of_the_teams_is_enough(said_by: SaidBy, count: str, after: str) -> None:
    assert said_by("teams-beyond-count", TWO_WAVES.format(count=count, after=after)) == []


def test_teams_at_work_at_once_add_up(said_by: SaidBy) -> None:
    plan = TWO_WAVES.format(count=4, after="")
    assert said_by("teams-beyond-count", plan) == ['2:33 the teams take 4-5 of "dev" at once, the plan has 4']


NAMED = """title: T
roles: {{dba: {{name: DBA, count: {count}}}}}
people: {{ada: {{name: Ada, role: dba}}, max: {{name: Max, role: dba}}}}
"""


@pytest.mark.parametrize(("count", "said"), [("1", 1), ("1-2", 0), ("2", 0), ("5", 0)])
def test_people_beyond_the_most_are_too_many(said_by: SaidBy, count: str, said: int) -> None:
    assert len(said_by("people-beyond-count", NAMED.format(count=count))) == said


def test_a_plan_that_names_its_leads_alone_lacks_nobody(said_by: SaidBy) -> None:
    plan = "title: T\nroles: {a: {name: A, count: 4}, b: {name: B, count: 1}}\npeople: {x: {name: X, role: b}}\n"
    assert said_by("people-missing", plan) == []


HELD = """title: T
roles: {{dev: {{name: Dev}}, expert: {{name: Expert{more}}}}}
people: {{ada: {{name: Ada, role: expert}}}}
tasks: {{a: {{name: A, duration: 1d, {asks}}}}}
"""


def test_a_role_is_held_by_those_who_count_as_it(said_by: SaidBy) -> None:
    plan = HELD.format(more=", counts_as: dev", asks="needs: {dev: 1}")
    assert said_by("role-nobody-holds", plan) == []


@pytest.mark.parametrize("asks", ["needs: {dev: 1}", "owner: dev", "owner: role:dev"])
def test_a_role_that_nobody_holds_is_told_with_who_asks(said_by: SaidBy, asks: str) -> None:
    plan = HELD.format(more="", asks=asks)
    assert said_by("role-nobody-holds", plan) == ['2:9 nobody holds "dev", which "a" asks for']


def test_a_role_with_nobody_in_its_count_is_held_by_nobody(said_by: SaidBy) -> None:
    plan = HELD.format(more="", asks="needs: {dev: 1}").replace("name: Dev", "name: Dev, count: 0")
    assert len(said_by("role-nobody-holds", plan)) == 1


def test_a_plan_without_people_needs_no_names(said_by: SaidBy) -> None:
    plan = "title: T\nroles: {dev: {name: Dev}}\ntasks: {a: {name: A, duration: 1d, needs: {dev: 1}}}\n"
    assert said_by("role-nobody-holds", plan) == []


NEEDS = """title: T
roles: {{dev: {{name: Dev}}, expert: {{name: Expert, counts_as: dev}}, qa: {{name: QA}}}}
phases: {{p: {{name: P, team: {{expert: 1}}}}}}
waves:
  w: {{name: W, phase: p, team: {{dev: 1-2}}, tasks: {{a: {{name: A, duration: 5d, needs: {{{needs}}}}}}}}}
"""


@pytest.mark.parametrize("needs", ["dev: 2", "dev: 3", "dev: 2-4", "expert: 1"])
def test_people_of_the_phase_and_those_who_count_as_others_are_there(said_by: SaidBy, needs: str) -> None:
    assert said_by("needs-beyond-team", NEEDS.format(needs=needs)) == []


@pytest.mark.parametrize(
    ("needs", "message"),
    [
        ("dev: 4", '5:92 "a" needs 4 of "dev", the team of "w" has 2-3'),
        ("qa: 1", '5:91 "a" needs 1 of "qa", the team of "w" has 0'),
    ],
)
def test_a_need_beyond_the_team_is_told_at_the_need(said_by: SaidBy, needs: str, message: str) -> None:
    assert said_by("needs-beyond-team", NEEDS.format(needs=needs)) == [message]


def test_a_wave_without_a_team_promises_nobody(said_by: SaidBy) -> None:
    plan = NEEDS.format(needs="qa: 1").replace("team: {dev: 1-2}, ", "")
    assert said_by("needs-beyond-team", plan) == []


def test_a_role_is_idle_only_if_every_task_says_whom_it_needs(said_by: SaidBy) -> None:
    plan = """title: T
roles: {dev: {name: Dev}, qa: {name: QA}}
waves:
  w:
    name: W
    team: {dev: 1, qa: 1}
    tasks:
      a: {name: A, duration: 5d, needs: {dev: 1}}
      b: {name: B, duration: 5d}
"""
    assert said_by("team-role-idle", plan) == []
    told = said_by("team-role-idle", plan.replace("duration: 5d}", "duration: 5d, needs: {dev: 1}}"))
    assert told == ['6:24 "w" has 1 of "qa" in its team, none of its tasks needs one']


def test_the_first_person_too_many_is_told(said_by: SaidBy) -> None:
    plan = """title: T
roles: {dev: {name: Dev}, qa: {name: QA}}
people: {a: {name: A, role: dev}, b: {name: B, role: dev}, c: {name: C, role: dev}, q: {name: Q, role: qa}}
tasks:
  build: {name: Build, duration: 5d, needs: {dev: 1-2}, people: [a, b, q, a, c]}
"""
    told = ['5:78 "build" needs 1-2 of "dev", "c" is one more']
    assert said_by("named-beyond-needs", plan) == told


def test_a_role_that_counts_as_itself_is_told_as_that(said_by: SaidBy) -> None:
    plan = "title: T\nroles: {dev: {name: Dev, counts_as: dev}}\n"
    assert said_by("counts-as-chain", plan) == ['2:37 "dev" counts as itself']


LED = """title: T
roles: {{dev: {{name: Dev}}, art: {{name: Art{art}}}, boss: {{name: Boss}}}}
people: {{d: {{name: D, role: dev}}, a: {{name: A, role: art}}, b: {{name: B, role: boss}}}}
waves:
  one: {{name: One, team: {{dev: 2}}, lead: {lead}, tasks: {{x: {{name: X, duration: 1d}}}}}}
  two: {{name: Two, team: {{art: 2}}, tasks: {{y: {{name: Y, duration: 1d}}}}}}
"""


@pytest.mark.parametrize(("lead", "art"), [("d", ""), ("b", ""), ("a", ", shared: true"), ("a", ", counts_as: dev")])
def test_leads_of_the_team_from_outside_all_teams_or_shared_are_choices(said_by: SaidBy, lead: str, art: str) -> None:
    assert said_by("lead-not-in-team", LED.format(lead=lead, art=art)) == []


def test_a_lead_of_another_teams_role_is_told(said_by: SaidBy) -> None:
    told = said_by("lead-not-in-team", LED.format(lead="a", art=""))
    assert told == ['5:42 "a" leads "one" as "art", a role that its team does not have']


def owned(count: int, of: int) -> str:
    tasks = [f"  t{n}: {{name: T{n}, duration: 1d{', owner: dev' if n < count else ''}}}\n" for n in range(of)]
    return f"title: T\nroles: {{dev: {{name: Dev}}}}\ntasks:\n{''.join(tasks)}"


@pytest.mark.parametrize(("count", "of"), [(0, 4), (1, 2), (2, 3), (4, 4)])
def test_a_kind_that_mostly_has_no_owners_is_a_sketch(said_by: SaidBy, count: int, of: int) -> None:
    assert said_by("owner-missing", owned(count, of)) == []


def test_the_one_without_an_owner_is_told_at_its_place(said_by: SaidBy) -> None:
    assert said_by("owner-missing", owned(3, 4)) == ['7:3 "t3" has no owner, 3 of 4 tasks have one']


def test_a_wait_by_the_clock_needs_no_owner(said_by: SaidBy) -> None:
    plan = owned(3, 4).replace("t3: {name: T3, duration: 1d}", "t3: {name: T3, duration: 1ed}")
    assert said_by("owner-missing", plan) == []


def test_an_action_without_an_owner_is_told_by_its_number(said_by: SaidBy) -> None:
    actions = ", ".join("{do: it" + (", owner: dev}" if n else "}") for n in range(4))
    risk = f"{{name: R, impact: low, probability: low, mitigation: m, actions: [{actions}]}}"
    plan = f"title: T\nroles: {{dev: {{name: D}}}}\nrisks: {{r: {risk}}}\n"
    assert [line.partition(" ")[2] for line in said_by("owner-missing", plan)] == [
        'action 1 of "r" has no owner, 3 of 4 actions have one'
    ]


def test_a_wave_without_a_team_is_told_at_its_place(said_by: SaidBy) -> None:
    whole = "name: W{n}, team: {{dev: 1}}, tasks: {{t{n}: {{name: T{n}, duration: 1d}}}}"
    waves = "".join(f"  w{n}: {{{whole.format(n=n)}}}\n" for n in range(3))
    last = "  last: {name: Last, tasks: {x: {name: X, duration: 1d}}}\n"
    plan = f"title: T\nroles: {{dev: {{name: D}}}}\nwaves:\n{waves}{last}"
    assert said_by("team-missing", plan) == ['7:3 "last" has no team, 3 of 4 waves have one']


@pytest.mark.parametrize(
    ("contacts", "is_fault"),
    [
        (("+49 1 10", "+49 1 11", "+49 1 12", "+49 1 12"), True),
        (("a@x.example", "A@x.example", "c@x.example", "d@x.example"), True),
        (("+49 1 10", "+49 1 11", "+49 1 12", "+49-112"), True),
        (("desk@x.example", "desk@x.example", "desk@x.example", "d@x.example"), False),
        (("north@x.example", "north@x.example", "south@x.example", "south@x.example"), False),
        (("a@x.example", "b@x.example", "c@x.example", "d@x.example"), False),
    ],
)
def test_each_has_a_contact_of_their_own(said_by: SaidBy, contacts: tuple[str, ...], *, is_fault: bool) -> None:
    people = ", ".join(f'p{n}: {{name: N{n}, role: dev, contact: "{each}"}}' for n, each in enumerate(contacts))
    plan = f"title: T\nroles: {{dev: {{name: D}}}}\npeople: {{{people}}}\n"
    assert len(said_by("contact-twice", plan)) == is_fault


@pytest.mark.parametrize(
    ("owner", "start", "is_away"),
    [
        ("ada", "W1D1 14:00", True),
        ("ada", "W1D1 11:00", False),
        ("bob", "W1D1 14:00", False),
        ("cy", "W1D1 14:00", False),
        ("early", "W1D1 14:00", False),
    ],
)
def test_who_answers_for_a_task_is_there_for_some_of_it(
    said_by: SaidBy, owner: str, start: str, *, is_away: bool
) -> None:
    plan = f"""title: T
calendars:
  early: {{name: Early shift, hours: ["9:00-12:00"]}}
  late: {{name: Late shift, hours: ["12:00-17:00"]}}
roles: {{early: {{name: Early, calendar: early}}, late: {{name: Late, calendar: late}}, dev: {{name: D}}}}
people: {{ada: {{name: A, role: early}}, bob: {{name: B, role: late}}, cy: {{name: C, role: dev}}}}
tasks: {{a: {{name: A, duration: 2h, start: {start}, owner: {owner}}}}}
"""
    told = ['7:62 "ada" answers for "a", and is never at work during it'] if is_away else []
    assert said_by("owner-off-shift", plan) == told


def test_a_shared_role_outside_all_teams_leads_where_it_likes(said_by: SaidBy) -> None:
    plan = LED.format(lead="b", art="").replace("boss: {name: Boss}", "boss: {name: Boss, shared: true}")
    plan = plan.replace("y: {name: Y,", "y: {name: Y, owner: b,")
    assert said_by("lead-not-in-team", plan) == []
    assert said_by("lead-not-in-team", plan.replace(", shared: true", "")) != []


def test_a_task_that_wants_more_than_there_are_is_not_told_to_wait(helped: Callable[[str], list[str]]) -> None:
    plan = "title: T\nroles: {dev: {name: Dev, count: 1}}\ntasks: {a: {name: A, duration: 2d, needs: {dev: 2}}}\n"
    assert "need fewer, or have more people" in helped(plan)


def test_who_is_away_is_told_where_too_few_are_left(said_by: SaidBy) -> None:
    plan = """title: T
roles: {dev: {name: Dev, count: 2}}
people: {ann: {name: Ann, role: dev, leave: [W1D2]}, bo: {name: Bo, role: dev}}
tasks: {a: {name: A, duration: 3d, needs: {dev: 2}}}
"""
    told = said_by("over-capacity", plan)
    assert told
    assert all('"a" needs 2 (2 > 1, "ann" away)' in line for line in told), told


def test_a_role_that_nobody_holds_is_offered_to_one_too_many(helped: Callable[[str], list[str]]) -> None:
    plan = """title: T
roles: {dev: {name: Dev, count: 1}, dba: {name: DBA, count: 1}}
people: {ann: {name: Ann, role: dev}, bo: {name: Bo, role: dev}}
tasks: {a: {name: A, duration: 3d, needs: {dev: 1}}}
"""
    assert 'nobody holds "dba": give one of "ann" and "bo" that role, or write 2' in helped(plan)
