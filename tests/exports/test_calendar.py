"""The calendar read back by icalendar: dates as the schedule has them, text as the plan has it, the same bytes."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from generator.exports import calendar_ics
from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan

PLAN = """
title: "Shop; launch, \\\\ \\"quoted\\""
start: 2026-05-04
status_date: 2026-05-06
calendar:
  workdays: [mon, tue, wed, thu, fri]
  holidays: [2026-05-14]
  worked: [2026-05-16]
people: {ada: {name: "Ada; Lind, MSc", role: lead}}
roles: {lead: {name: Lead}}
waves:
  one: {name: First, tasks: {build: {name: Build, duration: 5d}}}
  two: {name: Second, tasks: {sell: {name: Sell, duration: 6d, depends_on: build}}}
milestones:
  open: {name: "Opens; now, \\\\ here", depends_on: sell, wave: two, description: "*Doors* `a|b`", owner: ada}
checkpoints:
  test: {at: W1D5, scope: build, command: "echo 'a;b,c\\\\n'"}
meetings:
  standup: {name: Standup, on: daily, at: "9:15", lasts: 15 minutes, per_wave: true, audience: team}
  review: {name: Review, on: [thu], at: "3:00 PM", lasts: an hour and a half, audience: leads, covers: test}
  market: {name: Market, on: sat, lasts: 1 hour, audience: all}
coordination:
  words: {week: 2, topic: "Words, claims; prices", between: [one, two], agenda: ["A\\nB"]}
"""
Taken = Callable[[str], Snapshot]


def snapshot_of(text: str) -> Snapshot:
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    assert outcome.snapshot is not None, outcome.findings
    return outcome.snapshot


def read(text: str = PLAN, wave: str = "") -> dict[str, Any]:
    calendar = Calendar.from_ical(calendar_ics.export(snapshot_of(text), wave).decode())
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


def test_a_milestone_is_a_day_that_takes_nobody_s_time() -> None:
    event = read()["milestone-open"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 5, 18), date(2026, 5, 19))
    assert event["transp"] == "TRANSPARENT"


def test_text_comes_back_letter_by_letter() -> None:
    events = read()
    assert events["milestone-open"]["summary"] == "Opens; now, \\ here"
    assert events["milestone-open"]["description"] == "Doors a|b\nDeclared by: Ada; Lind, MSc"
    assert "Command: echo 'a;b,c\\n'" in events["checkpoint-test"]["description"]
    assert events["coordination-words"]["summary"] == "Words, claims; prices"


def test_the_calendar_is_named_after_the_plan() -> None:
    assert rb'NAME:Shop\; launch\, \\ "quoted"' in calendar_ics.export(snapshot_of(PLAN)).splitlines()


def test_a_coordination_point_takes_the_workdays_of_its_week() -> None:
    event = read()["coordination-words"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 5, 11), date(2026, 5, 16))


def test_a_meeting_recurs_in_the_time_of_the_place_until_the_plan_ends() -> None:
    event = read()["meeting-review"]
    assert event["dtstart"].dt == datetime(2026, 5, 7, 15, 0)  # noqa: DTZ001 - floating
    assert event["duration"].dt == timedelta(minutes=90)
    assert event["rrule"]["BYDAY"] == ["TH"]


def test_a_holiday_is_left_out_and_a_saturday_worked_is_put_in() -> None:
    event = read()["meeting-standup"]
    assert [each.dt.date() for each in event["exdate"].dts] == [date(2026, 5, 14)]
    assert [each.dt.date() for each in event["rdate"].dts] == [date(2026, 5, 16)]
    assert event["rrule"]["UNTIL"] == [datetime(2026, 5, 18, 9, 15)]  # noqa: DTZ001 - floating


def test_a_meeting_on_a_named_day_off_is_held_on_it() -> None:
    event = read()["meeting-market"]
    assert event["dtstart"].dt == date(2026, 5, 9)
    assert "exdate" not in event


def test_a_wave_has_the_appointments_that_concern_it() -> None:
    assert set(read(wave="one")) == {"checkpoint-test", "coordination-words", "meeting-standup.one", "meeting-review",
                                     "meeting-market"}  # fmt: skip
    assert read(wave="two")["meeting-standup.two"]["dtstart"].dt.date() == date(2026, 5, 11)
    assert read(wave="two")["meeting-standup.two"]["summary"] == "Standup (Wave 2)"


def test_without_dates_there_is_no_file() -> None:
    undated = "title: T\ntasks: {a: {name: A, duration: 1d}}\nmilestones: {m: {name: M, depends_on: a}}\n"
    assert list(calendar_ics.files(snapshot_of(undated))) == []
    assert [each.name for each in calendar_ics.files(snapshot_of(f"start: 2026-05-04\n{undated}"))] == [
        "calendar.ics"
    ]


def test_without_appointments_there_is_no_file() -> None:
    assert list(calendar_ics.files(snapshot_of("title: T\nstart: 2026-05-04\n"))) == []


def test_an_appointment_keeps_its_uid_when_it_moves() -> None:
    moved = PLAN.replace("duration: 6d", "duration: 7d")
    assert {str(each["uid"]) for each in read().values()} == {str(each["uid"]) for each in read(moved).values()}


def test_the_stamp_is_the_plan_s_own() -> None:
    assert {each["dtstamp"].dt.date() for each in read().values()} == {date(2026, 5, 6)}


@pytest.mark.parametrize("wave", ["", "one", "two"])
def test_the_same_plan_gives_the_same_bytes(wave: str) -> None:
    assert calendar_ics.export(snapshot_of(PLAN), wave) == calendar_ics.export(snapshot_of(PLAN), wave)


def test_lines_are_folded_and_end_as_the_format_asks() -> None:
    text = calendar_ics.export(snapshot_of(PLAN))
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert b"\n" not in text.replace(b"\r\n", b"")
