"""Faults of risks and rollbacks: what they lack, what they no longer answer, what takes too long."""

import re
from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.kinds._days import first_day, last_day
from tests.mutation.plan_text import Pointer

_RISK = {
    "trigger": "risk-without-trigger",
    "contingency": "risk-without-contingency",
    "actions": "risk-without-actions",
    "affects": "risk-without-affects",
}
_ROLLBACK = {
    "within": "rollback-without-limit",
    "trigger": "rollback-without-trigger",
    "verify": "rollback-without-verification",
    "steps": "rollback-without-steps",
}


def part_of_a_risk_dropped(good: Good) -> Iterator[Fault]:
    """A risk without what the other risks have."""
    for key, rule in _RISK.items():
        yield from _dropped(good, "risks", key, rule)


def part_of_a_rollback_dropped(good: Good) -> Iterator[Fault]:
    """A rollback without limit, trigger, steps or a way to tell that it worked."""
    for key, rule in _ROLLBACK.items():
        yield from _dropped(good, "rollbacks", key, rule)


def timeout_of_a_step_raised(good: Good) -> Iterator[Fault]:
    """A command waits an hour, in a rollback of minutes."""
    for pointer, rollback in good.entries("rollbacks"):
        for index, step in enumerate(rollback.get("steps") or []):
            place = (*pointer, "steps", index, "command")
            found = re.search(r"--timeout[ =](\d+s)", step.get("command") or "")
            if found and "within" in rollback:
                changed = good.text.put(place, good.text.written(place).replace(found[1], "3600s"))
                yield good.fault(spoken(place), changed, Aim("timeout-beyond-limit", place, "3600s"))


def verification_in_another_environment(good: Good) -> Iterator[Fault]:
    """What is switched off in production is looked at on staging."""
    for pointer, rollback in good.entries("rollbacks"):
        for index, step in enumerate(rollback.get("verify") or []):
            place = (*pointer, "verify", index, "command")
            if "--env=production" in (step.get("command") or ""):
                changed = good.text.put(place, good.text.written(place).replace("production", "staging"))
                yield good.fault(spoken(place), changed, Aim("verify-elsewhere", place, "staging"))


def rollback_of_a_risk_dropped(good: Good) -> Iterator[Fault]:
    """A risk no longer names the rollback that answers it."""
    for pointer, risk in good.entries("risks"):
        answered = [one for one, each in good.entries("rollbacks") if pointer[-1] in _listed(each.get("risks"))]
        if "rollback" in risk and answered:
            changed = good.text.drop((*pointer, "rollback"))
            yield good.fault(f"{spoken(pointer)} without rollback", changed, Aim("risk-omits-rollback", pointer))


def rollback_of_a_risk_swapped(good: Good) -> Iterator[Fault]:
    """A risk names a rollback that answers another."""
    for pointer, risk in good.entries("risks"):
        others = [one[-1] for one, each in good.entries("rollbacks") if pointer[-1] not in _listed(each.get("risks"))]
        if "rollback" in risk and others and any(each.get("risks") for _, each in good.entries("rollbacks")):
            place = (*pointer, "rollback")
            aims = [Aim(f"{one}-omits-{other}", place) for one, other in (("rollback", "risk"), ("risk", "rollback"))]
            changed = good.text.put(place, str(others[0]))
            yield good.fault(f"{spoken(place)} {others[0]}", changed, *aims)


def risk_dropped_from_its_rollback(good: Good) -> Iterator[Fault]:
    """A rollback no longer lists a risk that names it."""
    for pointer, rollback in good.entries("rollbacks"):
        for index, risk in enumerate(_listed(rollback.get("risks"))):
            named: Pointer = ("risks", risk, "rollback")
            if (
                named in good.text.spots
                and good.text.at(named) == pointer[-1]
                and len(_listed(rollback["risks"])) > 1
            ):
                changed = good.text.drop((*pointer, "risks", index))
                aims = [Aim("rollback-omits-risk", each) for each in ((*pointer, "risks"), named)]
                yield good.fault(f"{spoken(pointer)} without {risk}", changed, *aims)


def step_of_a_rollback_made_too_long(good: Good) -> Iterator[Fault]:
    """The steps take longer together than the rollback may."""
    for pointer, rollback in good.entries("rollbacks"):
        for index, step in enumerate(rollback.get("steps") or []):
            if "within" in rollback and "takes" in step:
                changed = good.text.put((*pointer, "steps", index, "takes"), "30h")
                aim = Aim("steps-beyond-limit", (*pointer, "within"))
                yield good.fault(f"{spoken(pointer)} step {index + 1}", changed, aim)


def limit_of_a_rollback_cut(good: Good) -> Iterator[Fault]:
    """A rollback is promised in less time than its steps take."""
    for pointer, rollback in good.entries("rollbacks"):
        if "within" in rollback and any("takes" in step for step in rollback.get("steps") or []):
            place = (*pointer, "within")
            changed = good.text.put(place, '"< 5 s"')
            yield good.fault(f"{spoken(place)} 5 s", changed, Aim("steps-beyond-limit", place))


def limit_of_a_rollback_turned(good: Good) -> Iterator[Fault]:
    """A least time in place of a most."""
    for pointer in good.text.pointers("within"):
        value = good.text.at(pointer)
        turned = re.sub(r"^(<=?|under|within)\s*", "> ", value)
        if turned != value:
            changed = good.text.put(pointer, f'"{turned}"')
            yield good.fault(f"{spoken(pointer)} {turned}", changed, Aim("limit-not-a-time", pointer))


def limit_of_a_rollback_loosened(good: Good) -> Iterator[Fault]:
    """A rollback takes longer than the uptime that is promised allows."""
    uptimes = [
        each for _, each in good.entries("targets") if re.search("uptime|availab", each["name"], re.IGNORECASE)
    ]
    for pointer in good.text.pointers("within") if uptimes else ():
        changed = good.text.put(pointer, '"< 90 h"')
        yield good.fault(f"{spoken(pointer)} 90 h", changed, Aim("rollback-longer-than-outage", pointer))


def time_of_a_step_dropped(good: Good) -> Iterator[Fault]:
    """One step of a rollback does not say how long it takes."""
    for pointer, rollback in good.entries("rollbacks"):
        steps = rollback.get("steps") or []
        for index in range(len(steps)) if len(steps) > 1 and all("takes" in step for step in steps) else ():
            step = (*pointer, "steps", index)
            yield good.fault(spoken(step), good.text.drop((*step, "takes")), Aim("step-untimed", step))


def deadline_of_an_action_dropped(good: Good) -> Iterator[Fault]:
    """A step of a mitigation with no item before which it is done."""
    for pointer, risk in good.entries("risks"):
        for index, action in enumerate(risk.get("actions") or []):
            if "before" in action:
                step = (*pointer, "actions", index)
                changed = good.text.drop((*step, "before"))
                yield good.fault(spoken(step), changed, Aim("action-without-deadline", step))


def deadline_of_an_action_moved(good: Good) -> Iterator[Fault]:
    """A step of a mitigation comes after all the work that it protects."""
    starts = {str(each[-1]): first_day(good, str(each[-1])) for each, _ in good.entries("tasks", "milestones")}
    latest = max(starts, key=lambda item: starts[item])
    for pointer, risk in good.entries("risks"):
        exposed = _listed(risk.get("affects"))
        if exposed and max(last_day(good, item) for item in exposed) < starts[latest]:
            for index, action in enumerate(risk.get("actions") or []):
                if "before" in action:
                    place = (*pointer, "actions", index, "before")
                    changed = good.text.put(place, latest)
                    yield good.fault(f"{spoken(place)} {latest}", changed, Aim("mitigation-too-late", place))


def exposed_work_named_twice(good: Good) -> Iterator[Fault]:
    """The same task among what a risk affects."""
    for pointer, risk in good.entries("risks"):
        if isinstance(risk.get("affects"), list):
            affects = (*pointer, "affects")
            aim = Aim("affects-repeated", (*affects, len(risk["affects"])))
            yield good.fault(spoken(affects), good.text.append(affects, risk["affects"][0]), aim)


def chance_out_of_step(good: Good) -> Iterator[Fault]:
    """A risk of low probability with a greater chance than one of high."""
    chances = [(pointer, risk) for pointer, risk in good.entries("risks") if "chance" in risk]
    for pointer, risk in chances:
        if risk["probability"] == "low" and any(each["probability"] == "high" for _, each in chances):
            place = (*pointer, "chance")
            places = [(*each, "chance") for each, _ in chances] + [(*each, "probability") for each, _ in chances]
            aims = [Aim("chance-out-of-order", each) for each in places]
            yield good.fault(spoken(place), good.text.put(place, "99%"), *aims)


def steps_of_a_rollback_dropped(good: Good) -> Iterator[Fault]:
    """A rollback that tells all but its steps, beside one that has some."""
    rollbacks = dict(good.entries("rollbacks"))
    for pointer, rollback in rollbacks.items():
        is_told = {"before", "verify", "steps"} <= rollback.keys()
        if is_told and sum("steps" in each for each in rollbacks.values()) > 1:
            changed = good.text.drop((*pointer, "steps"))
            yield good.fault(f"{spoken(pointer)} without steps", changed, Aim("rollback-without-steps", pointer))


def risks_of_a_rollback_dropped(good: Good) -> Iterator[Fault]:
    """A rollback that answers no risk, although one names it and another rollback lists some."""
    rollbacks = dict(good.entries("rollbacks"))
    named = {risk.get("rollback") for _, risk in good.entries("risks")}
    for pointer, rollback in rollbacks.items():
        if pointer[-1] in named and "risks" in rollback and sum("risks" in each for each in rollbacks.values()) > 1:
            changed = good.text.drop((*pointer, "risks"))
            yield good.fault(f"{spoken(pointer)} without risks", changed, Aim("rollback-omits-risk", pointer))


def _dropped(good: Good, section: str, key: str, rule: str) -> Iterator[Fault]:
    entries = dict(good.entries(section))
    for pointer, entry in entries.items():
        if key in entry and len(entries) > 3 and all(key in each for each in entries.values()):
            changed = good.text.drop((*pointer, key))
            yield good.fault(f"{spoken(pointer)} without {key}", changed, Aim(rule, pointer))


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []
