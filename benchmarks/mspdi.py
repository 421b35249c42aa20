"""Holds the schedule against Microsoft Project's: prints every date and float that differs.

    python benchmarks/mspdi.py FILE.xml ...

Each file is turned into a plan: its default calendar, leaf tasks, links with lag (working or elapsed) and date
constraints. Summaries are compared by the dates that their leaves span.
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
    start = _text(project, "StartDate")[:10]
    leaves = {f"t-{_text(task, 'UID')}": _task(task, start) for task in _leaves(project)}
    return {
        "title": "Imported",
        "start": start,
        "calendar": _calendar(project),
        "tasks": {key: task for key, task in leaves.items() if "duration" in task},
        "milestones": {key: task for key, task in leaves.items() if "duration" not in task},
    }


def _calendar(project: ET.Element) -> dict[str, object]:
    uid = _text(project, "CalendarUID")
    calendars = project.findall(f"{_NS}Calendars/{_NS}Calendar")
    calendar = next(each for each in calendars if _text(each, "UID") == uid)
    days = [day for day in calendar.iter(f"{_NS}WeekDay") if _text(day, "DayWorking") == "1"]
    numbers = {_WEEKDAYS[int(_text(day, "DayType")) - 1]: day for day in days if _text(day, "DayType") != "0"}
    shifts = [
        f"{_text(each, 'FromTime')[:5]}-{_text(each, 'ToTime')[:5]}"
        for each in next(iter(numbers.values())).iter(f"{_NS}WorkingTime")
    ]
    return {"workdays": list(numbers), "hours": shifts, "holidays": list(_days_off(calendar))}


def _days_off(calendar: ET.Element) -> Iterator[dict[str, str]]:
    for day in calendar.iter(f"{_NS}WeekDay"):
        if _text(day, "DayType") == "0" and _text(day, "DayWorking") == "0":
            first, last = (datetime.fromisoformat(each.text or "") for each in day.findall(f"{_NS}TimePeriod/*"))
            for offset in range((last - first).days + 1):
                yield {"date": (first + timedelta(days=offset)).date().isoformat()}


def _task(task: ET.Element, start: str) -> dict[str, object]:
    """Tell a leaf; a date imposed before the project's start is told as the start, which is as good."""
    minutes = _minutes(_text(task, "Duration"))
    elapsed = "e" if _text(task, "DurationFormat") in _ELAPSED else ""
    told: dict[str, object] = {"name": _text(task, "Name") or "-"}
    if minutes:
        told["duration"] = f"{minutes}{elapsed}m"
    told["depends_on"] = [_dependency(link) for link in task.findall(f"{_NS}PredecessorLink")]
    constraint = _CONSTRAINTS.get(_text(task, "ConstraintType"))
    if constraint:
        told[constraint] = max(start, _text(task, "ConstraintDate")[:10])
    return told


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
