"""A calendar to subscribe to has an appointment that the plan does not have, or has at another time.

It goes straight into people's own calendars, where nobody holds it against the plan.

Fails: `calendar.ics` has the launch on the 12th, which the plan reaches on the 9th.

Passes: it has it on the 9th.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from generator.audit.rendered.calendars import Event, events_in, names_in
from generator.audit.rendered.dated import days_of
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import DOWNLOADS, SITE, Published
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Place, Severity
from generator.model.communication import Coordination, Meeting
from generator.model.text import Item
from generator.model.walk import references
from generator.scheduling.hours import hours_of
from generator.scheduling.meetings import length_of

SEVERITY = Severity.ERROR
_KINDS = ("milestone", "checkpoint", "coordination", "meeting")
_OWNERS = {"Declared by": "owner", "Run by": "owner", "Brought about by": "owner", "Chair": "chair"}
_NAMED = ("Scope", "Between", "Tells of", "Outcome is posted in")
_TOLD = ("Command", "Outcome", "Who comes", "Lasts")
_BETWEEN = re.compile(r"[\s,+→]|\band\b")


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield the appointments that are wrong, strange or missing, calendar by calendar."""
    prefix = f"{SITE}/{DOWNLOADS}/calendar"
    found = {name.removeprefix(prefix): name for name in published.contents if name.startswith(prefix)}
    for rest, name in found.items():
        wave = rest.removesuffix(".ics").removeprefix("-")
        text = published.contents[name].decode(errors="replace")
        yield from _called(text, wave, published.place(name), truth)
        yield from _calendar(tuple(events_in(text)), wave, published.place(name), truth)
    if found and "" not in {rest.removesuffix(".ics") for rest in found}:
        yield Disagreement("the calendar of the whole plan is missing", _place(published.place(f"{prefix}.ics"), 1))


def _called(text: str, wave: str, file: str, truth: Truth) -> Iterator[Disagreement]:
    """A calendar is called after the plan, and that of a wave after both."""
    plan = truth.snapshot.plan.title
    part = truth.snapshot.names["wave", wave].label if truth.has(Ref("wave", wave)) else None
    true = f"{plan}: {part}" if part else plan
    for name in names_in(text):
        if plain(name.text) != plain(true):
            yield Disagreement(f'the calendar of "{true}" is called "{short(name.text)}"', _place(file, name.line))


def _calendar(events: tuple[Event, ...], wave: str, file: str, truth: Truth) -> Iterator[Disagreement]:
    seen: list[Ref] = []
    for event in events:
        place, _, of = event.text("UID").partition("@")[0].partition(".")
        kind, _, item = place.partition("-")
        ref = Ref(kind, item)
        if kind not in _KINDS or not truth.has(ref):
            yield Disagreement(f'the plan has no appointment "{short(place)}"', _place(file, event.line_of("UID")))
            continue
        seen.append(ref)
        yield from _event(event, ref, of or ("" if not _is_own(ref, truth) else wave), file, truth)
    times_seen = Counter(seen)
    for ref in _appointments(truth):
        if times_seen[ref] != 1 and (times_seen[ref] or _belongs(ref, wave, truth)):
            times = "is missing" if not times_seen[ref] else "stands here more than once"
            yield Disagreement(f'"{truth.name(ref)}" {times}', _place(file, 1))


@lru_cache(maxsize=2)
def _appointments(truth: Truth) -> tuple[Ref, ...]:
    return tuple(ref for ref in truth.refs if ref.kind in _KINDS)


def _event(event: Event, ref: Ref, wave: str, file: str, truth: Truth) -> Iterator[Disagreement]:
    name, days, true = truth.snapshot.names[ref].name, event.days(), _days(ref, wave, truth)
    if plain(event.text("SUMMARY")) != plain(_summary(name, wave, truth)):
        yield _said("SUMMARY", f'"{name}" is called "{short(event.text("SUMMARY"))}" here', event, file)
    if days != true:
        odd = min(days ^ true)
        told = (
            f'"{name}" is on {odd.isoformat()} here' if odd in days else f'"{name}" is not on {odd.isoformat()} here'
        )
        yield _said("DTSTART", f"{told}, in the plan it is{'' if odd in true else ' not'}", event, file)
    at, hour = event.at, _hour(ref, truth)
    if at is not None and (f"{at.hour}:{at.minute:02}" if event.is_timed else "") != hour:
        yield _said("DTSTART", f'"{name}" begins at {hour or "no time of day"} in the plan', event, file)
    yield from _length(event, ref, file, truth)
    for line in event.text("DESCRIPTION").splitlines():
        if not _is_true(line, ref, truth):
            yield _said("DESCRIPTION", f'the plan does not say "{short(line)}" of "{name}"', event, file)


def _summary(name: str, wave: str, truth: Truth) -> str:
    return f"{name} ({truth.snapshot.names[Ref('wave', wave)].label})" if wave else name


def _is_own(ref: Ref, truth: Truth) -> bool:
    return bool(getattr(truth.item(ref), "per_wave", False))


def _days(ref: Ref, wave: str, truth: Truth) -> frozenset[date]:
    item, time = truth.item(ref), truth.snapshot.schedule.time
    begin = time.start_date
    if begin is None:
        return frozenset()
    if isinstance(item, Coordination):
        first, last = ((item.week - 1) * 7 + offset for offset in (min(time.workdays), max(time.workdays)))
        indexes = range(first, last + 1)
    elif isinstance(item, Meeting):
        indexes = _bounds(wave, truth)
        return frozenset(begin + timedelta(days=each) for each in indexes if _is_held(item, each, truth))
    else:
        last = (days_of(ref, truth) or (0, 0))[1]
        indexes = range(last, last + 1)
    return frozenset(begin + timedelta(days=each) for each in indexes)


def _bounds(wave: str, truth: Truth) -> range:
    """The days of a wave, or of the whole plan."""
    schedule = truth.snapshot.schedule
    found = days_of(Ref("wave", wave), truth) if wave else None
    first, last = found or (schedule.start // 1440, max(schedule.finish - 1, 0) // 1440)
    return range(first, last + 1)


def _is_held(meeting: Meeting, index: int, truth: Truth) -> bool:
    """Held on its weekdays, a daily one on workdays; never on a holiday, and on other days off only where named."""
    time = truth.snapshot.schedule.time
    if not meeting.on:
        return time.is_workday(index)
    day = time.day(index)
    if all(day.weekday != each.number for each in meeting.on):
        return False
    ordinary = any(day.weekday == each.number for each in truth.snapshot.plan.calendar.workdays)
    return time.is_workday(index) if ordinary else not (day.date and time.holiday_on(day.date))


def _hour(ref: Ref, truth: Truth) -> str:
    item = truth.item(ref)
    if isinstance(item, Coordination):
        return ""
    if isinstance(item, Meeting):
        return f"{item.at.hour}:{item.at.minute:02}" if item.at else ""
    return hours_of(ref.id, truth.snapshot.schedule)[1].replace("24:00", "0:00")


def _length(event: Event, ref: Ref, file: str, truth: Truth) -> Iterator[Disagreement]:
    item = truth.item(ref)
    told = event.properties["DURATION"].minutes if "DURATION" in event.properties else None
    true = length_of(item) if isinstance(item, Meeting) and item.at else None
    if told != true:
        yield _said("DURATION", f'"{truth.name(ref)}" takes {true or "no"} minutes in the plan', event, file)


def _is_true(line: str, ref: Ref, truth: Truth) -> bool:
    label, colon, words = line.partition(": ")
    item = truth.item(ref)
    own = set(truth.texts_below(item.pointer))
    if plain(line) in own or plain(line.removeprefix("- ")) in own:
        return True
    if colon and label in _OWNERS:
        return words == _owner(getattr(item, _OWNERS[label], None), truth)
    if colon and label == "State":
        return bool(getattr(item, "done", False))
    return bool(colon) and (plain(words) in own or (label in _NAMED and _names_alone(words, item, truth)))


def _owner(reference: str | None, truth: Truth) -> str:
    found = truth.snapshot.index.find(reference, ("person", "role")) if reference else None
    return truth.snapshot.names[(found[0], found[1].id)].name if found else ""


def _names_alone(words: str, item: Item, truth: Truth) -> bool:
    """Tell whether words are nothing but names of what an item refers to."""
    index = truth.snapshot.index
    found = [index.find(each, kinds) for _, each, kinds in references(item)]
    names = {name for each in found if each for name in truth.names_of(Ref(each[0], each[1].id))}
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(" ".join(name.split()), "")
    return not _BETWEEN.sub("", words)


def _belongs(ref: Ref, wave: str, truth: Truth) -> bool:
    """Tell whether an item must be in a calendar: in the plan's whatever has a day, in a wave's what names it."""
    item = truth.item(ref)
    if isinstance(item, Meeting):
        return (not wave or item.per_wave) and bool(_days(ref, wave, truth))
    return not wave or wave in _waves_named(ref, truth)


@lru_cache(maxsize=10_000)
def _waves_named(ref: Ref, truth: Truth) -> frozenset[str]:
    """The waves that what an item refers to belongs to, but for what it waits for."""
    named = [each.rpartition(":")[2] for at, each, _ in references(truth.item(ref)) if "depends_on" not in at]
    waves = map(truth.snapshot.schedule.breakdown.wave_of, named)
    return frozenset(wave.id for wave in waves if wave is not None)


def _said(name: str, message: str, event: Event, file: str) -> Disagreement:
    return Disagreement(message, _place(file, event.line_of(name)))


def _place(file: str, line: int) -> Place:
    return Place(file, line, 1, line, 1)
