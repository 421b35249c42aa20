"""Faults of ids, names and numbering."""

import itertools
from collections.abc import Iterator

from tests.mutation.fault import AT_KEY, Aim, Fault, Good, spoken
from tests.mutation.kinds._words import ITEMS


def duplicate_key(good: Good) -> Iterator[Fault]:
    """An entry takes the id of the one before it."""
    for section in good.data:
        entries = [pointer for pointer, _ in good.entries(section)] if isinstance(good.data[section], dict) else []
        for before, pointer in itertools.pairwise(entries):
            changed = good.text.rename(pointer, str(before[-1]))
            offset = (good.text.spots[pointer].key or (0, 0))[0]
            yield good.fault(f"{spoken(pointer)} doubles", changed, Aim("duplicate-key", offset=offset))


def duplicate_id(good: Good) -> Iterator[Fault]:
    """A new task elsewhere takes an id that is taken."""
    taken = [str(pointer[-1]) for pointer, _ in good.entries(*ITEMS)]
    for pointer, entry in good.entries("waves", "phases"):
        for name in taken[:: max(1, len(taken) // 3)]:
            if entry.get("tasks") and name not in entry["tasks"]:
                tasks = (*pointer, "tasks")
                changed = good.text.add(tasks, name, "{name: Something Quite New, duration: 1d}")
                places = [each for each, _ in good.entries(*ITEMS) if each[-1] == name]
                aims = [Aim("duplicate-id", each) for each in (*places, (*tasks, name))]
                yield good.fault(f"{spoken(tasks)} has another {name}", changed, *aims)


def id_with_a_capital(good: Good) -> Iterator[Fault]:
    """An id that is none."""
    for section in ("roles", "waves", "risks", "targets", "meetings", "deliverables"):
        for pointer, _ in good.entries(section):
            changed = str(pointer[-1]).replace("-", " ").title()
            aim = Aim("invalid-value", (*pointer[:-1], changed), AT_KEY)
            yield good.fault(f"{spoken(pointer)} {changed}", good.text.rename(pointer, changed), aim)


def name_given_twice(good: Good) -> Iterator[Fault]:
    """An entry takes the name of another of its kind."""
    for section in ("tasks", "waves", "phases", "risks", "roles", "milestones", "deliverables", "targets", "people"):
        entries = [pointer for pointer, entry in good.entries(section) if "name" in entry]
        for before, pointer in itertools.pairwise(entries):
            written = good.text.written((*before, "name"))
            name = (*pointer, "name")
            if before[:-1] == pointer[:-1]:
                aims = Aim("name-twice", name), Aim("figure-twice", (*pointer, "threshold"))
                yield good.fault(
                    f"{spoken(name)} doubles", good.text.put(name, written), *aims[: 1 + (section == "targets")]
                )


def label_given_twice(good: Good) -> Iterator[Fault]:
    """A wave or phase takes the number of the one before it."""
    for section in ("waves", "phases"):
        labelled = [pointer for pointer, entry in good.entries(section) if "label" in entry]
        for before, pointer in itertools.pairwise(labelled):
            label = (*pointer, "label")
            changed = good.text.put(label, good.text.written((*before, "label")))
            aims = Aim("label-twice", label), Aim("label-number", label)
            yield good.fault(f"{spoken(label)} doubles", changed, *aims)


def order_of_entries_swapped(good: Good) -> Iterator[Fault]:
    """Two numbered neighbours stand in the wrong order."""
    for section in ("checkpoints", "waves", "phases"):
        entries = [pointer for pointer, _ in good.entries(section)]
        for one, other in itertools.pairwise(entries):
            if all(str(each[-1]).rpartition("-")[2].isdigit() for each in (one, other)):
                changed = _exchanged(good, one, other)
                aims = [Aim("label-number", each, AT_KEY) for each in (one, other)]
                yield good.fault(f"{spoken(other)} before {one[-1]}", changed, *aims)


def _exchanged(good: Good, one: tuple[str | int, ...], other: tuple[str | int, ...]) -> str:
    """Put an entry of a block mapping above the one before it."""
    text, spots = good.text.text, good.text.spots
    first, second = ((spots[each].key or (0, 0))[0] for each in (one, other))
    end = spots[other].value[1]
    return text[:first] + text[second:end] + "\n  " + text[first:second].rstrip() + text[end:]
