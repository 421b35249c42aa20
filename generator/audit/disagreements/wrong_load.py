"""The table of loads for spreadsheets contradicts itself, the calendar or the schedule.

Whoever staffs a plan from it hires for days that are none, or misses those that are.

Fails: five are needed of five, and one is missing all the same.

Passes: nobody is missing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from generator.audit.rendered.dated import days_of
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import DOWNLOADS, SITE, Published
from generator.audit.rendered.sheets import has_columns, lines_of
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Place, Severity
from generator.model.breakdown import Task
from generator.scheduling.clock import DAY

SEVERITY = Severity.ERROR
_FILE = f"{SITE}/{DOWNLOADS}/load.csv"
_COLUMNS = frozenset({"kind", "id", "name", "team", "day", "date", "needed_low", "capacity", "over_by", "tasks"})

_MOST_DIGITS = 9

Row = Mapping[str, str]
Key = tuple[str, str, str, int]
"""Kind, id and team of whoever is needed, and the day."""


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield rows that cannot be, and days of work that have no row."""
    text, file = published.contents.get(_FILE, b"").decode(errors="replace"), published.place(_FILE)
    if not has_columns(text, _COLUMNS):
        return
    seen = Counter[Key]()
    for line in lines_of(text, file):
        if isinstance(line, Disagreement):
            yield line
            continue
        yield from (Disagreement(message, line.at(key)) for key, message in _faults(line.told, truth))
        day = _day(line.told, truth)
        if day is not None:
            seen[line.told["kind"], line.told["id"], line.told["team"], day] += 1
    yield from (Disagreement(message, Place(file, 1, 1, 1, 1)) for message in _counted(seen, truth))


def _day(row: Row, truth: Truth) -> int | None:
    days = {each.index for each in truth.days(row["day"])}
    return days.pop() if len(days) == 1 else None


def _faults(row: Row, truth: Truth) -> Iterator[tuple[str, str]]:
    """Yield the column that is wrong, and why."""
    ref = Ref(row["kind"], row["id"])
    if not truth.has(ref) or ref.kind not in ("role", "person"):
        yield "id", f'the plan has no {short(row["kind"])} "{short(row["id"])}"'
        return
    name = truth.name(ref)
    if plain(row["name"]) not in truth.plain_names[ref]:
        yield "name", f'"{name}" is called "{short(row["name"])}" here'
    day, told = _day(row, truth), short(row["day"])
    if day is None:
        yield "day", f'"{told}" is no day'
    elif row["date"] != _date(day, truth):
        yield "date", f'"{told}" is {_date(day, truth) or "no date"} in the calendar, but "{short(row["date"])}" here'
    yield from _missing(row, name)
    for each in filter(None, row["tasks"].split("; ")):
        days = days_of(Ref("task", each), truth) if truth.has(Ref("task", each)) else None
        if days is None or (day is not None and not days[0] <= day <= days[1]):
            yield "tasks", f'"{short(each)}" is not at work on "{told}"'


def _date(day: int, truth: Truth) -> str:
    found: date | None = truth.snapshot.schedule.time.day(day).date
    return found.isoformat() if found else ""


def _missing(row: Row, name: str) -> Iterator[tuple[str, str]]:
    """As many are missing as are needed at least and not there."""
    low, there, over = (_number(row[key]) for key in ("needed_low", "capacity", "over_by"))
    true = max(low - there, 0) if low is not None and there is not None else 0
    if over != true:
        yield "over_by", f'"{name}" lacks {true} on "{short(row["day"])}", not "{short(row["over_by"])}"'


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def _counted(seen: Counter[Key], truth: Truth) -> Iterator[str]:
    """A day of a team is one of the plan; so is each on which a task is done that needs somebody."""
    for (kind, name, team, day), count in seen.items():
        called, told = truth.name(Ref(kind, name)) if truth.has(Ref(kind, name)) else name, _told(day, truth)
        if count > 1:
            yield f'"{called}" stands here more than once for {told}'
        if team and not seen[kind, name, "", day]:
            yield f'"{called}" has {told} in "{team}", but not in the plan as a whole'
    for ref in truth.refs:
        task = truth.item(ref)
        days = tuple(_at_work(task.id, truth)) if isinstance(task, Task) and (task.needs or task.people) else ()
        for who, day in product(_needed(task), days) if isinstance(task, Task) else ():
            if not seen[who.kind, who.id, "", day]:
                yield f'"{truth.name(who)}" works on "{truth.name(ref)}" on {_told(day, truth)}, which is missing'


def _at_work(task: str, truth: Truth) -> Iterator[int]:
    """Each day on which a task is done, by its own hours."""
    dates, clock = truth.snapshot.schedule.dates[task], truth.snapshot.schedule.network.nodes[task].clock
    for day in range(dates.early_start // DAY, (dates.early_finish - 1) // DAY + 1):
        begin, end = dates.early_start - day * DAY, dates.early_finish - day * DAY
        if any(first < end and last > begin for first, last in clock.shifts_on(day)):
            yield day


def _needed(task: Task) -> Iterator[Ref]:
    yield from (Ref("role", role) for role, band in task.needs.items() if band.high)
    yield from (Ref("person", person) for person in task.people)


def _told(day: int, truth: Truth) -> str:
    found = truth.snapshot.schedule.time.day(day)
    return f"W{found.week}D{found.number}"
