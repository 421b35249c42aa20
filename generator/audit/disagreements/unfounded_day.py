"""A sentence, a picture or a live chart tells a day or a length that none of the items it names has.

Pictures carry each item's dates in their labels, sentences beside the names that they link. A day that belongs to
none of the items named was put there by nobody who looked at the plan.

Fails: "Schema Review: Week 2 Day 2" in a chart, where the task is on Week 2 Day 1.

Passes: "Schema Review: Week 2 Day 1".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from generator.audit.blocks import Text
from generator.audit.rendered.dated import days_of
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.audit.rendered.wording import Wording, wordings
from generator.findings import Severity
from generator.model.quantity import Position
from generator.model.text import ITEM_KINDS
from generator.scheduling.clock import DAY

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_ANCHOR = re.compile(r'<a id="([a-z]+)-([a-z0-9-]+)"></a>')
_TARGET = re.compile(r"#([a-z]+)-([a-z0-9-]+)$")
_BEFORE_SPAN = ": W"
_SPAN = re.compile(r": (?=(?:Week|W)\s?\d)")
_GATES = (" finished", " has begun", " may begin", " has finished", " may finish")
_TOLD_LENGTH = re.compile(r"(?:^|, )(\d[\d.]* (?:elapsed )?(?:minutes?|hours?|days?|weeks?))(?=,|$)")
_WEEKS = re.compile(r"Weeks? \d+(?:-\d+)? \([^()]*\)")
_OFF = re.compile(r"up to (?:Week \d+ Day \d \()?\Z")
"""What follows is a day on which nobody works."""
_NEAR = 40
"""So far before a day words belong to it."""
_FIELDS = (
    "start",
    "start_by",
    "start_on",
    "finish_from",
    "finish_by",
    "finish_on",
    "deadline",
    "at",
    "started",
    "finished",
)


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield labels of pictures that tell another time than their item has, and sentences that tell a time of none."""
    days = cache(lambda ref: frozenset(_days(ref, truth)))
    whole = _whole(truth)
    sound: set[tuple[str, bool]] = set()
    for words in wordings(published):
        if words.figure:
            label = (words.text, words.form_of_item)
            found = list(_label(words, truth)) if label not in sound and _BEFORE_SPAN in words.text else []
            yield from found
            if not found:
                sound.add(label)
        elif not words.is_code:
            yield from _sentence(words, truth, lambda refs: whole.union(*map(days, refs)))


def _label(words: Wording, truth: Truth) -> Iterator[Disagreement]:
    """A label begins with the item's name: "Auth: Week 1 Day 1 (Mon 5 Jan) to …, 5 days, critical"."""
    name, span, rest = _split(words.text)
    ref = _named(name, truth) if span else None
    days = days_of(ref, truth) if ref else None
    if ref is None or days is None:
        return
    told = truth.agreed_days(rest) or {day.index for day in truth.days(rest)}
    if told != set(days):
        yield Disagreement(f'"{truth.name(ref)}" is not on "{short(rest)}" in the plan', words.place())
    yield from _length(words, rest, ref, truth)


def _split(text: str) -> tuple[str, bool, str]:
    found = _SPAN.search(text)
    return (text[: found.start()], True, text[found.end() :]) if found else (text, False, "")


def _named(name: str, truth: Truth) -> Ref | None:
    bare = next((name.removesuffix(gate) for gate in _GATES if name.endswith(gate)), name)
    return truth.named(bare, ITEM_KINDS)


def _length(words: Wording, rest: str, ref: Ref, truth: Truth) -> Iterator[Disagreement]:
    if ref.kind not in ("task", "milestone"):
        return
    dates, time = truth.dates(ref), truth.snapshot.schedule.time
    if dates is None:
        return
    if ("critical" in rest.split(", ")) != dates.critical and words.form_of_item:
        yield Disagreement(
            f'"{truth.name(ref)}" is {"" if dates.critical else "not "}critical in the plan', words.place()
        )
    for found in _TOLD_LENGTH.findall(rest) if ref.kind == "task" else ():
        estimate = truth.snapshot.schedule.estimate(ref.id).likely
        worked = time.clock.worked(dates.early_finish) - time.clock.worked(dates.early_start)
        true = (Decimal(estimate.minutes(time.day_minutes, time.week_minutes)), Decimal(worked))
        told = truth.minutes(found)
        if told is not None and all(abs(told - each) > time.day_minutes // 20 for each in true):
            yield Disagreement(f'"{truth.name(ref)}" takes {estimate} in the plan, but "{found}" here', words.place())


def _sentence(
    words: Wording, truth: Truth, days: Callable[[Iterable[Ref]], frozenset[int]]
) -> Iterator[Disagreement]:
    time, every = truth.snapshot.schedule.time, truth.days(words.text)
    refs = _named_beside(words, truth) if every else []
    if not any(ref.kind in ITEM_KINDS for ref in refs):
        return
    weeks = [found.span() for found in _WEEKS.finditer(words.text)]
    known = days(refs)
    for told in every:
        if any(start <= told.start < end for start, end in weeks) or _OFF.search(
            words.text, max(told.start - _NEAR, 0), told.start
        ):
            continue
        unfounded = told.index is None or (told.index not in known and time.is_workday(told.index))
        if unfounded and not _said_by_plan(words.text, words.text[told.start : told.end], truth):
            named = " or ".join(f'"{truth.name(ref)}"' for ref in refs[:3])
            message = f'"{words.text[told.start : told.end]}" is no day of {named} in the plan'
            yield Disagreement(message, words.place(told.start, told.end))


def _said_by_plan(sentence: str, day: str, truth: Truth) -> bool:
    """Tell whether the author's own words, live facts filled in, tell that day: of whatever they speak."""
    here = plain(sentence)
    return any(plain(day) in text and plain(text) in here for _, text in truth.texts)


def _named_beside(words: Wording, truth: Truth) -> list[Ref]:
    """The items that the line links to, or is the entry of."""
    if not isinstance(words.at, Text):
        return []
    line = words.at.spot[0]
    targets = [_TARGET.search(link.target) for link in words.page.links_by_line.get(line, ())]
    found = [(each[1], each[2]) for each in targets if each] + _ANCHOR.findall(words.page.lines[line - 1])
    refs = (Ref(*each) for each in found)
    return [ref for ref in refs if truth.has(ref) and ref.kind in (*ITEM_KINDS, "person")]


def _days(ref: Ref, truth: Truth) -> Iterator[int]:
    """Every day that may be told of an item: its dates, those imposed, agreed, or put off to, and leave."""
    item, snapshot = truth.item(ref), truth.snapshot
    yield from days_of(ref, truth) or ()
    yield from _indexes((getattr(item, name, None) for name in _FIELDS), truth)
    yield from (day for leave in getattr(item, "leave", ()) for day in _indexes((leave.date, leave.until), truth))
    agreed = snapshot.plan.baseline.items.get(ref.id)
    yield from _indexes((agreed.start, agreed.finish) if agreed else (), truth)
    waits = snapshot.schedule.levelled.waits if snapshot.schedule.levelled else ()
    yield from (wait.ready // DAY for wait in waits if wait.task == ref.id)


def _indexes(moments: Iterable[Position | date | None], truth: Truth) -> Iterator[int]:
    for moment in moments:
        day = moment.date() if isinstance(moment, datetime) else moment
        index = truth.snapshot.schedule.time.day_index(day) if day else None
        if index is not None:
            yield index


def _whole(truth: Truth) -> frozenset[int]:
    schedule, as_of = truth.snapshot.schedule, truth.snapshot.as_of
    ends = (schedule.time.day_of_start(schedule.start).index, schedule.time.day_of_finish(schedule.finish).index)
    return frozenset({*ends, *_indexes([as_of], truth)})
