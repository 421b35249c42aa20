"""Faults of a hand that pastes in the wrong place: two things have changed places, or one stands there twice."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.plan_text import Pointer

_Told = tuple[Pointer, set[str], set[str]]
"""Where something is told of an entry, the words of the entry, and those that are told."""
_NAMED = (
    "roles",
    "people",
    "phases",
    "waves",
    "tasks",
    "milestones",
    "deliverables",
    "risks",
    "sources",
    "targets",
    "alerts",
)
_TOLD = {"people": "contact", "checkpoints": "command", "coordination": "topic", "decisions": "title"}
_COPIED = ("targets", "alerts", "criteria", "risks", "rollbacks", "sources", "assumptions", "decisions")


def names_of_two_swapped(good: Good) -> Iterator[Fault]:
    """Each of two items is called as the other."""
    for section in _NAMED:
        told = [
            ((*pointer, "name"), _stems(pointer[-1]), _stems(entry.get("name")))
            for pointer, entry in good.entries(section)
        ]
        yield from _swapped(good, told, "names-swapped")


def deliverables_of_two_swapped(good: Good) -> Iterator[Fault]:
    """Each of two tasks delivers what the other does."""
    tasks = [(pointer, task) for pointer, task in good.entries("tasks") if "delivers" in task]
    told = [
        ((*pointer, "delivers"), _stems(pointer[-1]) | _stems(task["name"]), _delivered(good, task))
        for pointer, task in tasks
    ]
    yield from _swapped(good, told, "references-swapped")


def texts_of_two_swapped(good: Good) -> Iterator[Fault]:
    """Each of two entries has the address, command, topic or title of the other."""
    for section, key in _TOLD.items():
        entries = [(pointer, entry) for pointer, entry in good.entries(section) if key in entry]
        told = [
            ((*pointer, key), _long(pointer[-1]) | _long(entry.get("name")), _long(entry[key]))
            for pointer, entry in entries
        ]
        yield from _swapped(good, told, "texts-swapped")


def entry_copied(good: Good) -> Iterator[Fault]:
    """An entry stands there a second time, under another id."""
    for section in _COPIED:
        for pointer, _ in good.entries(section):
            if good.text.spots[pointer].is_flow and not good.text.spots[(section,)].is_flow:
                changed = good.text.add((section,), f"{pointer[-1]}-copy", good.text.written(pointer))
                yield good.fault(f"{spoken(pointer)} copied", changed, Aim("entry-twice", pointer))


def line_copied(good: Good) -> Iterator[Fault]:
    """A line of a list stands there a second time."""
    for pointer, spot in good.text.spots.items():
        lists = ("principles", "response", "contingency", "agenda", "entry", "exit", "after", "covers")
        value = good.text.at(pointer) if pointer and pointer[-1] in lists and pointer[0] != "meetings" else None
        if isinstance(value, list) and spot.is_flow:
            changed = good.text.append(pointer, good.text.written((*pointer, 0)))
            yield good.fault(f"{spoken(pointer)} twice", changed, Aim("line-twice", (*pointer, len(value))))


def labels_swapped(good: Good) -> Iterator[Fault]:
    """Two waves have each other's number."""
    labelled = [pointer for pointer, wave in good.entries("waves") if re.search(r"\d$", wave.get("label", ""))]
    for one, other in pairwise(labelled):
        changed = good.text.swap((*one, "label"), (*other, "label"))
        yield good.fault(f"{spoken(one)}, {spoken(other)}", changed, Aim("label-order", (*other, "label")))


def milestone_of_another_wave(good: Good) -> Iterator[Fault]:
    """A milestone waits for work that is done before its wave begins."""
    items = good.schedule.breakdown
    for pointer, milestone in good.entries("milestones"):
        place = (*pointer, "depends_on")
        wave = milestone.get("wave")
        single = good.text.spots[place].is_scalar if place in good.text.spots else False
        for task in items.tasks if wave and single else ():
            over = good.schedule.dates[task.id].early_finish <= good.schedule.dates[wave].early_start
            home = items.wave_of(task.id)
            if home and home.id != wave and over:
                changed = good.text.put(place, task.id)
                yield good.fault(
                    f"{spoken(place)} {task.id}", changed, Aim("milestone-of-other-wave", (*pointer, "wave"))
                )


def _swapped(good: Good, told: list[_Told], rule: str) -> Iterator[Fault]:
    """Let neighbours change places of which each fits what it has, and not what the other has."""
    for (one, own, given), (other, own_too, given_too) in pairwise(told):
        if own & given and own_too & given_too and not own & given_too and not own_too & given:
            aims = [Aim(rule, one), Aim(rule, other)]
            yield good.fault(f"{spoken(one)}, {spoken(other)}", good.text.swap(one, other), *aims)


def _delivered(good: Good, task: dict[str, str | list[str]]) -> set[str]:
    named = task["delivers"]
    found = [named] if isinstance(named, str) else named
    return {stem for each in found for stem in _stems(each) | _stems(good.data["deliverables"][each]["name"])}


def _stems(text: object) -> set[str]:
    return {word[:4] for word in re.findall(r"[^\W\d_]{3,}", str(text or "").casefold())}


def _long(text: object) -> set[str]:
    """The words that are longer than "the"."""
    return {stem for stem in _stems(text) if len(stem) > len("the")}
