"""A wave's week, as its lead asks for it: what is mine, whom I wait for, who waits for me, what is held."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.breakdown import Milestone, Phase, Task, Wave
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.clock import WEEK_DAYS
from generator.scheduling.progress.recorded import is_complete, is_kept
from generator.snapshot import Snapshot
from generator.views import page_wave, tested_by
from generator.views._mention import Mention, home_words, mention_of, owner
from generator.views._once import once
from generator.views._when import day_cell, days_of, finish_cell, span_cell, week_words
from generator.views.handovers import crossings


@dataclass(frozen=True)
class WeekTask:
    """A task at work in the week; `state` says what happens to it, with the tone of a chip."""

    task: Mention
    when: str
    owner: Mention | None
    state: str
    tone: str


@dataclass(frozen=True)
class Awaited:
    """Something that one side still has to hand to the other: what, whose, by when, and for which work.

    It is `late` where it was to be there before the week of the status date and is needed in that week.
    """

    what: Mention
    whose: str
    ready: str
    work: Mention
    late: bool


@dataclass(frozen=True)
class Held:
    """A checkpoint, milestone or coordination point of the week."""

    item: Mention
    when: str


@dataclass(frozen=True)
class ThisWeek:
    """One wave in the week of the status date, or in its own first week where there is none."""

    title: str
    is_now: bool
    tasks: tuple[WeekTask, ...]
    waits_for: tuple[Awaited, ...]
    waited_for: tuple[Awaited, ...]
    held: tuple[Held, ...]


def view(snapshot: Snapshot, wave: str) -> ThisWeek:
    """Tell the week of one wave."""
    week, is_now = week_of(snapshot, wave)
    days = range((week - 1) * WEEK_DAYS, week * WEEK_DAYS)
    awaited = list(_awaited(snapshot, wave, days))
    return ThisWeek(
        title=week_words(week, snapshot),
        is_now=is_now,
        tasks=tuple(_tasks(snapshot, wave, days)),
        waits_for=tuple(each for mine, each in awaited if not mine),
        waited_for=tuple(each for mine, each in awaited if mine),
        held=tuple(_held(snapshot, wave, days)),
    )


def week_of(snapshot: Snapshot, wave: str = "") -> tuple[int, bool]:
    """The week of the status date, never one before the plan's first; without one, a wave's first week."""
    time = snapshot.schedule.time
    index = time.day_index(snapshot.as_of) if snapshot.as_of else None
    if index is not None:
        return max(index // WEEK_DAYS + 1, time.day_of_start(snapshot.schedule.start).week), True
    return snapshot.schedule.weeks(wave).first if wave else 1, False


def _tasks(snapshot: Snapshot, wave: str, days: range) -> Iterator[WeekTask]:
    dates = snapshot.schedule.dates
    tasks = snapshot.schedule.breakdown.tasks_within(wave)
    for task in sorted(tasks, key=lambda each: dates[each.id].early_start):
        first, last = (day.index for day in days_of(task.id, snapshot))
        is_late = last < days.start and not is_complete(task) and _is_told_of(snapshot)
        if is_late or (first < days.stop and last >= days.start):
            state, tone = ("overdue", "bad") if is_late else _state(task, first in days, last in days)
            who = owner(task.owner, snapshot)
            yield WeekTask(mention_of(task, snapshot), span_cell(task.id, snapshot), who, state, tone)


def _state(task: Task, starts: bool, ends: bool) -> tuple[str, str]:  # noqa: FBT001 - two plain facts
    if is_complete(task):
        return "done", "ok"
    if starts and ends:
        return "starts and ends", "info"
    return ("starts", "info") if starts else ("ends", "warn") if ends else ("goes on", "muted")


@once
def _is_told_of(snapshot: Snapshot) -> bool:
    """Tell whether anybody can know what is overdue: there is a status date, and something is recorded."""
    moments = (
        each for each in snapshot.schedule.breakdown.items.values() if isinstance(each, Milestone | Checkpoint)
    )
    return week_of(snapshot)[1] and (is_kept(snapshot.schedule) or any(each.done for each in moments))


def _is_done(item: SchedItem, snapshot: Snapshot) -> bool:
    """Tell whether an item is there; a wave or phase is when all its tasks are."""
    if isinstance(item, Wave | Phase):
        tasks = list(snapshot.schedule.breakdown.tasks_within(item.id))
        return bool(tasks) and all(map(is_complete, tasks))
    return is_complete(item) if isinstance(item, Task) else isinstance(item, Milestone | Checkpoint) and item.done


def _awaited(snapshot: Snapshot, wave: str, days: range) -> Iterator[tuple[bool, Awaited]]:
    """What crosses the wave's border, is not there yet, and is ready or wanted by the end of the next week."""
    soon = days.stop + WEEK_DAYS
    for is_mine, given, taken in _across(snapshot).get(wave, ()):
        ready, used = days_of(given.id, snapshot)[1].index, days_of(taken.id, snapshot)[0].index
        if not _is_done(given, snapshot) and min(ready, used) < soon and used >= days.start:
            whose = _home_words(taken if is_mine else given, snapshot)
            late = ready < days.start and used in days and _is_told_of(snapshot)
            what, work = mention_of(given, snapshot), mention_of(taken, snapshot)
            yield is_mine, Awaited(what, whose, finish_cell(given.id, snapshot), work, late)


def _home_words(item: SchedItem, snapshot: Snapshot) -> str:
    return "" if isinstance(item, Wave | Phase) else home_words(item.id, snapshot)


@once
def _across(snapshot: Snapshot) -> Mapping[str, list[tuple[bool, SchedItem, SchedItem]]]:
    """By wave what crosses its border, and whether it is the one that gives."""
    wave_of = snapshot.schedule.breakdown.wave_of
    found: dict[str, list[tuple[bool, SchedItem, SchedItem]]] = {}
    for given, taken, _ in crossings(snapshot):
        ends = [getattr(wave_of(each.id), "id", None) for each in (given, taken)]
        if ends[0] != ends[1]:
            for wave, gives in zip(ends, (True, False), strict=True):
                found.setdefault(wave or "", []).append((gives, given, taken))
    return found


@once
def _in_view(snapshot: Snapshot) -> tuple[tuple[SchedItem, str | None], ...]:
    """What can be held in a wave: milestones, each with its wave, and checkpoints."""
    breakdown = snapshot.schedule.breakdown
    kept = (item for item in breakdown.items.values() if isinstance(item, Milestone | Checkpoint))
    return tuple(
        (item, (item.wave or getattr(breakdown.wave_of(item.id), "id", "")) if isinstance(item, Milestone) else None)
        for item in kept
    )


def _held(snapshot: Snapshot, wave: str, days: range) -> Iterator[Held]:
    found = list[tuple[int, Mention]]()
    tested = {each.checkpoint.id for each in tested_by.view(snapshot, wave)}
    for item, home in _in_view(snapshot):
        if home != wave and item.id not in tested:
            continue
        day = days_of(item.id, snapshot)[1]
        if day.index in days:
            found.append((day.index, mention_of(item, snapshot)))
    for index, mention in sorted(found, key=lambda each: each[0]):
        yield Held(mention, day_cell(snapshot.schedule.time.day(index)))
    for point in page_wave.view(snapshot, wave).coordination:
        if point.week == days.start // WEEK_DAYS + 1:
            yield Held(Mention("coordination", point.entry.id, point.topic), point.waves)
