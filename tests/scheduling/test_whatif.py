"""Supposing values, and telling what moves."""

import pytest

from generator.console import moves_text
from generator.errors import PlanpressError
from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan
from generator.views import driving_chain
from generator.whatif import moves, supposed

PLAN = """\
title: House
start: 2026-01-05
waves:
  shell:
    name: Shell
    tasks:
      dig: {name: Dig, duration: 3d}
      frame: {name: Frame, duration: 4d, depends_on: dig}
tasks:
  roof: {name: Roof, duration: 2d, depends_on: [shell]}
  fence: {name: Fence, duration: 1d}
"""


@pytest.fixture
def house() -> Snapshot:
    snapshot = examine(parse_plan(PLAN.encode(), "plan.yaml")).snapshot
    assert snapshot is not None
    return snapshot


def suppose(house: Snapshot, *settings: str) -> Snapshot:
    snapshot = examine(supposed(house, settings)).snapshot
    assert snapshot is not None
    return snapshot


def moved(house: Snapshot, *settings: str) -> dict[str, float]:
    time = house.schedule.time
    found = moves(house.schedule, suppose(house, *settings).schedule)
    return {move.item: time.clock.between(move.before[1], move.after[1]) / time.day_minutes for move in found}


def test_a_longer_task_moves_what_waits_for_it_and_nothing_else(house: Snapshot) -> None:
    assert moved(house, "tasks.dig.duration=5d") == {"shell": 2, "dig": 2, "frame": 2, "roof": 2}


def test_several_values_can_be_supposed_at_once(house: Snapshot) -> None:
    settings = ("tasks.dig.duration=2d", "tasks.roof.duration=3d")
    assert moved(house, *settings) == {"shell": -1, "dig": -1, "frame": -1, "roof": 0}


def test_a_key_that_the_plan_leaves_out_can_be_supposed(house: Snapshot) -> None:
    assert moved(house, "tasks.fence.depends_on=[roof]") == {"fence": 9}


def test_the_plan_itself_stays_as_it_is(house: Snapshot) -> None:
    before = repr(house.source.data)
    suppose(house, "tasks.dig.duration=5d")
    assert repr(house.source.data) == before


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("tasks.dig", "is no setting"),
        ("tasks.dug.duration=5d", 'there is no task "dug"'),
        ("tasks..duration=5d", "is no setting"),
        ("tasks.dig.duration={", "cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(house: Snapshot, setting: str, message: str) -> None:
    with pytest.raises(PlanpressError, match=message):
        supposed(house, [setting])


def test_a_value_that_the_plan_could_not_hold_is_told_with_its_setting(house: Snapshot) -> None:
    with pytest.raises(PlanpressError, match=r'^--set tasks\.dig\.duration=soon: "soon" is not a duration$') as told:
        supposed(house, ["tasks.dig.duration=soon"])
    assert '"5d"' in str(told.value.help)


def test_why_leads_back_to_the_start_of_the_plan(house: Snapshot) -> None:
    chain = driving_chain.view(house, "roof")
    assert [(reason.item, reason.why) for reason in chain] == [
        ("roof", "after Frame, through Shell"),
        ("frame", "after Dig"),
        ("dig", "starts with the plan"),
    ]


def test_why_tells_the_days_off_between(house: Snapshot) -> None:
    later = suppose(house, "tasks.dig.duration=5d")
    told = driving_chain.view(later, "frame")[0].why
    assert told == "after Dig; 2 days off between, up to Week 1 Sunday (Sun 11 Jan)"


def test_why_tells_every_driver_that_holds_as_much(house: Snapshot) -> None:
    later = suppose(house, "tasks.fence.duration=7d", "tasks.roof.depends_on=[shell, fence]")
    assert driving_chain.view(later, "roof")[0].also == ("Fence",)


def test_why_tells_an_imposed_date(house: Snapshot) -> None:
    later = suppose(house, "tasks.fence.start=W2D2")
    assert [reason.why for reason in driving_chain.view(later, "fence")] == [
        "is not to start before Week 2 Day 2 (Tue 13 Jan)"
    ]


def test_another_start_moves_all_in_days_though_not_in_weeks(house: Snapshot) -> None:
    fixed = suppose(house, "tasks.fence.start=2026-01-20")
    later = suppose(fixed, "start=2026-01-12")
    for before, after, days in ((fixed, later, 5), (later, fixed, -5)):
        found = {move.item: move.later / 480 for move in moves(before.schedule, after.schedule)}
        assert found == dict.fromkeys(("shell", "dig", "frame", "roof"), days)
    assert "roof: finish 2026-01-15 -> 2026-01-22 (+5d)" in moves_text(fixed, later)
