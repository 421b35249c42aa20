"""Holds the schedule against Microsoft Project's: prints every date and float that differs.

    python benchmarks/mspdi.py FILE.xml ...

Each file is turned into a plan: its calendars, leaf tasks, who works on them by which calendar, links with lag
(working or elapsed), date constraints with their time of day, deadlines.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan

_NS = "{http://schemas.microsoft.com/project}"
_LINKS = {"0": "FF", "1": "FS", "2": "SF", "3": "SS"}
_ELAPSED = frozenset({"4", "6", "8", "10", "12", "36", "38", "40", "42", "44"})
_CONSTRAINTS = {
    "2": "start_on",
    "3": "finish_on",
    "4": "start",
    "5": "start_by",
    "6": "finish_from",
    "7": "finish_by",
}
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_NOBODY = "-1"
_AS_LATE_AS_POSSIBLE = "1"
_TENTHS = 10
"""Lags and slack are told in tenths of a minute."""


@dataclass(frozen=True)
class Expected:
    """What Microsoft Project says of one task."""

    uid: str
    name: str
    early: tuple[datetime, datetime]
    late: tuple[datetime, datetime]
    total: int
    free: int


def main() -> int:
    """Compare every file; exit 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    differences = sum(_compare(file) for file in parser.parse_args().files)
    return 1 if differences else 0


def _compare(file: str) -> int:
    project = ET.parse(file).getroot()  # noqa: S314 - a benchmark over files its caller trusts
    outcome = examine(parse_plan(json.dumps(_plan(project)).encode(), file))
    if outcome.snapshot is None:
        print(f"{file}: {'; '.join(finding.message for finding in outcome.findings)}")
        return 1
    expected = [_expected(task) for task in _leaves(project)]
    found = [line for each in expected for line in _differences(each, outcome.snapshot)]
    print(f"{file}: {len(expected)} tasks, {len(found)} differences")
    for line in found:
        print(f"  {line}")
    return len(found)


def _text(element: ET.Element, name: str, default: str = "") -> str:
    return element.findtext(_NS + name, default)


def _leaves(project: ET.Element) -> list[ET.Element]:
    tasks = project.findall(f"{_NS}Tasks/{_NS}Task")
    return [task for task in tasks if _text(task, "Summary") != "1" and _text(task, "IsNull") != "1"]


def _plan(project: ET.Element) -> dict[str, object]:
    calendars = _calendars(project)
    roles = {each: role for each, role in _roles(project) if role["calendar"] in calendars}
    leaves = {f"t-{_text(task, 'UID')}": _task(task, project, roles) for task in _leaves(project)}
    return {
        "title": "Imported",
        "start": _text(project, "StartDate")[:10],
        "calendar": calendars.get(_calendar_id(_text(project, "CalendarUID")), {}),
        "calendars": calendars,
        "roles": roles,
        "tasks": {key: task for key, task in leaves.items() if "duration" in task},
        "milestones": {key: task for key, task in leaves.items() if "duration" not in task},
    }


def _calendar_id(uid: str) -> str:
    return f"calendar-{uid}"


def _roles(project: ET.Element) -> Iterator[tuple[str, dict[str, str]]]:
    for each in project.findall(f"{_NS}Resources/{_NS}Resource"):
        name, calendar = _text(each, "Name") or "-", _calendar_id(_text(each, "CalendarUID"))
        yield f"role-{_text(each, 'UID')}", {"name": name, "calendar": calendar}


def _calendars(project: ET.Element) -> dict[str, dict[str, object]]:
    """Tell every calendar; a resource's has the days of its base but for those that it tells itself."""
    found = {_text(each, "UID"): each for each in project.findall(f"{_NS}Calendars/{_NS}Calendar")}
    return {_calendar_id(uid): _calendar(each, found) for uid, each in found.items()}


def _calendar(calendar: ET.Element, all_of_them: dict[str, ET.Element]) -> dict[str, object]:
    layers = [each for each in (all_of_them.get(_text(calendar, "BaseCalendarUID")), calendar) if each is not None]
    hours = {name: shifts for layer in layers for name, shifts in _week(layer)}
    days = {name: hours[name] for name in _WEEKDAYS if hours.get(name)}
    off = [each for layer in layers for each in _days_off(layer)]
    usual = ["8:00-12:00", "13:00-17:00"]
    ordered = [name for name in (*_WEEKDAYS[1:], _WEEKDAYS[0]) if name in days]
    return {"workdays": ordered, "hours": usual, "hours_on": days, "holidays": off} if days else {}


def _week(calendar: ET.Element) -> Iterator[tuple[str, list[str]]]:
    for day in calendar.iter(f"{_NS}WeekDay"):
        if _text(day, "DayType") != "0":
            yield _WEEKDAYS[int(_text(day, "DayType")) - 1], [_shift(each) for each in day.iter(f"{_NS}WorkingTime")]


def _shift(time: ET.Element) -> str:
    begin, end = _text(time, "FromTime")[:5], _text(time, "ToTime")[:5]
    return f"{begin}-{'24:00' if end == '00:00' else end}"


def _days_off(calendar: ET.Element) -> Iterator[dict[str, str]]:
    days = [day for day in calendar.iter(f"{_NS}WeekDay") if _text(day, "DayType") == "0"]
    for day in (*days, *calendar.iter(f"{_NS}Exception")):
        ends = [datetime.fromisoformat(each.text or "") for each in day.findall(f"{_NS}TimePeriod/*")]
        if _text(day, "DayWorking", "0") == "0" and ends:
            yield {"date": ends[0].date().isoformat(), "until": ends[-1].date().isoformat()}


def _task(task: ET.Element, project: ET.Element, roles: dict[str, dict[str, str]]) -> dict[str, object]:
    """Tell a leaf; a date imposed before the project's start is told as the start, which is as good."""
    minutes, start = _minutes(_text(task, "Duration")), _moment(_text(project, "StartDate"))
    elapsed = "e" if _text(task, "DurationFormat") in _ELAPSED else ""
    told: dict[str, object] = {"name": _text(task, "Name") or "-"}
    if minutes:
        told |= {"duration": f"{minutes}{elapsed}m", **_working_time(task, project, roles)}
    told["depends_on"] = [_dependency(link) for link in task.findall(f"{_NS}PredecessorLink")]
    constraint = _CONSTRAINTS.get(_text(task, "ConstraintType"))
    if constraint:
        told[constraint] = max(start, _moment(_text(task, "ConstraintDate")))
    if _text(task, "Deadline"):
        told["deadline"] = max(start, _moment(_text(task, "Deadline")))
    if minutes and _text(task, "ConstraintType") == _AS_LATE_AS_POSSIBLE:
        told["late"] = "true"
    return told


def _working_time(task: ET.Element, project: ET.Element, roles: dict[str, dict[str, str]]) -> dict[str, object]:
    told: dict[str, object] = {}
    if _text(task, "CalendarUID", _NOBODY) != _NOBODY:
        told["calendar"] = _calendar_id(_text(task, "CalendarUID"))
    if _text(task, "IgnoreResourceCalendar") != "1":
        links = project.findall(f"{_NS}Assignments/{_NS}Assignment")
        mine = [
            f"role-{_text(each, 'ResourceUID')}" for each in links if _text(each, "TaskUID") == _text(task, "UID")
        ]
        told["needs"] = {role: "1" for role in mine if role in roles}
    return told


def _moment(text: str) -> str:
    return text[:16].replace("T", " ")


def _dependency(link: ET.Element) -> str:
    lag = int(_text(link, "LinkLag", "0")) // _TENTHS
    elapsed = "e" if _text(link, "LagFormat") in _ELAPSED else ""
    told = f"{'-' if lag < 0 else '+'}{abs(lag)}{elapsed}m" if lag else ""
    return f"t-{_text(link, 'PredecessorUID')} {_LINKS[_text(link, 'Type')]}{told}"


def _minutes(duration: str) -> int:
    hours, minutes = re.findall(r"(\d+)[HM]", duration)[:2]
    return int(hours) * 60 + int(minutes)


def _expected(task: ET.Element) -> Expected:
    early, late = (
        (datetime.fromisoformat(_text(task, f"{end}Start")), datetime.fromisoformat(_text(task, f"{end}Finish")))
        for end in ("Early", "Late")
    )
    slack = (int(_text(task, name, "0")) // _TENTHS for name in ("TotalSlack", "FreeSlack"))
    return Expected(_text(task, "UID"), _text(task, "Name"), early, late, *slack)


def _differences(expected: Expected, snapshot: Snapshot) -> Iterator[str]:
    dates = snapshot.schedule.dates[f"t-{expected.uid}"]
    origin = snapshot.schedule.time.start_date
    moments = [
        datetime.combine(origin, datetime.min.time()) + timedelta(minutes=instant) if origin else None
        for instant in (dates.early_start, dates.early_finish, dates.late_start, dates.late_finish)
    ]
    told = {
        "early start": (moments[0], expected.early[0]),
        "early finish": (moments[1], expected.early[1]),
        "late start": (moments[2], expected.late[0]),
        "late finish": (moments[3], expected.late[1]),
        "total float": (dates.total_float, expected.total),
        "free float": (dates.free_float, expected.free),
    }
    for name, (ours, theirs) in told.items():
        if ours != theirs:
            yield f"{expected.uid} {expected.name}: {name} is {ours}, Project has {theirs}"


if __name__ == "__main__":
    sys.exit(main())
