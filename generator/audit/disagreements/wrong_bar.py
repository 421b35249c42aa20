"""A bar of a chart lies elsewhere than its item in the schedule, or looks like another.

The chart that readers group and filter is drawn by a script from numbers on the page. They are seen as bars by
everybody and read as numbers by nobody.

Fails: a task ends on day 5, and its bar on day 6; a task is critical, and its bar is not marked.

Passes: the bar ends where the task does, and is marked as the task is.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from generator.audit.rendered.bars import BAR, Bar, off_the_axis
from generator.audit.rendered.dated import days_of
from generator.audit.rendered.disagreement import Disagreement
from generator.audit.rendered.pages import Page
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Ref, Truth
from generator.findings import Place, Severity
from generator.model.text import ITEM_KINDS
from generator.scheduling.clock import DAY, WEEK_DAYS

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_NEAR = 0.001
_AT = {"begin": "early_start", "end": "early_finish", "slack": "late_finish"}
_WHOLE = 100


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield the bars, arrows and weeks of a chart's data that the schedule has not."""
    for page in published.everything.values():
        for figure in page.figures:
            if figure.geometry is not None:
                yield from _chart(*figure.geometry, truth)
        yield from _drawn(page, truth)


def _chart(data: object, place: Place, truth: Truth) -> Iterator[Disagreement]:
    try:
        told = [*_rows(data["rows"], truth), *_links(data, truth), *_weeks(data["axis"], truth)]  # type: ignore[index]
    except (KeyError, IndexError, TypeError, ValueError):
        told = ["the data of this chart cannot be read"]
    yield from (Disagreement(message, place) for message in told)


def _drawn(page: Page, truth: Truth) -> Iterator[Disagreement]:
    """A bar of a picture is as far from the others, and as long, as its task on the axis that all of them share."""
    for raw in page.raw:
        bars = [bar for number, line in enumerate(raw.lines, raw.first) for bar in _bars(line, number, page, truth)]
        for bar in off_the_axis(bars):
            yield Disagreement(f'the bar of "{bar.name}" does not lie where the schedule has it', bar.place)


def _bars(line: str, number: int, page: Page, truth: Truth) -> Iterator[Bar]:
    for found in BAR.finditer(line) if line.startswith("<rect ") else ():
        name = unescape(found["name"])
        ref = truth.named(name, ("task",))
        dates = truth.dates(ref) if ref else None
        if dates and days_of(ref, truth) == _told_days(unescape(found["told"]), truth):  # type: ignore[arg-type]
            place = Place(page.file, number, 1, number, len(line) + 1)
            begin, end = (_position(each, truth) for each in (dates.early_start, dates.early_finish))
            x, width, height = (float(found[each]) for each in ("x", "width", "height"))
            yield Bar(name, x, width, height, begin, end, place)


def _told_days(words: str, truth: Truth) -> tuple[int, int] | None:
    """The first and the last day that the words of a bar tell."""
    days = [each.index for each in truth.days(words.partition(",")[0]) if each.index is not None]
    return (min(days), max(days)) if days else None


def _rows(rows: Sequence[Mapping[str, Any]], truth: Truth) -> Iterator[str]:
    for row in rows:
        ref = Ref(row["kind"], row["id"])
        if ref.kind in ITEM_KINDS and not truth.has(ref):
            yield f'there is no {ref.kind} "{ref.id}" in the plan'
        elif ref.kind in ITEM_KINDS:
            yield from (f'the bar of "{truth.name(ref)}" has another {fault}' for fault in _faults(row, ref, truth))


def _faults(row: Mapping[str, Any], ref: Ref, truth: Truth) -> Iterator[str]:
    dates, item = truth.dates(ref), truth.item(ref)
    yield from (key for key, name in _AT.items() if key in row and not _lies(row[key], getattr(dates, name), truth))
    if ref.kind in ("task", "milestone") and bool(row.get("critical")) != (dates is not None and dates.critical):
        yield "colour: critical"
    if bool(row.get("done")) != bool(getattr(item, "done", False)):
        yield "mark: done"
    if abs(row.get("progress", 0) * _WHOLE - float(getattr(item, "percent_complete", None) or 0)) > _NEAR:
        yield "progress"
    if row.get("roles", []) != [truth.name(Ref("role", role)) for role in getattr(item, "needs", {})]:
        yield "group of roles"


def _lies(position: float, instant: int, truth: Truth) -> bool:
    return abs(position - _position(instant, truth)) < _NEAR


def _position(instant: int, truth: Truth) -> float:
    """Where an instant lies on the axis, in days, each as wide as the hours in which anybody works."""
    day, minute = divmod(max(instant, 0), DAY)
    shifts = truth.snapshot.schedule.at_work.shifts_on(day)
    done = sum(min(minute, end) - begin for begin, end in shifts if begin < minute)
    return day + (done / sum(end - begin for begin, end in shifts) if shifts else minute / DAY)


def _links(data: Any, truth: Truth) -> Iterator[str]:  # noqa: ANN401 - whatever was read
    """An arrow is a dependency, or waits for those who work on its source."""
    rows, items = data["rows"], truth.snapshot.schedule.breakdown.items
    for link in data["links"]:
        source, target = (rows[link[end]]["id"] for end in ("from", "to"))
        depends = getattr(items.get(target), "depends_on", ())
        written = (link.get("link", "FS"), link.get("lag", ""))
        known = any(
            each.on.rpartition(":")[2] == source and (each.link, each.lag_text) == written for each in depends
        )
        if not link.get("waits") and not known:
            yield f'nothing leads from "{source}" to "{target}" in the plan as this arrow does'
        if link.get("waits") and source not in _waited_for(target, truth):
            yield f'"{target}" does not wait for those who work on "{source}"'


def _waited_for(target: str, truth: Truth) -> set[str | None]:
    dates = truth.snapshot.schedule.dates.get(target)
    return {driver.item for driver in dates.drivers if driver.resource} if dates else set()


def _weeks(axis: Mapping[str, Any], truth: Truth) -> Iterator[str]:
    time = truth.snapshot.schedule.time
    if axis["origin"] != (time.start_date.isoformat() if time.start_date else ""):
        yield "the axis begins on another day than the plan"
    yield from (f"week {number} lies elsewhere" for at, number, *_ in axis["weeks"] if at != (number - 1) * WEEK_DAYS)
