"""Faults of people: owners, teams, totals, shares, numbers of people."""

from collections.abc import Iterator
from typing import Any

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.plan_text import Pointer

_MANY = 12
_OWNED = {
    "tasks": "owner-missing",
    "milestones": "owner-missing",
    "sources": "owner-missing",
    "targets": "owner-missing",
    "alerts": "owner-missing",
    "checkpoints": "checkpoint-without-owner",
    "risks": "risk-without-owner",
    "rollbacks": "rollback-without-owner",
    "coordination": "coordination-without-owner",
}


def owner_dropped(good: Good) -> Iterator[Fault]:
    """Nobody answers for something of which all others have an owner."""
    for section, rule in _OWNED.items():
        entries = dict(good.entries(section))
        for pointer, entry in entries.items():
            if (
                "owner" in entry
                and not entry.get("people")
                and "e" not in entry.get("duration", "")
                and _usual(entries, "owner", section)
            ):
                changed = good.text.drop((*pointer, "owner"))
                yield good.fault(f"{spoken(pointer)} without owner", changed, Aim(rule, pointer))


def owner_of_an_action_dropped(good: Good) -> Iterator[Fault]:
    """A step of a mitigation that nobody does."""
    for pointer, risk in good.entries("risks"):
        for index, action in enumerate(risk.get("actions") or []):
            if "owner" in action:
                step = (*pointer, "actions", index)
                changed = good.text.drop((*step, "owner"))
                yield good.fault(f"{spoken(step)} without owner", changed, Aim("owner-missing", step))


def owner_of_a_test_dropped(good: Good) -> Iterator[Fault]:
    """A wave's test that nobody runs."""
    for pointer, wave in good.entries("waves"):
        for index, test in enumerate(wave.get("tests") or []):
            for key in ("owner", "passes"):
                if key in test:
                    step = (*pointer, "tests", index)
                    changed = good.text.drop((*step, key))
                    yield good.fault(f"{spoken(step)} without {key}", changed, Aim("wave-test-half-told", step))


def total_changed(good: Good) -> Iterator[Fault]:
    """A phase's committed number of people is one more or less."""
    for pointer, spot in good.text.spots.items():
        if len(pointer) > 2 and pointer[-2] == "team_total" and spot.is_scalar:
            for step in (1, -1):
                other = "-".join(str(int(each) + step) for each in good.text.at(pointer).split("-"))
                changed = good.text.put(pointer, other)
                yield good.fault(f"{spoken(pointer)} {other}", changed, Aim("team-total", pointer))


def team_cut(good: Good) -> Iterator[Fault]:
    """A wave loses so many people that its total, or a task of its own, no longer fits."""
    for pointer, wave in good.entries("waves"):
        for role, people in (wave.get("team") or {}).items():
            need = max((_most(task["needs"][role]) for _, task in _needing(good, pointer, role)), default=0)
            if need > 1 and _most(people) > 1:
                place = (*pointer, "team", role)
                needing = [(*task, "needs", role) for task, _ in _needing(good, pointer, role)]
                aims = [Aim(rule, each) for each in needing for rule in ("needs-beyond-team", "team-over-capacity")]
                changed = good.text.put(place, str(need - 1))
                yield good.fault(f"{spoken(place)} {need - 1}", changed, *aims)


def role_dropped_from_a_team(good: Good) -> Iterator[Fault]:
    """A team loses a role that its lead has, or that a phase's total counts, or a task asks for."""
    for pointer, wave in good.entries("waves"):
        for role in wave.get("team") or {}:
            place = (*pointer, "team", role)
            needing = _needing(good, pointer, role)
            if needing and not good.text.empties(place) and not good.data["roles"][role].get("shared"):
                aims = [Aim("needs-beyond-team", (*task, "needs", role)) for task, _ in needing]
                yield good.fault(f"{spoken(place)} gone", good.text.drop(place), *aims)


def team_dropped(good: Good) -> Iterator[Fault]:
    """A wave without a team, where all others have one."""
    waves = dict(good.entries("waves"))
    for pointer, wave in waves.items():
        if "team" in wave and len(waves) > 3:
            changed = good.text.drop((*pointer, "team"))
            yield good.fault(f"{spoken(pointer)} without team", changed, Aim("team-missing", pointer))


def need_beyond_the_team(good: Good) -> Iterator[Fault]:
    """A task wants more people of a role than its wave has."""
    for pointer, wave in good.entries("waves"):
        for role, people in (wave.get("team") or {}).items():
            for task, _ in _needing(good, pointer, role):
                place = (*task, "needs", role)
                more = _most(people) + 1
                changed = good.text.put(place, str(more))
                rules = ("needs-beyond-team", "team-over-capacity", "over-capacity")
                others = [(*each, "needs", role) for each, _ in _needing(good, pointer, role) if each != task]
                aims = [Aim(rule, place) for rule in rules] + [Aim("team-over-capacity", each) for each in others]
                yield good.fault(f"{spoken(place)} {more}", changed, *aims)


def number_of_people_changed(good: Good) -> Iterator[Fault]:
    """A role has fewer people than names, or more."""
    counted = [each for each in good.entries("roles") if "count" in each[1]]
    for pointer, role in good.entries("roles"):
        names = len(_holders(good, pointer[-1]))
        place = (*pointer, "count")
        if "count" in role and names and names == _most(role["count"]):
            if names > 1:
                changed = good.text.put(place, str(names - 1))
                yield good.fault(f"{spoken(place)} {names - 1}", changed, Aim("people-beyond-count", place))
            if (
                all(len(_holders(good, other)) == _most(each["count"]) for (_, other), each in counted)
                and len(counted) > 3
            ):
                changed = good.text.put(place, str(names + 1))
                yield good.fault(f"{spoken(place)} {names + 1}", changed, Aim("people-missing", place))


def share_raised(good: Good) -> Iterator[Fault]:
    """The shares of a quota that are used at once come to more than all of it."""
    for pointer, quota in good.entries("quotas"):
        shares = quota["shares"]
        for item in shares:
            together = [other for other in shares if _at_once(good, item, other)]
            if len(together) > 1 and float(shares[item].strip("%")) < 100:
                rest = sum(float(shares[other].strip("%")) for other in together if other != item)
                changed = good.text.put((*pointer, "shares", item), f"{101 - rest:g}%" if rest < 100 else "100%")
                aims = [Aim("quota-over-100", (*pointer, "shares", other)) for other in together]
                yield good.fault(f"{spoken(pointer)} {item}", changed, *aims)


def person_with_nothing_to_do(good: Good) -> Iterator[Fault]:
    """A new name that no task, no item and no meeting knows."""
    asked = {
        role
        for _, each in good.entries("tasks", "waves", "phases")
        for key in ("team", "needs")
        for role in each.get(key) or {}
    }
    for pointer, role in good.entries("roles") if good.data.get("people") else ():
        written = f"{{name: Nobody Knows, role: {pointer[-1]}, contact: n@example.com}}"
        changed = good.text.add(("people",), "nobody-knows", written)
        full = len(_holders(good, pointer[-1])) == _most(role.get("count", "0"))
        places = [(*pointer, "count"), ("people", "nobody-knows", "role")]
        aims = [Aim("people-beyond-count", place) for place in places] if full else []
        aims += [] if pointer[-1] in asked else [Aim("person-unused", ("people", "nobody-knows"))]
        if aims:
            yield good.fault(f"people.nobody-knows, {pointer[-1]}", changed, *aims)


def role_that_nothing_asks_for(good: Good) -> Iterator[Fault]:
    """A new role."""
    if good.data.get("roles"):
        changed = good.text.add(("roles",), "scribe", "{name: Scribe, responsibilities: Minutes}")
        yield good.fault("roles.scribe", changed, Aim("role-unused", ("roles", "scribe")))


def lead_from_another_team(good: Good) -> Iterator[Fault]:
    """A wave is led by somebody whose role is not in its team but in others."""
    roles = {person: entry.get("role") for (_, person), entry in good.entries("people")}
    teamed = {role for _, wave in good.entries("waves") for role in wave.get("team") or {}}
    for pointer, wave in good.entries("waves"):
        phase = good.data["phases"].get(wave.get("phase")) or {}
        there = {**(wave.get("team") or {}), **(phase.get("team") or {})}
        others = [who for who, role in roles.items() if role in teamed and not _counts_among(good, str(role), there)]
        if "lead" in wave and others and wave.get("team"):
            place = (*pointer, "lead")
            changed = good.text.put(place, str(others[0]))
            yield good.fault(f"{spoken(place)} {others[0]}", changed, Aim("lead-not-in-team", place))


def owner_on_leave_at_the_checkpoint(good: Good) -> Iterator[Fault]:
    """The one who runs a checkpoint is away on its day."""
    for pointer, checkpoint in good.entries("checkpoints"):
        owner: Pointer = ("people", checkpoint.get("owner", ""))
        if owner in good.text.spots and "leave" not in good.text.at(owner):
            changed = good.text.add(owner, "leave", f"[{checkpoint['at'].split()[0]}]")
            aim = Aim("checkpoint-owner-away", (*pointer, "owner"))
            yield good.fault(f"{spoken(pointer)} while {owner[-1]} is away", changed, aim)


def _counts_among(good: Good, role: str, team: dict[str, str]) -> bool:
    """Tell whether a role is in a team, counts as one that is, or is shared by all."""
    entry = good.data["roles"][role]
    return role in team or entry.get("counts_as") in team or entry.get("shared") == "true"


def _usual(entries: dict[Pointer, Any], key: str, section: str) -> bool:
    having = sum(1 for entry in entries.values() if key in entry)
    return having == len(entries) and (having > 3 or section == "rollbacks")


def _holders(good: Good, role: str | int) -> list[Pointer]:
    return [pointer for pointer, person in good.entries("people") if person.get("role") == role]


def _most(people: str) -> int:
    return int(people.rsplit("-", maxsplit=1)[-1])


def _needing(good: Good, wave: Pointer, role: str) -> list[tuple[Pointer, Any]]:
    return [each for each in good.entries("tasks") if each[0][:2] == wave and role in (each[1].get("needs") or {})]


def _at_once(good: Good, one: str, other: str) -> bool:
    dates = good.schedule.dates
    begun, moment = dates[other], dates[one].early_start
    return (
        one == other
        or begun.early_start <= moment < begun.early_finish
        or (dates[one].early_start <= begun.early_start < dates[one].early_finish)
    )


def action_of_somebody_without_part(good: Good) -> Iterator[Fault]:
    """A step of a mitigation is given to somebody who works in another wave alone."""
    owners = {str(task.get("owner")): pointer[1] for pointer, task in good.entries("tasks")}
    for pointer, risk in good.entries("risks"):
        for index, action in enumerate(risk.get("actions") or [] if _given(good) >= _MANY else []):
            place = (*pointer, "actions", index, "owner")
            waves = {_wave(good, item) for item in [*risk.get("affects", []), action.get("before", "")]}
            free = [one for one in owners if one in good.data["people"] and not waves & _waves_of(good, one)]
            if free and "" not in waves and action.get("owner") in owners:
                changed = good.text.put(place, free[0])
                yield good.fault(f"{spoken(place)} {free[0]}", changed, Aim("owner-without-part", place))


def _given(good: Good) -> int:
    """How much is given by name: rollbacks, coordination points, and actions to others than their risk's owner."""
    risks = [risk for _, risk in good.entries("risks")]
    actions = [each for risk in risks for each in risk.get("actions") or [] if each.get("owner") != risk["owner"]]
    return len(actions) + len([*good.entries("rollbacks", "coordination")])


def _wave(good: Good, item: str) -> str:
    found = good.schedule.breakdown.wave_of(item)
    return found.id if found else ""


def _waves_of(good: Good, person: str) -> set[str]:
    """The waves in which somebody leads, owns or is of a role that is needed."""
    role = good.data["people"][person]["role"]
    tasks = [(pointer[1], task) for pointer, task in good.entries("tasks")]
    own = {str(wave) for wave, task in tasks if task.get("owner") == person or role in task.get("needs", {})}
    return own | {str(pointer[-1]) for pointer, wave in good.entries("waves") if wave.get("lead") == person}
