"""What is declared and not used, and stages that hold nothing."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]
WORK = "tasks: {a: {name: A, duration: 1d}}\n"


def rules_of(lines: list[str]) -> list[str]:
    return [line.rpartition("(")[2].rstrip(")") for line in lines]


@pytest.mark.parametrize(
    "rest",
    [
        "waves: {w: {name: W, team: {dba: 1}, tasks: {a: {name: A, duration: 1d}}}}\n",
        "tasks: {a: {name: A, duration: 1d, needs: {dba: 1}}}\n",
        "tasks: {a: {name: A, duration: 1d, owner: dba}}\n",
        "people: {p: {name: P, role: dba}}\n" + WORK,
    ],
)
def test_any_mention_uses_a_role(found: Found, rest: str) -> None:
    assert "role-unused" not in rules_of(found("title: T\nroles: {dba: {name: DBA, count: 1}}\n" + rest))


def test_a_role_that_nothing_mentions_is_found_at_its_id(found: Found) -> None:
    plan = "title: T\nroles: {dba: {name: DBA}, dev: {name: Dev, count: 1}}\n" + WORK
    assert found(plan.replace("1d", "1d, needs: {dev: 1}")) == ['2:9 role "dba" is used nowhere (role-unused)']


def test_roles_of_a_plan_that_staffs_nothing_are_left_alone(found: Found) -> None:
    assert found("title: T\nroles: {dba: {name: DBA}}\n" + WORK) == []


def test_a_misspelt_role_is_not_told_twice(found: Found) -> None:
    plan = "title: T\nroles: {dba: {name: DBA}}\ntasks: {a: {name: A, duration: 1d, needs: {dbs: 1}}}\n"
    assert rules_of(found(plan)) == ["unknown-reference"]


def test_a_colleague_of_a_role_at_work_has_a_part(found: Found) -> None:
    plan = """title: T
roles: {dev: {name: Dev, count: 2}}
people: {ada: {name: Ada, role: dev}, bo: {name: Bo, role: dev}}
tasks: {a: {name: A, duration: 1d, needs: {dev: 1}, owner: ada}}
"""
    assert found(plan) == []


def test_a_list_of_contacts_in_a_plan_that_names_nobody_is_left_alone(found: Found) -> None:
    people = "roles: {tutor: {name: Tutor}}\npeople: {ada: {name: Ada, role: tutor}, bo: {name: Bo, role: tutor}}\n"
    assert found("title: T\n" + people + WORK) == []


def test_deliverables_that_no_task_mentions_at_all_are_left_alone(found: Found) -> None:
    assert found("title: T\ndeliverables: {x: {name: X}, y: {name: Y}}\n" + WORK) == []


def test_a_deliverable_that_alone_is_not_delivered_is_found(found: Found) -> None:
    plan = """title: T
deliverables:
  x: {name: X}
  y: {name: Y}
tasks: {a: {name: A, duration: 1d, delivers: [x]}}
"""
    assert found(plan) == ['4:3 no task delivers "y", 1 of 2 deliverables have one (deliverable-undelivered)']


def test_the_second_task_that_delivers_a_thing_is_found(found: Found) -> None:
    plan = """title: T
deliverables: {x: {name: X}}
waves: {w: {name: W, tasks: {a: {name: A, duration: 1d, delivers: x}}}}
tasks: {b: {name: B, duration: 1d, delivers: [x]}}
"""
    assert found(plan) == ['4:47 "b" delivers "x", as "a" does (line 3) (delivered-twice)']


def test_a_stage_without_work_is_found_only_where_most_have_some(found: Found) -> None:
    waves = "title: T\nwaves:\n  v: {name: V}\n  w: {name: W}\n"
    assert found(waves) == []
    assert found(waves + "  x: {name: X, tasks: {a: {name: A, duration: 1d}}}\n") == []
    filled = waves.replace("{name: V}", "{name: V, tasks: {a: {name: A, duration: 1d}}}")
    assert found(filled) == ['4:3 "w" has no work, 1 of 2 waves have some (work-missing)']


def test_a_phase_of_waves_has_work(found: Found) -> None:
    plan = "title: T\nphases: {p: {name: P}, q: {name: Q}}\n"
    waves = "waves: {w: {name: W, phase: p, tasks: {a: {name: A, duration: 1d}}}}\n"
    assert found(plan + waves) == ['2:24 "q" has no work, 1 of 2 phases have some (work-missing)']


def test_a_wave_outside_the_phases_is_found(found: Found) -> None:
    plan = """title: T
phases: {p: {name: P}}
waves:
  v: {name: V, phase: p, tasks: {a: {name: A, duration: 1d}}}
  w: {name: W, tasks: {b: {name: B, duration: 1d}}}
"""
    assert found(plan) == ['5:3 "w" belongs to no phase, 1 of 2 waves belong to one (phase-missing)']


@pytest.mark.parametrize(
    "plan",
    [
        (
            "phases: {p: {name: P}, q: {name: Q}}\n"
            "waves:\n  w: {name: W, phase: P, tasks: {a: {name: A, duration: 1d}}}\n"
            "  x: {name: X, phase: q, tasks: {b: {name: B, duration: 1d}}}\n"
        ),
        'channels: {ops: {name: Ops, handle: "#o", audience: all, purpose: Talk}}\n'
        "meetings: {m: {name: M, on: fri, lasts: 1 hour, audience: all, channel: osp}}\n" + WORK,
        "rollbacks: {site: {name: Site, within: 9m, procedure: Back}}\n"
        "risks: {r: {name: R, impact: high, probability: low, mitigation: Tests, rollback: siet}}\n" + WORK,
    ],
)
def test_what_only_a_misspelt_name_leaves_unused_is_not_told(found: Found, plan: str) -> None:
    told = set(rules_of(found("title: T\n" + plan)))
    assert "unknown-reference" in told
    assert told.isdisjoint({"work-missing", "channel-unused", "rollback-unused"})
