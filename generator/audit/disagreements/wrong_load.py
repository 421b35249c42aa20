"""The table of loads for spreadsheets contradicts itself, the calendar or the schedule.

Whoever staffs a plan from it hires for days that are none, or misses those that are.

Fails: five are needed of five, and one is missing all the same.

Passes: nobody is missing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from generator.audit.rendered.dated import days_of
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.loads import needed
from generator.audit.rendered.published import DOWNLOADS, SITE, Published
from generator.audit.rendered.sheets import has_columns, lines_of
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Place, Severity
from generator.scheduling.resource_load import NOBODY

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
            yield from (
                Disagreement(message, line.at(key)) for key, message in _needed_otherwise(line.told, day, truth)
            )
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


def _needed_otherwise(row: Row, day: int, truth: Truth) -> Iterator[tuple[str, str]]:
    """The fewest and the most are those whom the tasks of the day need; nobody is needed of whoever is away."""
    found = needed(truth).get((row["kind"], row["id"], row["team"]), {}).get(day, NOBODY)
    for key, true in (("needed_low", found.low), ("needed_high", found.high)):
        if key in row and _number(row[key]) not in (None, true):
            yield key, f'{true} are needed on "{short(row["day"])}", not "{short(row[key])}"'


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
    for (kind, name, team), days in needed(truth).items():
        for day in days:
            if not seen[kind, name, team, day]:
                where = f' in "{team}"' if team else ""
                yield f'"{truth.name(Ref(kind, name))}" is needed{where} on {_told(day, truth)}, which is missing'


def _told(day: int, truth: Truth) -> str:
    found = truth.snapshot.schedule.time.day(day)
    return f"W{found.week}D{found.number}"
