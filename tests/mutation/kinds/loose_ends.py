"""Faults of what was forgotten or mistyped: a dependency, a year, an hour, a number, somebody to do the work."""

import re
from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken

_DATED = re.compile(r"\d{4}(?=-\d\d-\d\d)")
_HELD = {"waves": "weeks", "phases": "weeks", "meetings": "at", "targets": "measured"}
_ENOUGH = 4
_NEARLY_ALL = 0.96


def dependency_forgotten(good: Good) -> Iterator[Fault]:
    """A task no longer waits for the only thing that leads on from another."""
    homes = {str(pointer[-1]): pointer for pointer, _ in good.entries("tasks")}
    waited = [str(each).split()[0] for each in _dependencies(good)]
    for pointer, task in good.entries("tasks", "milestones"):
        named = task.get("depends_on")
        for index, each in enumerate(named if isinstance(named, list) else []):
            before = each.split()[0]
            summed = good.schedule.breakdown.parents.get(before)
            tested = any(before in one.get("scope", []) for _, one in good.entries("checkpoints"))
            alone = waited.count(before) == 1 and summed not in _waited_for(good) and not tested
            if before in homes and alone and not good.schedule.dates[before].critical:
                changed = good.text.drop((*pointer, "depends_on", index))
                yield good.fault(f"{spoken(pointer)} without {before}", changed, Aim("dead-end", homes[before]))


def limit_of_another_year(good: Good) -> Iterator[Fault]:
    """A deadline is a year late, or more."""
    for pointer in good.text.pointers("deadline", "finish_by"):
        value = good.text.at(pointer)
        if _DATED.match(value):
            changed = good.text.put(pointer, _DATED.sub("2029", value))
            yield good.fault(f"{spoken(pointer)} 2029", changed, Aim("limit-far-off", pointer))


def start_of_another_year(good: Good) -> Iterator[Fault]:
    """A task starts years later than it was to."""
    for pointer in good.text.pointers("start"):
        value = good.text.at(pointer)
        if len(pointer) > 1 and _DATED.match(value):
            changed = good.text.put(pointer, _DATED.sub("2029", value))
            yield good.fault(f"{spoken(pointer)} 2029", changed, Aim("plan-stands-still", pointer))


def hour_before_what_comes_first(good: Good) -> Iterator[Fault]:
    """A task is to start at an hour at which what it waits for is not finished."""
    for pointer, task in good.entries("tasks"):
        start, before = task.get("start", ""), task.get("depends_on")
        if isinstance(before, str) and " " not in before and ":" in start:
            day = good.schedule.time.day_of_start(good.schedule.dates[before].early_start)
            minutes = good.schedule.dates[before].early_start % 1440
            told = day.date.isoformat() if day.date and _DATED.match(start) else f"W{day.week}D{day.number}"
            changed = good.text.put((*pointer, "start"), f"{told} {minutes // 60}:{minutes % 60:02}")
            yield good.fault(f"{spoken(pointer)} {told}", changed, Aim("appointment-missed", (*pointer, "start")))


def field_left_out(good: Good) -> Iterator[Fault]:
    """A wave without weeks, a meeting without a time, where the others have one."""
    for section, key in _HELD.items():
        entries = list(good.entries(section))
        if len(entries) >= _ENOUGH and all(key in entry for _, entry in entries):
            for pointer, entry in entries:
                if len(entry) > 1:
                    changed = good.text.drop((*pointer, key))
                    yield good.fault(f"{spoken(pointer)} without {key}", changed, Aim("left-out", pointer))


def people_of_a_task_dropped(good: Good) -> Iterator[Fault]:
    """A task needs nobody, where all others need somebody."""
    worked = [(each, task) for each, task in good.entries("tasks") if "e" not in task.get("duration", "")]
    having = [pointer for pointer, task in worked if "needs" in task]
    if len(having) - 1 >= _NEARLY_ALL * len(worked):
        for pointer in having:
            changed = good.text.drop((*pointer, "needs"))
            yield good.fault(f"{spoken(pointer)} without needs", changed, Aim("task-without-people", pointer))


def owner_of_a_source_dropped(good: Good) -> Iterator[Fault]:
    """One of few sources has nobody who runs it, where all else has an owner."""
    for pointer, source in good.entries("sources", "quotas"):
        if "owner" in source:
            changed = good.text.drop((*pointer, "owner"))
            yield good.fault(f"{spoken(pointer)} without owner", changed, Aim("owner-missing", pointer))


def decided_by_another_shift(good: Good) -> Iterator[Fault]:
    """A risk is watched by somebody whose shift leaves out some of its work."""
    calendars = {role[-1] for role, entry in good.entries("roles") if "calendar" in entry}
    shifted = [str(pointer[-1]) for pointer, one in good.entries("people") if one["role"] in calendars]
    for pointer, _ in good.entries("risks"):
        if shifted and good.text.at(pointer).get("affects"):
            place = (*pointer, "owner")
            aims = [Aim("owner-off-shift", place), Aim("risk-owner-away", place)]
            yield good.fault(f"{spoken(place)} {shifted[-1]}", good.text.put(place, shifted[-1]), *aims)


def length_in_a_name_changed(good: Good) -> Iterator[Fault]:
    """A task that is called by its length takes another time."""
    for pointer, task in good.entries("tasks"):
        if re.match(r"(?:Ten Days|A Fortnight)\b", task["name"]):
            changed = good.text.put((*pointer, "duration"), "6ed")
            yield good.fault(f"{spoken(pointer)} 6ed", changed, Aim("name-duration", (*pointer, "name")))


def source_there_when_it_is_over(good: Good) -> Iterator[Fault]:
    """What tells of a risk is ready with the last work that is exposed to it."""
    for _, risk in good.entries("risks"):
        for alert in re.findall(r"name\('([\w-]+)'\)", risk.get("trigger", "")):
            found = good.data["alerts"].get(alert)
            exposed = [each for each in risk.get("affects", []) if each in good.schedule.network.nodes]
            if found and "source" in found and exposed and len(exposed) == len(risk["affects"]):
                last = max(exposed, key=lambda each: good.schedule.dates[each].early_finish)
                place = ("sources", found["source"], "ready")
                aims = [Aim("alert-after-risk", place), Aim("source-too-late", place)]
                yield good.fault(f"{spoken(place)} {last}", good.text.put(place, last), *aims)


def _dependencies(good: Good) -> Iterator[str]:
    for _, entry in good.entries("tasks", "milestones", "waves", "phases"):
        named = entry.get("depends_on") or []
        yield from [named] if isinstance(named, str) else named


def _waited_for(good: Good) -> set[str]:
    """What some dependency names, and the waves of phases that one names."""
    named = {each.split()[0] for each in _dependencies(good)}
    members = good.schedule.breakdown.members
    return named | {wave for each in named for wave in members.get(each, ())}
