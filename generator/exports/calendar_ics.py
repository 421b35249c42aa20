"""Appointments as calendars subscribe to them (iCalendar, RFC 5545): of the plan, and of each wave."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from generator.exports._file import File
from generator.snapshot import Snapshot
from generator.views import appointments, calendar_file
from generator.views.appointments import Appointment, Series

if TYPE_CHECKING:
    from icalendar import Event

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = timedelta(days=1)


def files(snapshot: Snapshot) -> Iterator[File]:
    """Offer the plan's calendar and one of each wave; none where nothing has a date."""
    for wave in ("", *snapshot.plan.waves):
        name = calendar_file.view(snapshot, wave)
        about = f"Appointments of {snapshot.names[('wave', wave)].label}" if wave else "Appointments to subscribe to"
        if name:
            yield File(name, about, partial(export, wave=wave), audience=wave)


def export(snapshot: Snapshot, wave: str = "") -> bytes:
    """Write a calendar. Times of day are those of the place: the plan tells no time zone."""
    from icalendar import Calendar, vText  # noqa: PLC0415 - takes half a second, and only a build writes calendars

    calendar, plan = Calendar(), snapshot.plan
    calendar.add("prodid", "-//Planpress//Planpress//EN")
    calendar.add("version", "2.0")
    name = f"{plan.title}: {snapshot.names[('wave', wave)].label}" if wave else plan.title
    for key in ("name", "x-wr-calname"):
        calendar.add(key, vText(_line(name)))
    calendar.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
    for each in appointments.view(snapshot, wave):
        calendar.add_component(_event(each, snapshot))
    return bytes(calendar.to_ical())


def _event(each: Appointment, snapshot: Snapshot) -> "Event":
    """Write one appointment; the stamp is the day to which the plan's figures belong, so that bytes stay the same."""
    from icalendar import Event  # noqa: PLC0415 - as above

    event, stamp = Event(), snapshot.as_of or snapshot.plan.start or each.first
    event.add("uid", _uid(each, snapshot))
    event.add("dtstamp", datetime.combine(stamp, time.min))
    event.add("summary", _line(each.name))
    event.add("categories", [each.kind])
    if each.notes:
        event.add("description", "\n".join(map(_line, each.notes)))
    _place(each, event)
    if each.series:
        _repeat(each, each.series, event)
    return event


def _uid(each: Appointment, snapshot: Snapshot) -> str:
    """The same for as long as plan and item keep their names, whatever becomes of their dates."""
    place = f"{each.kind}-{each.id}.{each.of}" if each.of else f"{each.kind}-{each.id}"
    return f"{place}@{uuid5(NAMESPACE_URL, f'planpress:{snapshot.plan.title}')}"


def _place(each: Appointment, event: "Event") -> None:
    """Whole days take nobody's time: they are marks in the calendar."""
    event.add("dtstart", _at(each.first, each.begin))
    if each.begin is None:
        event.add("dtend", each.last + _DAY)
    elif each.minutes:
        event.add("duration", timedelta(minutes=each.minutes))
    if each.begin is None or not each.minutes:
        event.add("transp", "TRANSPARENT")


def _repeat(each: Appointment, series: Series, event: "Event") -> None:
    until = _at(series.until, each.begin)
    event.add("rrule", {"FREQ": "WEEKLY", "BYDAY": [_DAYS[day] for day in series.weekdays], "UNTIL": until})
    if series.left_out:
        event.add("exdate", [_at(day, each.begin) for day in series.left_out])
    if series.added:
        event.add("rdate", [_at(day, each.begin) for day in series.added])


def _at(day: date, minute: int | None) -> date:
    """A date, or the time on it."""
    return day if minute is None else datetime.combine(day, time.min) + timedelta(minutes=minute)


def _line(text: str) -> str:
    return " ".join(text.split())
