"""A download for programs says something else than the schedule.

Spreadsheets and programs take these figures as they are, and nobody reads them over.

Fails: `schedule.csv` has a task finish on 2026-01-12 that finishes on the 9th.

Passes: it has the 9th.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.audit.rendered.dated import days_of
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import DOWNLOADS, SITE, Published
from generator.audit.rendered.sheets import has_columns, lines_of
from generator.audit.rendered.truth import Ref, Truth
from generator.findings import Place, Severity
from generator.model.breakdown import Task
from generator.model.text import ITEM_KINDS

SEVERITY = Severity.ERROR
_COLUMNS = frozenset({"id", "start", "finish"})
_HUNDREDTH = Decimal("0.006")
_BEFORE, _AFTER = 3, 40
_ID = re.compile(r'"id": ("(?:[^"\\]|\\.)*"|[^\s,}\]]+)')
Tell = Callable[[Ref, Truth], str | None]


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield the values of tables and of JSON, by item, that are not the schedule's; and items that are left out."""
    for name, content in published.contents.items():
        if not name.startswith(f"{SITE}/{DOWNLOADS}/"):
            continue
        text = content.decode(errors="replace")
        if name.endswith(".csv"):
            yield from _table(text, published.place(name), truth)
        elif name.endswith(".json"):
            yield from _objects(text, published.place(name), truth)


@dataclass(frozen=True)
class _Object:
    """An object of JSON, which begins near a line."""

    values: Mapping[str, object]
    text: str
    file: str
    first: int

    def at(self, key: str) -> Place:
        """The line of one of its values."""
        return _below(self.text, self.file, key, self.first)


def _table(text: str, file: str, truth: Truth) -> Iterator[Disagreement]:
    if not has_columns(text, _COLUMNS):
        return
    seen: list[str] = []
    for line in lines_of(text, file):
        if isinstance(line, Disagreement):
            yield line
        else:
            seen.append(line.told["id"])
            yield from _row(line.told, truth, line.at)
    yield from _all_there(seen, truth, Place(file, 1, 1, 1, 1))


def _objects(text: str, file: str, truth: Truth) -> Iterator[Disagreement]:
    whole = Place(file, 1, 1, 1, 1)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        yield Disagreement("not JSON", whole)
        return
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list) or not all(isinstance(each, dict) and "id" in each for each in items):
        return
    yield from _head(data, text, file, truth)
    lines = _lines_of_ids(text)
    for told in items:
        at = _Object(told, text, file, lines.get(json.dumps(told["id"], ensure_ascii=False), 0)).at
        yield from _row({key: _flat(value) for key, value in told.items()}, truth, at)
    yield from _all_there([str(each["id"]) for each in items], truth, whole)


def _head(data: Mapping[str, Any], text: str, file: str, truth: Truth) -> Iterator[Disagreement]:
    plan, snapshot = truth.snapshot.plan, truth.snapshot
    true = {
        "title": plan.title,
        "version": plan.version,
        "start": plan.start.isoformat() if plan.start else None,
        "as_of": snapshot.as_of.isoformat() if snapshot.as_of else None,
        "critical_path": list(snapshot.schedule.critical_path),
    }
    for key, value in true.items():
        if key in data and data[key] != value:
            message = f'{key} is "{_flat(value)}" in the plan, but "{short(_flat(data[key]))}" here'
            yield Disagreement(message, _below(text, file, key, 0))


def _row(told: Mapping[str, str], truth: Truth, at: Callable[[str], Place]) -> Iterator[Disagreement]:
    kind = told.get("kind") or next((kind for kind in ITEM_KINDS if truth.has(Ref(kind, told["id"]))), "")
    ref = Ref(kind, told["id"])
    if kind not in ITEM_KINDS or not truth.has(ref):
        key = "kind" if any(truth.has(Ref(each, told["id"])) for each in ITEM_KINDS) else "id"
        yield Disagreement(
            f'the plan has no {told.get("kind") or "item"} "{short(told["id"])}"', at(key if key in told else "id")
        )
        return
    for key, tell in _TRUE.items():
        true = tell(ref, truth) if key in told else None
        if true is not None and not _same(told[key], true):
            yield Disagreement(
                f'{key} of "{truth.name(ref)}" is "{true}" in the plan, but "{short(told[key])}" here', at(key)
            )


def _same(told: str, true: str) -> bool:
    if told == true:
        return True
    try:
        return abs(Decimal(told) - Decimal(true)) < _HUNDREDTH
    except ArithmeticError:
        return False


def _all_there(seen: Sequence[str], truth: Truth, place: Place) -> Iterator[Disagreement]:
    times_seen = Counter(seen)
    for ref in truth.refs:
        if ref.kind in ITEM_KINDS and times_seen[ref.id] != 1:
            times = "is missing" if ref.id not in times_seen else "stands here more than once"
            yield Disagreement(f'"{truth.name(ref)}" {times}', place)


def _flat(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_flat, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _lines_of_ids(text: str) -> Mapping[str, int]:
    """The line in which each id, as JSON writes it, stands first."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n")):
        for told in _ID.findall(line):
            found.setdefault(told, number)
    return found


def _below(text: str, file: str, key: str, first: int) -> Place:
    """The line of a key of the object that begins near a line."""
    lines = text.split("\n")
    for number in range(max(first - _BEFORE, 0), min(first + _AFTER, len(lines))):
        column = lines[number].find(f'"{key}":')
        if column >= 0:
            return Place(file, number + 1, column + 1, number + 1, len(lines[number].rstrip(",")) + 1)
    return Place(file, first + 1, 1, first + 1, 1)


def _day(which: int, *, iso: bool) -> Tell:
    def tell(ref: Ref, truth: Truth) -> str | None:
        days, dates, time = days_of(ref, truth), truth.dates(ref), truth.snapshot.schedule.time
        if days is None or dates is None:
            return None
        day = time.day(days[which])
        if iso:
            return day.date.isoformat() if day.date else ""
        weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday]
        return f"W{day.week}D{day.number}" if day.number else f"W{day.week} {weekday}"

    return tell


def _float(key: str, kinds: tuple[str, ...]) -> Tell:
    def tell(ref: Ref, truth: Truth) -> str | None:
        minutes = getattr(truth.dates(ref), key)
        return str(Decimal(minutes) / truth.snapshot.schedule.time.day_minutes) if ref.kind in kinds else ""

    return tell


def _duration(ref: Ref, truth: Truth) -> str | None:
    return str(truth.snapshot.schedule.estimate(ref.id)) if ref.kind == "task" else None


def _percent(ref: Ref, truth: Truth) -> str | None:
    item = truth.item(ref)
    return str(item.percent_complete or 0) if isinstance(item, Task) else ""


def _within(ref: Ref, truth: Truth) -> str | None:
    parent = truth.snapshot.schedule.breakdown.parent(ref.id)
    return parent.id if parent else ""


def _critical(ref: Ref, truth: Truth) -> str | None:
    dates = truth.dates(ref)
    return "yes" if dates and dates.critical and ref.kind != "checkpoint" else "no"


def _depth(ref: Ref, truth: Truth) -> str | None:
    depth, here = 0, truth.snapshot.schedule.breakdown.parents.get(ref.id)
    while here is not None and depth < len(truth.refs):
        depth, here = depth + 1, truth.snapshot.schedule.breakdown.parents.get(here)
    return str(depth)


_DONE = ("phase", "wave", "task", "milestone")
_TRUE: dict[str, Tell] = {
    "name": lambda ref, truth: truth.snapshot.names[ref].name,
    "depth": _depth,
    "within": _within,
    "start": _day(0, iso=False),
    "finish": _day(1, iso=False),
    "start_date": _day(0, iso=True),
    "finish_date": _day(1, iso=True),
    "duration": _duration,
    "total_float": _float("total_float", _DONE),
    "free_float": _float("free_float", ("task", "milestone")),
    "critical": _critical,
    "percent_complete": _percent,
}
