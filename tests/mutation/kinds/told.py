"""Sentences that tell a plan's facts without a figure: where work belongs, what comes first, how bad a risk is."""

import re
from collections.abc import Iterator

from tests.mutation.fault import Fault, Good
from tests.mutation.kinds._said import added
from tests.mutation.plan_text import Pointer

_PLAIN = re.compile(r"[A-Z][a-z]{3,20}(?: [A-Za-z][a-z]{2,20}){0,2}")
_LEVELS = ("low", "medium", "high")


def membership_in_prose(good: Good) -> Iterator[Fault]:
    """A task says that it is one of the tasks of a wave that it is not of."""
    waves = {pointer[1]: wave["name"] for pointer, wave in good.entries("waves") if _PLAIN.fullmatch(wave["name"])}
    names = [name for name in waves.values() if list(waves.values()).count(name) == 1]
    for pointer, _ in _described(good, "waves"):
        others = [name for name in names if waves.get(pointer[1]) != name and not _is_phase(good, name)]
        for other in others[:1]:
            yield added(
                good, pointer, f"It is one of the tasks of the {other} wave.", f"{other} wave", "prose-member"
            )


def order_in_prose(good: Good) -> Iterator[Fault]:
    """A task says that it comes before one on which it depends."""
    names = _names(good)
    for pointer, task in _described(good, "waves", "phases"):
        for before in _listed(task.get("depends_on")):
            if before in names and _PLAIN.fullmatch(names[before]) and list(names.values()).count(names[before]) == 1:
                said = f"It is done before {names[before]} begins."
                yield added(good, pointer, said, "It", "prose-order", names[before], "before")


def extremes_in_prose(good: Good) -> Iterator[Fault]:
    """The shortest task of a wave is said to take longest of all of them."""
    for pointer, wave in good.entries("waves"):
        sizes = {
            name: good.schedule.dates[name].early_finish - good.schedule.dates[name].early_start
            for name in wave.get("tasks") or {}
        }
        least = min(sizes, key=lambda name: sizes[name], default="")
        text = (*pointer, "tasks", least, "description")
        if len(set(sizes.values())) > 1 and _is_quoted(good, text):
            yield added(good, text, "Of all tasks of this wave, it takes longest.", "longest", "prose-order")


def share_told_in_parts(good: Good) -> Iterator[Fault]:
    """A quota says that a holder gets another part of it."""
    for pointer, quota in good.entries("quotas"):
        names = {each[-1]: entry["name"] for each, entry in good.entries("waves", "phases", "tasks")}
        for holder, share in quota["shares"].items():
            part = "three quarters" if float(share.strip("%")) < 60 else "a fifth"
            if _PLAIN.fullmatch(names.get(holder, "")) and _is_quoted(good, (*pointer, "note")):
                said = f"{names[holder]} gets {part} of it."
                yield added(good, (*pointer, "note"), said, part, "prose-share")


def limit_of_rollback_in_prose(good: Good) -> Iterator[Fault]:
    """A procedure is allowed more time than its limit."""
    for pointer, rollback in good.entries("rollbacks"):
        found = re.fullmatch(r"< (\d+) (min|h)", rollback.get("within") or "")
        if found and _is_quoted(good, (*pointer, "procedure")):
            false = f"{int(found[1]) + 2} {'minutes' if found[2] == 'min' else 'hours'}"
            said = f"It is allowed {false}."
            yield added(good, (*pointer, "procedure"), said, false, "prose-duration")


def level_of_risk_in_prose(good: Good) -> Iterator[Fault]:
    """A risk says that it would hurt more, or less, than it is rated."""
    for pointer, risk in good.entries("risks"):
        false = _LEVELS[(_LEVELS.index(risk["impact"]) + 1) % 3]
        if _is_quoted(good, (*pointer, "description")):
            said = f"The harm is {false}."
            yield added(good, (*pointer, "description"), said, "harm", "prose-figure")


def chance_of_risk_in_prose(good: Good) -> Iterator[Fault]:
    """A risk tells another chance than it has."""
    for pointer, risk in good.entries("risks"):
        if risk.get("chance") and _is_quoted(good, (*pointer, "description")):
            said = f"The chance is {int(risk['chance'].strip('%')) + 30} percent."
            yield added(good, (*pointer, "description"), said, "chance", "prose-figure")


def _described(good: Good, *sections: str) -> Iterator[tuple[Pointer, dict[str, object]]]:
    """Descriptions of the tasks within some sections, with their tasks."""
    for outer, entry in good.entries(*sections):
        for name, task in (entry.get("tasks") or {}).items():
            text = (*outer, "tasks", name, "description")
            if _is_quoted(good, text):
                yield text, task


def _is_quoted(good: Good, pointer: Pointer) -> bool:
    return pointer in good.text.spots and good.text.written(pointer)[0] == '"'


def _names(good: Good) -> dict[str, str]:
    return {str(pointer[-1]): entry["name"] for pointer, entry in good.entries("tasks")}


def _listed(written: object) -> list[str]:
    every = written if isinstance(written, list) else [written] if written else []
    return [each for each in every if isinstance(each, str) and " " not in each]


def _is_phase(good: Good, name: str) -> bool:
    """Tell whether a phase has the same name."""
    return any(phase["name"] == name for _, phase in good.entries("phases"))
