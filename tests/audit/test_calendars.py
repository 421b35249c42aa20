"""A calendar to subscribe to is held against the plan, appointment by appointment."""

from pathlib import Path

import pytest

from generator.audit.disagreements import wrong_appointment
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Truth
from generator.exports import calendar_ics
from generator.snapshot import Snapshot, take_snapshot

PLANS = sorted((Path(__file__).parents[1] / "plans").glob("*.yaml"))
FEATURES = next(each for each in PLANS if each.stem == "every-feature")


def snapshot_of(path: Path) -> Snapshot:
    outcome = take_snapshot(path)
    assert outcome.snapshot is not None
    return outcome.snapshot


def calendars(snapshot: Snapshot) -> dict[str, bytes]:
    return {f"site/downloads/{each.name}": each.write(snapshot) for each in calendar_ics.files(snapshot)}


def told(snapshot: Snapshot, contents: dict[str, bytes]) -> list[str]:
    published = Published(Path("build"), Path("build/docs"), contents)
    return [each.message for each in wrong_appointment.check(published, Truth(snapshot))]


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_nothing_is_said_of_what_was_just_written(plan: Path) -> None:
    snapshot = snapshot_of(plan)
    assert told(snapshot, calendars(snapshot)) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("VALUE=DATE:20260518", "VALUE=DATE:20260517", '"Gates open" is on 2026-05-17 here'),
        ("SUMMARY:Review", "SUMMARY:Revue", '"Review" is called "Revue" here'),
        ("EXDATE:20260514T080000\r\n", "", '"Standup" is on 2026-05-14 here'),
        ("BYDAY=TU,FR", "BYDAY=TU,TH", '"Review" is on 2026-05-07 here'),
        ("T160000\r\nDURATION", "T170000\r\nDURATION", '"Review" begins at 16:00 in the plan'),
        ("DURATION:PT1H", "DURATION:PT2H", '"Review" takes 60 minutes in the plan'),
        ("Run by: Bo Ek", "Run by: Ada Lind", 'the plan does not say "Run by: Ada Lind" of "Load Test"'),
        ("DTEND;VALUE=DATE:20260516", "DTEND;VALUE=DATE:20260517", '"Load Test" is on 2026-05-16 here'),
        ("UID:milestone-opening", "UID:milestone-gates", 'the plan has no appointment "milestone-gates"'),
    ],
)
def test_a_changed_appointment_is_told(old: str, new: str, message: str) -> None:
    snapshot = snapshot_of(FEATURES)
    made = calendars(snapshot)
    text = made["site/downloads/calendar.ics"].decode()
    assert old in text
    found = told(snapshot, made | {"site/downloads/calendar.ics": text.replace(old, new, 1).encode()})
    assert any(each.startswith(message) for each in found), found


def test_a_missing_appointment_is_told() -> None:
    snapshot = snapshot_of(FEATURES)
    made = calendars(snapshot)
    first, _, rest = made["site/downloads/calendar-ground.ics"].partition(b"BEGIN:VEVENT")
    without = first + rest.partition(b"END:VEVENT\r\n")[2]
    assert told(snapshot, made | {"site/downloads/calendar-ground.ics": without}) == ['"Load Test" is missing']
