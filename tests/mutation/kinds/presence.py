"""Faults of who is there when: leave, part-time, hours, holidays, and roles."""

from collections.abc import Iterator
from datetime import date

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.kinds._days import Day, first_day, last_day, told
from tests.mutation.plan_text import Pointer

_ALL_DAY = ("0:00", "24:00")


def owner_of_a_task_on_leave(good: Good) -> Iterator[Fault]:
    """Whoever answers for a task that names nobody else is away from its first day to its last."""
    for pointer, task in good.entries("tasks"):
        is_wait = "ed" in task.get("duration", "") or "ew" in task.get("duration", "")
        if not is_wait and "people" not in task:
            yield from _away(good, pointer, _span(good, str(pointer[-1])), "owner-away")


def owner_of_a_milestone_on_leave(good: Good) -> Iterator[Fault]:
    """Nobody declares a milestone reached on its day."""
    for pointer, _ in good.entries("milestones"):
        yield from _away(good, pointer, _span(good, str(pointer[-1])), "owner-away")


def owner_of_a_checkpoint_part_time(good: Good) -> Iterator[Fault]:
    """A checkpoint falls on a weekday on which its owner never works."""
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    for pointer, checkpoint in good.entries("checkpoints"):
        day = good.schedule.time.day_of_finish(good.schedule.dates[str(pointer[-1])].early_finish)
        owner: Pointer = ("people", checkpoint.get("owner", ""))
        if owner in good.text.spots and not {"calendar", "leave"} & good.text.at(owner).keys():
            others = [each for each in days if each != days[day.weekday]]
            calendar = f"calendars: {{half: {{name: Half, workdays: [{', '.join(others)}]}}}}\n"
            text = good.text.add(owner, "calendar", "half")
            if "calendars" not in good.data and not _does_work(good, str(owner[-1])):
                aim = Aim("checkpoint-owner-away", (*pointer, "owner"))
                yield good.fault(f"{spoken(pointer)} without its owner", text.rstrip("\n") + f"\n{calendar}", aim)


def lead_on_leave(good: Good) -> Iterator[Fault]:
    """A wave's lead is away for all of it."""
    for pointer, _ in good.entries("waves"):
        yield from _away(good, pointer, _span(good, str(pointer[-1])), "lead-away", key="lead")


def owner_of_a_coordination_point_on_leave(good: Good) -> Iterator[Fault]:
    """Nobody brings it about in its week."""
    for pointer, point in good.entries("coordination"):
        week = int(point["week"])
        yield from _away(good, pointer, ((week, 1), (week, _workdays(good))), "coordination-owner-away")


def owner_of_a_risk_on_leave(good: Good) -> Iterator[Fault]:
    """Nobody watches a risk while the work is exposed to it."""
    for pointer, risk in good.entries("risks"):
        exposed = risk.get("affects") or []
        spans = [_span(good, item) for item in (exposed if isinstance(exposed, list) else [exposed])]
        if spans:
            span = min(first for first, _ in spans), max(last for _, last in spans)
            yield from _away(good, pointer, span, "risk-owner-away")


def leave_told_twice(good: Good) -> Iterator[Fault]:
    """Somebody is away on a day of leave that is told already."""
    for pointer, _ in good.entries("people"):
        if not _does_work(good, str(pointer[-1])) and "leave" not in good.text.at(pointer):
            changed = good.text.add(pointer, "leave", "[{date: W1D1, until: W1D2}, W1D2]")
            yield good.fault(f"{spoken(pointer)} twice", changed, Aim("leave-twice", (*pointer, "leave", 1)))


def leave_of_another_year(good: Good) -> Iterator[Fault]:
    """A year that is over before the plan starts."""
    for pointer, _ in good.entries("people") if "start" in good.data else ():
        if "leave" not in good.text.at(pointer):
            changed = good.text.add(pointer, "leave", "[2019-01-07]")
            yield good.fault(f"{spoken(pointer)} in 2019", changed, Aim("leave-before-start", (*pointer, "leave", 0)))


def hour_on_a_holiday(good: Good) -> Iterator[Fault]:
    """A fixed hour of a task falls on a day off."""
    for pointer, task in good.entries("tasks"):
        day = good.schedule.time.day_of_start(good.schedule.dates[str(pointer[-1])].early_start).date
        holidays = ("calendar", "holidays")
        if ":" in task.get("start", "") and isinstance(day, date) and holidays in good.text.spots:
            aim = Aim("imposed-on-day-off", (*pointer, "start"))
            yield good.fault(f"{spoken(pointer)} on a holiday", good.text.append(holidays, str(day)), aim)


def hour_in_the_night(good: Good) -> Iterator[Fault]:
    """A task is to start at an hour at which nobody works."""
    is_always = any(hours.startswith(_ALL_DAY[0]) for hours in (good.data.get("calendar") or {}).get("hours", ()))
    for pointer, task in good.entries("tasks") if "calendars" not in good.data and not is_always else ():
        if not {"start", "start_on"} & task.keys() and "ed" not in task.get("duration", ""):
            when = f"{told(first_day(good, str(pointer[-1])))} 23:50"
            aim = Aim("start-outside-hours", (*pointer, "start"))
            yield good.fault(f"{spoken(pointer)} {when}", good.text.add(pointer, "start", when), aim)


def owner_of_another_trade(good: Good) -> Iterator[Fault]:
    """A task is answered for by somebody whose role it does not need, and who answers for no other."""
    for pointer, task in good.entries("tasks"):
        for person, entry in (good.data.get("people") or {}).items():
            is_strange = "needs" in task and "owner" in task and entry["role"] not in task["needs"]
            if is_strange and not _is_everywhere(good, person, entry["role"]):
                aim = Aim("owner-of-other-role", (*pointer, "owner"))
                yield good.fault(f"{spoken(pointer)} {person}", good.text.put((*pointer, "owner"), person), aim)


def owner_beside_those_who_do_it(good: Good) -> Iterator[Fault]:
    """A task that its owner did is answered for by somebody else."""
    alone = [pointer for pointer, task in good.entries("tasks") if task.get("people") == task.get("owner", "")]
    for pointer in alone if len(alone) > 19 else ():
        owner = (*pointer, "owner")
        for person in good.data["people"]:
            if person != good.text.at(owner):
                aim = Aim("owner-not-at-work", owner)
                yield good.fault(f"{spoken(owner)} {person}", good.text.put(owner, person), aim)


def role_of_a_person_changed(good: Good) -> Iterator[Fault]:
    """Whoever owns several tasks of one trade has another."""
    needs = [(task.get("owner"), {*task.get("needs", ())}) for _, task in good.entries("tasks")]
    leads = {wave.get("lead") for _, wave in good.entries("waves")}
    for pointer, person in good.entries("people"):
        owned = [roles for owner, roles in needs if owner == pointer[-1] and roles]
        others = [each for _, roles in needs for each in sorted(roles) if not any(each in one for one in owned)]
        free = [each for each in others if not {"shared", "counts_as"} & good.data["roles"][each].keys()]
        if len(owned) > 1 and free and pointer[-1] not in leads and person["role"] in set.intersection(*owned):
            role = (*pointer, "role")
            aims = [Aim("person-of-other-role", role), Aim("people-beyond-count", ("roles", free[0], "count"))]
            yield good.fault(f"{spoken(role)} {free[0]}", good.text.put(role, free[0]), *aims)


def _is_everywhere(good: Good, person: str, role: str) -> bool:
    """Tell whether somebody leads, owns other work or has a role that is shared or counts as another."""
    leads = any(wave.get("lead") == person for _, wave in good.entries("waves"))
    owns = any(task.get("owner") == person for _, task in good.entries("tasks"))
    return leads or owns or bool({"shared", "counts_as"} & good.data["roles"][role].keys())


def _away(good: Good, pointer: Pointer, span: tuple[Day, Day], rule: str, *, key: str = "owner") -> Iterator[Fault]:
    """Send somebody on leave who does no work by name, so that nothing moves."""
    person: Pointer = ("people", good.text.at(pointer).get(key, ""))
    if person in good.text.spots and "leave" not in good.text.at(person) and not _does_work(good, str(person[-1])):
        leave = f"[{{date: {told(span[0])}, until: {told(span[1])}}}]"
        told_as = f"{person[-1]} away for {spoken(pointer)}"
        yield good.fault(told_as, good.text.add(person, "leave", leave), Aim(rule, (*pointer, key)))


def _does_work(good: Good, person: str) -> bool:
    named = [task.get("people") or [] for _, task in good.entries("tasks")]
    return any(person in (each if isinstance(each, list) else [each]) for each in named)


def _span(good: Good, item: str) -> tuple[Day, Day]:
    return first_day(good, item), last_day(good, item)


def _workdays(good: Good) -> int:
    return len((good.data.get("calendar") or {}).get("workdays") or range(5))
