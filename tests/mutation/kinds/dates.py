"""Faults of dates: days, weeks, lengths and links that no longer fit one another."""

import itertools
import re
from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.kinds._days import before, end, first_day, last_day, told
from tests.mutation.kinds._words import ITEMS, ids, references
from tests.mutation.plan_text import PlanText, Pointer


def checkpoint_moved_before_its_work(good: Good) -> Iterator[Fault]:
    """A checkpoint takes place the day before some of its scope is finished."""
    for pointer, entry in good.entries("checkpoints"):
        scope = entry["scope"] if isinstance(entry["scope"], list) else [entry["scope"]]
        for item in scope:
            day = before(good, last_day(good, item))
            if day:
                changed = good.text.put((*pointer, "at"), told(day))
                yield good.fault(
                    f"{spoken(pointer)} {told(day)}", changed, Aim("checkpoint-before-work", (*pointer, "at"))
                )


def checkpoint_moved_past_the_end(good: Good) -> Iterator[Fault]:
    """A checkpoint for which nothing waits takes place in the week after the plan's last."""
    awaited = {name for _, name in references(good, "depends_on")}
    for pointer, _ in good.entries("checkpoints"):
        at = (*pointer, "at")
        day = f"W{end(good)[0] + 1}D1"
        if pointer[-1] not in awaited:
            yield good.fault(f"{spoken(at)} {day}", good.text.put(at, day), Aim("checkpoint-after-finish", at))


def days_of_checkpoints_swapped(good: Good) -> Iterator[Fault]:
    """Two numbered checkpoints take place in each other's stead."""
    entries = [pointer for pointer, entry in good.entries("checkpoints") if str(pointer[-1])[-1].isdigit()]
    for one, other in itertools.pairwise(entries):
        if last_day(good, str(one[-1])) < last_day(good, str(other[-1])):
            changed = good.text.swap((*one, "at"), (*other, "at"))
            yield good.fault(f"{spoken(one)} and {other[-1]}", changed, Aim("checkpoint-order", (*other, "at")))


def checkpoint_moved_before_another(good: Good) -> Iterator[Fault]:
    """A checkpoint takes the day of an earlier one, at which its work is not done."""
    entries = [pointer for pointer, _ in good.entries("checkpoints")]
    for one, other in ((one, other) for one in entries for other in entries):
        day = last_day(good, str(one[-1]))
        late = [aim for aim, item in _scope(good, other) if last_day(good, item) > day]
        if late:
            changed = good.text.put((*other, "at"), good.text.written((*one, "at")))
            yield good.fault(f"{spoken(other)} with {one[-1]}", changed, *late)


def wave_weeks_changed(good: Good) -> Iterator[Fault]:
    """The committed weeks of a wave begin later, end earlier or last longer than its work."""
    for pointer, entry in good.entries("waves"):
        if "weeks" not in entry:
            continue
        first, last = _span(entry["weeks"])
        weeks = (*pointer, "weeks")
        for other in {f"{first}-{last + 1}", f"{first + 1}-{last + 1}", f"{first}-{max(first, last - 1)}"}:
            if _span(other) != (first, last):
                aims = [Aim("wave-weeks", weeks), Aim("wave-outside-phase", weeks)]
                aims += [Aim("task-outside-wave", (*pointer, "tasks", task)) for task in entry.get("tasks", ())]
                yield good.fault(f"{spoken(weeks)} {other}", good.text.put(weeks, other), *aims)


def phase_weeks_changed(good: Good) -> Iterator[Fault]:
    """The committed weeks of a phase are not those of its waves."""
    for pointer, entry in good.entries("phases"):
        if "weeks" not in entry:
            continue
        first, last = _span(entry["weeks"])
        weeks = (*pointer, "weeks")
        inside = [one for one, wave in good.entries("waves") if wave.get("phase") == pointer[-1]]
        for other in {f"{first}-{last + 1}", f"{first + 1}-{last + 1}", f"{first}-{max(first, last - 1)}"}:
            if _span(other) != (first, last):
                outside = [Aim("wave-outside-phase", (*wave, "phase")) for wave in inside]
                changed = good.text.put(weeks, other)
                yield good.fault(f"{spoken(weeks)} {other}", changed, Aim("phase-weeks", weeks), *outside)


def committed_length_changed(good: Good) -> Iterator[Fault]:
    """The promise is a week, a day or a date off."""
    for key, value in (good.data.get("committed") or {}).items():
        pointer: Pointer = ("committed", key)
        others = [str(int(value) + step) for step in (1, -1)] if value.isdigit() else []
        others += [f"{value[:8]}{int(value[8:]) % 28 + 1:02}"] if key == "finish" else []
        for other in others:
            changed = good.text.put(pointer, other)
            yield good.fault(f"{spoken(pointer)} {other}", changed, Aim("duration-commitment", pointer))


def start_on_a_sunday(good: Good) -> Iterator[Fault]:
    """The plan begins on a day off."""
    found = re.fullmatch(r"(\d{4}-\d\d-)(\d\d)", good.data.get("start") or "")
    sundays = {"2026-01-05": "2026-01-04", "2026-09-07": "2026-09-06"}
    if found and found[0] in sundays:
        yield good.fault("start", good.text.put(("start",), sundays[found[0]]), Aim("start-on-day-off", ("start",)))


def holiday_on_a_checkpoint(good: Good) -> Iterator[Fault]:
    """A day off is declared on the day of a checkpoint or committed milestone."""
    for pointer, _ in good.entries("checkpoints"):
        day = good.schedule.time.day_of_finish(good.schedule.dates[str(pointer[-1])].early_finish).date
        holidays = ("calendar", "holidays")
        if day and holidays in good.text.spots:
            aim = Aim("imposed-on-day-off", (*pointer, "at"))
            yield good.fault(f"{spoken(pointer)} is a holiday", good.text.append(holidays, str(day)), aim)


def duration_enlarged(good: Good) -> Iterator[Fault]:
    """A task of a wave with committed weeks takes so long that it leaves them."""
    for pointer, entry in good.entries("tasks"):
        wave = good.data["waves"].get(pointer[1], {}) if pointer[0] == "waves" else {}
        if "weeks" in wave and "duration" in entry:
            changed = good.text.put((*pointer, "duration"), "300d")
            yield good.fault(f"{spoken(pointer)} 300d", changed, Aim("task-outside-wave", pointer))


def duration_of_nothing(good: Good) -> Iterator[Fault]:
    """A task that takes no time."""
    for pointer in good.text.pointers("duration"):
        yield good.fault(f"{spoken(pointer)} 0d", good.text.put(pointer, "0d"), Aim("zero-duration", pointer))


def duration_dropped(good: Good) -> Iterator[Fault]:
    """A task that does not say how long it takes."""
    for pointer, entry in good.entries("tasks"):
        if "duration" in entry:
            changed = good.text.drop((*pointer, "duration"))
            yield good.fault(f"{spoken(pointer)} unsized", changed, Aim("unsized-task", pointer))


def task_of_a_thousand_years(good: Good) -> Iterator[Fault]:
    """A slip of the finger on the zero."""
    for pointer in good.text.pointers("duration"):
        for length in ("300000d", "90000d"):
            aims = Aim("invalid-value", pointer), Aim("plan-too-long", pointer)
            yield good.fault(f"{spoken(pointer)} {length}", good.text.put(pointer, length), *aims)


def deadline_that_cannot_be_met(good: Good) -> Iterator[Fault]:
    """A deadline or limit on the day before the item is finished."""
    for pointer, _ in good.entries("tasks", "milestones"):
        day = before(good, last_day(good, str(pointer[-1])))
        for key, rule in (("deadline", "deadline-missed"), ("finish_by", "limit-missed")):
            if day:
                changed = good.text.add(pointer, key, told(day))
                yield good.fault(f"{spoken(pointer)} {key} {told(day)}", changed, Aim(rule, (*pointer, key)))


def start_limit_that_cannot_be_met(good: Good) -> Iterator[Fault]:
    """A start imposed on the day before the item can begin."""
    for pointer, entry in good.entries("tasks"):
        day = before(good, first_day(good, str(pointer[-1])))
        if day:
            changed = good.text.add(pointer, "start_by", told(day))
            aims = [Aim("limit-missed", (*pointer, "start_by"))]
            aims += [Aim("limit-contradiction", (*pointer, key)) for key in ("start", "start_on") if key in entry]
            yield good.fault(f"{spoken(pointer)} {told(day)}", changed, *aims)


def milestone_that_waits_for_nothing(good: Good) -> Iterator[Fault]:
    """A milestone without its work, reached on the first day."""
    every = dict(good.entries("milestones"))
    awaited = {name for _, name in references(good, "depends_on", "scope")}
    for pointer, milestone in every.items():
        is_placed = {"start", "start_on", "finish_on"} & milestone.keys() or pointer[-1] in awaited
        if len(every) > 1 and "depends_on" in milestone and not is_placed:
            changed = good.text.drop((*pointer, "depends_on"))
            yield good.fault(f"{spoken(pointer)} alone", changed, Aim("milestone-without-work", pointer))


def condition_that_nothing_waits_for(good: Good) -> Iterator[Fault]:
    """A wave asks for what happens on the first day elsewhere, and does not wait for it."""
    for pointer, wave in good.entries("waves") if "milestones" in good.data else ():
        tasks = [*wave.get("tasks", {}).values()]
        is_fixed = "start" in wave or any({"start", "start_on"} & task.keys() for task in tasks)
        if (
            isinstance(wave.get("entry"), list)
            and tasks
            and not is_fixed
            and first_day(good, str(pointer[-1])) > (1, 2)
        ):
            signed = good.text.add(("milestones",), "signed", "{name: All Has Been Signed, start_on: W1D1}")
            entry = (*pointer, "entry")
            changed = PlanText(signed).append(entry, "\"{{ name('signed') }} is told.\"")
            aim = Aim("entry-without-dependency", (*entry, len(wave["entry"])))
            yield good.fault(f"{spoken(entry)} asks for more", changed, aim)


def deadline_after_its_limit(good: Good) -> Iterator[Fault]:
    """What must be finished on one day is hoped to be finished by a later one."""
    first, later = f"W{end(good)[0] + 1}D1", f"W{end(good)[0] + 2}D1"
    for pointer, entry in good.entries("tasks", "milestones"):
        if not {"deadline", "finish_by"} & entry.keys() and good.text.spots[pointer].is_flow:
            changed = good.text.add(pointer, "finish_by", f"{first}, deadline: {later}")
            yield good.fault(
                f"{spoken(pointer)} {later}", changed, Aim("deadline-beyond-limit", (*pointer, "deadline"))
            )


def worked_day_that_is_one_anyway(good: Good) -> Iterator[Fault]:
    """An ordinary workday is named among those that would be off."""
    calendar: Pointer = ("calendar",)
    day = good.schedule.time.day_of_start(good.schedule.start).date
    if day and calendar in good.text.spots and "worked" not in good.data["calendar"]:
        changed = good.text.add(calendar, "worked", f"[{day}]")
        yield good.fault(f"calendar.worked {day}", changed, Aim("worked-day-idle", ("calendar", "worked", 0)))


def dependency_on_itself(good: Good) -> Iterator[Fault]:
    """An item waits for itself."""
    for pointer, entry in good.entries("tasks", "milestones"):
        if isinstance(entry.get("depends_on"), list):
            depends = (*pointer, "depends_on")
            aim = Aim("dependency-cycle", (*depends, len(entry["depends_on"])))
            yield good.fault(spoken(pointer), good.text.append(depends, str(pointer[-1])), aim)


def dependency_reversed_into_a_circle(good: Good) -> Iterator[Fault]:
    """A predecessor is made to wait for its successor as well."""
    for pointer, entry in good.entries("tasks", "milestones"):
        links = entry.get("depends_on") or []
        for index, link in enumerate(links if isinstance(links, list) else [links]):
            other = _item(good, link.split()[0])
            if other and other in good.text.spots:
                ours = (*pointer, "depends_on", index) if isinstance(links, list) else (*pointer, "depends_on")
                changed, theirs = _linked(good, other, str(pointer[-1]))
                aims = Aim("dependency-cycle", ours), Aim("dependency-cycle", theirs)
                yield good.fault(f"{spoken(pointer)} and {other[-1]}", changed, *aims)


def dependency_on_the_own_wave(good: Good) -> Iterator[Fault]:
    """A task waits for the wave that it is part of."""
    for pointer, entry in good.entries("tasks"):
        if pointer[0] == "waves" and "depends_on" not in entry:
            changed = good.text.add(pointer, "depends_on", f"[{pointer[1]}]")
            aim = Aim("dependency-cycle", (*pointer, "depends_on", 0))
            yield good.fault(f"{spoken(pointer)} on {pointer[1]}", changed, aim)


def dependency_twice(good: Good) -> Iterator[Fault]:
    """The same predecessor stands in the list again."""
    for pointer, entry in good.entries("tasks", "milestones"):
        links = entry.get("depends_on")
        if isinstance(links, list) and links:
            depends = (*pointer, "depends_on")
            changed = good.text.append(depends, links[0])
            yield good.fault(spoken(pointer), changed, Aim("dependency-twice", (*depends, len(links))))


def lead_longer_than_the_work(good: Good) -> Iterator[Fault]:
    """A lead that goes back behind the predecessor's start."""
    for pointer in good.text.pointers("depends_on"):
        value = good.text.at(pointer)
        if " " not in value and value in set(ids(good, "tasks")):
            changed = good.text.put(pointer, f"{value} FS-40d")
            aims = Aim("lead-beyond-predecessor", pointer), Aim("leads", pointer)
            yield good.fault(f"{spoken(pointer)} FS-40d", changed, *aims)


def _span(weeks: str) -> tuple[int, int]:
    first, _, last = weeks.partition("-")
    return int(first), int(last or first)


def _scope(good: Good, checkpoint: Pointer) -> Iterator[tuple[Aim, str]]:
    """Where each item of a checkpoint's scope is named."""
    scope = good.text.at((*checkpoint, "scope"))
    for index, item in enumerate(scope if isinstance(scope, list) else [scope]):
        place = (*checkpoint, "scope", index) if isinstance(scope, list) else (*checkpoint, "scope")
        yield Aim("checkpoint-before-work", place), item
        yield Aim("checkpoint-before-work", (*checkpoint, "at")), item


def _item(good: Good, name: str) -> Pointer | None:
    return next((pointer for pointer, _ in good.entries(*ITEMS) if pointer[-1] == name), None)


def _linked(good: Good, item: Pointer, on: str) -> tuple[str, Pointer]:
    """Make an item wait for another, and tell where that is written."""
    depends = (*item, "depends_on")
    if depends not in good.text.spots:
        return good.text.add(item, "depends_on", f"[{on}]"), (*depends, 0)
    links = good.text.at(depends)
    return good.text.append(depends, on), (*depends, len(links) if isinstance(links, list) else 1)
