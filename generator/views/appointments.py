"""What belongs into somebody's calendar: milestones, checkpoints, coordination points, meetings, on their dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.commonmark import words_of
from generator.formatting import joined
from generator.model.breakdown import Milestone
from generator.model.communication import Meeting
from generator.model.verification import Checkpoint
from generator.scheduling.hours import hours_of
from generator.scheduling.meetings import begin_of, is_held, length_of, weekdays_held
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot
from generator.views import page_wave, tested_by
from generator.views._mention import mentioned, owner
from generator.views._once import once
from generator.views._when import days_of
from generator.views.checkpoint_list import scope_words
from generator.views.coordination import Point
from generator.views.coordination import view as points_of


@dataclass(frozen=True)
class Series:
    """On which weekdays an appointment recurs, 0 for Monday, until when, on which days not, and on which besides."""

    weekdays: tuple[int, ...]
    until: date
    left_out: tuple[date, ...]
    added: tuple[date, ...]


@dataclass(frozen=True)
class Appointment:
    """One appointment in plain text; without `begin`, a minute of the day, it is of the days from first to last.

    `of` is the wave that holds it for itself; `minutes` is its length where that is known.
    """

    kind: str
    id: str
    of: str
    name: str
    first: date
    last: date
    begin: int | None
    minutes: int | None
    notes: tuple[str, ...]
    series: Series | None = None


@once
def view(snapshot: Snapshot, wave: str = "") -> tuple[Appointment, ...]:
    """List the appointments of the plan, or those that concern a wave; none where the plan has no dates."""
    return tuple(_appointments(snapshot, wave)) if snapshot.plan.start else ()


def _appointments(snapshot: Snapshot, wave: str) -> Iterator[Appointment]:
    plan, of_wave = snapshot.plan, snapshot.schedule.breakdown.wave_of
    for milestone in plan.milestones.values():
        if wave in ("", milestone.wave) or getattr(of_wave(milestone.id), "id", None) == wave:
            yield _moment("milestone", milestone, _milestone_notes(milestone, snapshot), snapshot)
    tested = {each.checkpoint.id for each in tested_by.view(snapshot, wave)} if wave else plan.checkpoints
    for checkpoint in plan.checkpoints.values():
        if checkpoint.id in tested:
            yield _moment("checkpoint", checkpoint, _checkpoint_notes(checkpoint, snapshot), snapshot)
    for point in page_wave.view(snapshot, wave).coordination if wave else points_of(snapshot):
        yield _point(point, snapshot)
    held = [line.entry for line in page_wave.view(snapshot, wave).meetings] if wave else plan.meetings.values()
    for meeting in held:
        yield from _meeting(snapshot, meeting.id, wave if meeting.per_wave else "")


def _moment(kind: str, item: Milestone | Checkpoint, notes: tuple[str, ...], snapshot: Snapshot) -> Appointment:
    """A milestone or a checkpoint, at its hour where it has one."""
    day, at = _date(days_of(item.id, snapshot)[1]), hours_of(item.id, snapshot.schedule)[1]
    hour, _, minute = at.partition(":")
    begin = int(hour) * 60 + int(minute) if at else None
    name = snapshot.names[(kind, item.id)].name
    return Appointment(kind, item.id, "", name, day, day, begin, None, notes)


def _milestone_notes(milestone: Milestone, snapshot: Snapshot) -> tuple[str, ...]:
    return _notes(
        ("", words_of(milestone.description or "")),
        ("Declared by", _who(milestone.owner, snapshot)),
        ("State", "reached" if milestone.done else ""),
    )


def _checkpoint_notes(checkpoint: Checkpoint, snapshot: Snapshot) -> tuple[str, ...]:
    return _notes(
        ("Scope", words_of(scope_words(checkpoint, snapshot))),
        ("Run by", _who(checkpoint.owner, snapshot)),
        ("Command", checkpoint.command or ""),
        ("State", "passed" if checkpoint.done else ""),
    )


def _point(point: Point, snapshot: Snapshot) -> Appointment:
    """A coordination point takes the workdays of its week: the plan tells no day."""
    time, entry = snapshot.schedule.time, point.entry
    offsets = sorted(time.workdays)
    first, last = (_date(time.day((point.week - 1) * 7 + offset)) for offset in (offsets[0], offsets[-1]))
    notes = _notes(
        ("Between", point.waves),
        ("Brought about by", _who(entry.owner, snapshot)),
        ("Outcome", words_of(entry.outcome or "")),
        *(("", f"- {words_of(each)}") for each in entry.agenda),
    )
    return Appointment("coordination", entry.id, "", point.topic, first, last, None, None, notes)


@once
def _meeting(snapshot: Snapshot, meeting_id: str, of: str) -> tuple[Appointment, ...]:
    """A meeting from the first day to the last on which it is held, of a wave or all; nothing where it never is."""
    meeting = snapshot.plan.meetings[meeting_id]
    days = [day for day in _days(of, snapshot) if is_held(meeting, day, snapshot.plan, snapshot.schedule)]
    if not days:
        return ()
    name = f"{meeting.name} ({snapshot.names[('wave', of)].label})" if of else meeting.name
    first, series = _date(days[0]), _series(meeting, days, snapshot)
    begin, minutes = begin_of(meeting), length_of(meeting)
    notes = _meeting_notes(meeting, snapshot)
    return (Appointment("meeting", meeting.id, of, name, first, first, begin, minutes, notes, series),)


def _meeting_notes(meeting: Meeting, snapshot: Snapshot) -> tuple[str, ...]:
    channel = mentioned(meeting.channel, snapshot, ("channel",))
    covered = [found.words for found in (mentioned(each, snapshot) for each in meeting.covers) if found]
    return _notes(
        ("Who comes", words_of(meeting.audience)),
        ("Lasts", meeting.lasts),
        ("Chair", _who(meeting.chair, snapshot)),
        ("Tells of", joined(covered)),
        ("Outcome is posted in", channel.words if channel else ""),
        *(("", f"- {words_of(each)}") for each in meeting.agenda),
    )


def _series(meeting: Meeting, days: list[Day], snapshot: Snapshot) -> Series:
    on, time, held = weekdays_held(meeting, snapshot.plan), snapshot.schedule.time, {day.index for day in days}
    between = [time.day(index) for index in range(days[0].index, days[-1].index + 1)]
    return Series(
        tuple(sorted(on)),
        _date(days[-1]),
        tuple(_date(day) for day in between if day.weekday in on and day.index not in held),
        tuple(_date(day) for day in days if day.weekday not in on),
    )


def _days(wave: str, snapshot: Snapshot) -> list[Day]:
    """The days of a wave, or of the whole plan."""
    schedule, time = snapshot.schedule, snapshot.schedule.time
    if wave:
        first, last = days_of(wave, snapshot)
    else:
        first, last = time.day_of_start(schedule.start), time.day_of_finish(schedule.finish)
    return [time.day(index) for index in range(first.index, last.index + 1)]


def _who(reference: str | None, snapshot: Snapshot) -> str:
    found = owner(reference, snapshot)
    return found.words if found else ""


def _notes(*told: tuple[str, str]) -> tuple[str, ...]:
    return tuple(f"{label}: {words}" if label else words for label, words in told if words)


def _date(day: Day) -> date:
    """A day's date, which every day of a plan with a start has."""
    return day.date or date.min + timedelta(days=day.index)
