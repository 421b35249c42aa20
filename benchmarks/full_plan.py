"""A generated plan with all that a real one has, for measuring: the same for the same size."""

import json
import random
from collections.abc import Iterator
from typing import Any

_WAVE, _PHASE, _ROLES, _SEED = 100, 1000, 20, 5
_TASKS_EACH = {"person": 50, "risk": 40, "deliverable": 25}
_OFTEN = 0.5
_LEVELS = ("low", "medium", "high")


def plan_text(size: int) -> str:
    """Write a plan of that many tasks as YAML."""
    plan = {
        "title": f"Programme of {size} tasks",
        "start": "2026-01-05",
        "status_date": "2026-03-02",
        "summary": "All of it is finished on {{ date('m-" + str((size - 1) // _WAVE) + "') }}.",
        "roles": {f"role-{each}": {"name": f"Role {each}", "count": max(4, size // 20)} for each in range(_ROLES)},
        "people": {f"person-{each}": _person(each) for each in range(_count(size, "person"))},
        "phases": {f"phase-{each}": _phase(each) for each in range(-(-size // _PHASE))},
        "waves": dict(_waves(size)),
        "milestones": {f"m-{each}": _milestone(each) for each in range(-(-size // _WAVE))},
        "deliverables": {f"d-{each}": {"name": f"Result {each}"} for each in range(_count(size, "deliverable"))},
        "checkpoints": {f"c-{each}": _checkpoint(each) for each in range(-(-size // _WAVE))},
        "criteria": {f"k-{each}": _criterion(each) for each in range(-(-size // _WAVE))},
        "risks": {f"r-{each}": _risk(each, size) for each in range(_count(size, "risk"))},
        "rollbacks": {f"b-{each}": _rollback(each) for each in range(-(-size // _PHASE))},
        "targets": {f"g-{each}": {"name": f"Target {each}", "threshold": "under 500ms"} for each in range(5)},
        "meetings": {
            "standup": {
                "name": "Standup",
                "on": "daily",
                "at": "9:15",
                "lasts": "15 minutes",
                "audience": "everybody",
            }
        },
        "decisions": {f"e-{each}": _decision(each) for each in range(-(-size // _PHASE))},
    }
    return "".join(_section(key, value) for key, value in plan.items())


def _section(key: str, value: Any) -> str:  # noqa: ANN401 - data of any shape
    """Write an entry a line, as JSON, which is YAML."""
    if not isinstance(value, dict):
        return f"{key}: {json.dumps(value)}\n"
    return f"{key}:\n" + "".join(f"  {name}: {json.dumps(entry)}\n" for name, entry in value.items())


def _count(size: int, kind: str) -> int:
    return -(-size // _TASKS_EACH[kind])


def _waves(size: int) -> Iterator[tuple[str, Any]]:
    draw = random.Random(_SEED)  # noqa: S311 - a benchmark's data
    for wave in range(-(-size // _WAVE)):
        numbers = range(wave * _WAVE, min(size, (wave + 1) * _WAVE))
        yield (
            f"wave-{wave}",
            {
                "name": f"Delivery {wave}",
                "phase": f"phase-{wave * _WAVE // _PHASE}",
                "lead": f"person-{wave * 2}",
                "goal": f"What belongs to part {wave} is built and tested",
                "tasks": {f"t-{number}": _task(number, draw) for number in numbers},
            },
        )


def _task(number: int, draw: random.Random) -> dict[str, Any]:
    """Waits for one of the last eighty and often for one further back; every tenth has three points."""
    back = (80, 200) if draw.random() < _OFTEN else (80,)
    before = sorted({draw.randrange(max(0, number - each), number) for each in back}) if number else []
    likely = draw.randint(2, 6)
    task = {
        "name": f"Build component {number}",
        "duration": f"{likely}d" if number % 10 else f"{likely - 1}d/{likely}d/{likely * 2}d",
        "depends_on": [f"t-{each}" for each in before],
        "needs": {f"role-{draw.randrange(_ROLES)}": 1},
        "owner": f"person-{number // _TASKS_EACH['person']}",
    }
    if number % 3 == 0:
        task["description"] = f"Component {number} of the programme, with its tests and its page of documentation."
    if number % _TASKS_EACH["deliverable"] == 0:
        task["delivers"] = [f"d-{number // _TASKS_EACH['deliverable']}"]
    return task


def _person(number: int) -> dict[str, Any]:
    return {"name": f"Person {number}", "role": f"role-{number % _ROLES}", "contact": f"person-{number}@example.com"}


def _phase(number: int) -> dict[str, Any]:
    return {"name": f"Stage {number}", "goal": f"Stage {number} is in use"}


def _milestone(wave: int) -> dict[str, Any]:
    return {"name": f"Delivery {wave} accepted", "depends_on": [f"wave-{wave}"], "owner": f"person-{wave * 2}"}


def _checkpoint(wave: int) -> dict[str, Any]:
    return {
        "name": f"Test of delivery {wave}",
        "at": f"W{16 + wave * 14 // 5}D5",
        "scope": [f"wave-{wave}"],
        "command": "make test",
    }


def _criterion(wave: int) -> dict[str, Any]:
    return {"text": f"Delivery {wave} is in use by {{{{ finish('m-{wave}') }}}}", "items": [f"wave-{wave}"]}


def _risk(number: int, size: int) -> dict[str, Any]:
    first = number * _TASKS_EACH["risk"]
    return {
        "name": f"Supply {number} comes late",
        "impact": _LEVELS[number % 3],
        "probability": _LEVELS[number // 3 % 3],
        "mitigation": f"Asked for again before {{{{ name('t-{first}') }}}} begins",
        "trigger": "No date is confirmed",
        "owner": f"person-{first // _TASKS_EACH['person']}",
        "affects": [f"t-{each}" for each in range(first, min(size, first + 3))],
    }


def _rollback(number: int) -> dict[str, Any]:
    steps = [{"do": "Stop the traffic", "takes": "5m"}, {"do": "Put the version before back", "takes": "10m"}]
    return {"name": f"Stage {number} fails", "procedure": "Back to the version before", "steps": steps}


def _decision(number: int) -> dict[str, Any]:
    said, does = f"Stage {number} begins at any time", "It begins when what it needs is there"
    return {"title": f"Order of stage {number}", "said": said, "does": does, "why": "Nothing is built on sand"}
