"""Times of day are told of what is shorter than a day or begins at a told time, and of moments within a day."""

import pytest

from generator.scheduling.hours import hours_of
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = b"""\
title: Stall
start: 2026-06-13
calendar: {workdays: [sat, sun], hours: ["8:00-20:00"]}
calendars: {round-the-clock: {hours: ["0:00-24:00"]}}
tasks:
  open: {name: Open, duration: 90m, start: W1D1 10:30}
  serve: {name: Serve, duration: 1d, depends_on: open}
  close: {name: Close, duration: 30m, start: W1D2 19:30}
  night: {name: Night, duration: 14h, calendar: round-the-clock, start: 2026-06-13}
  long: {name: Long, duration: 24h}
  late: {name: Late, duration: 2d, start: 2026-06-13 18:00}
milestones:
  first: {name: First guest, depends_on: open}
  shut: {name: Shut, depends_on: close}
"""


@pytest.mark.parametrize(
    ("item", "hours"),
    [
        ("open", ("10:30", "12:00")),
        ("serve", ("", "")),
        ("close", ("19:30", "20:00")),
        ("night", ("0:00", "14:00")),
        ("long", ("", "")),
        ("late", ("18:00", "18:00")),
        ("first", ("12:00", "12:00")),
        ("shut", ("", "")),
    ],
)
def test_the_hours_of_an_item(item: str, hours: tuple[str, str]) -> None:
    snapshot = examine(parse_plan(PLAN, "plan.yaml")).snapshot
    assert snapshot is not None
    assert hours_of(item, snapshot.schedule) == hours
