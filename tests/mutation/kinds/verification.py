"""Faults of checkpoints, criteria, tests and commands."""

import re
from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.plan_text import Pointer

_CHECKPOINT = {
    "command": "checkpoint-without-command",
    "exit": "checkpoint-without-exit",
    "covers": "half-described",
    "entry": "half-described",
    "on_failure": "half-described",
}


def part_of_a_checkpoint_dropped(good: Good) -> Iterator[Fault]:
    """A checkpoint without what all others have."""
    entries = dict(good.entries("checkpoints"))
    for key, rule in _CHECKPOINT.items():
        for pointer, entry in entries.items():
            if key in entry and sum(1 for each in entries.values() if key in each) == len(entries) > 3:
                changed = good.text.drop((*pointer, key))
                yield good.fault(f"{spoken(pointer)} without {key}", changed, Aim(rule, pointer))


def number_in_a_command_changed(good: Good) -> Iterator[Fault]:
    """The command of one checkpoint runs the tests of another."""
    for pointer, checkpoint in good.entries("checkpoints"):
        found = re.search(r"checkpoint[=-](\d+)", checkpoint.get("command", ""))
        if found and str(pointer[-1]).endswith(found[1]):
            command = (*pointer, "command")
            for other in (int(found[1]) % 5 + 1, 17):
                words = found[0][: -len(found[1])] + str(other)
                changed = good.text.put(command, good.text.written(command).replace(found[0], words))
                aims = [Aim("command-number", command), Aim("command-number", command, words)]
                yield good.fault(f"{spoken(pointer)} {other}", changed, *aims)


def separator_of_npm_dropped(good: Good) -> Iterator[Fault]:
    """Npm keeps the options of a script for itself."""
    for pointer in good.text.pointers("command"):
        written = good.text.written(pointer)
        if re.search(r"npm run \S+ -- ", good.text.at(pointer)):
            changed = good.text.put(pointer, written.replace(" -- ", " ", 1))
            yield good.fault(spoken(pointer), changed, Aim("npm-options-swallowed", pointer))


def quote_in_a_command_left_open(good: Good) -> Iterator[Fault]:
    """A command that a shell waits for the end of."""
    for pointer in good.text.pointers("command"):
        value = good.text.at(pointer)
        if value.count('"') == 2 and "'" not in value:
            changed = good.text.put(pointer, "'" + value.replace('"', "", 1) + "'")
            yield good.fault(spoken(pointer), changed, Aim("unbalanced-command", pointer))


def placeholder_in_a_command(good: Good) -> Iterator[Fault]:
    """A command that nobody can run as it stands."""
    for pointer in good.text.pointers("command"):
        value = good.text.at(pointer)
        if "'" not in value and "\n" not in value:
            words = f"{value} --host=<host>"
            yield good.fault(
                spoken(pointer), good.text.put(pointer, f"'{words}'"), Aim("command-placeholder", pointer)
            )


def item_dropped_from_a_scope(good: Good) -> Iterator[Fault]:
    """A checkpoint no longer tests what its name says, or what nothing else tests."""
    for pointer, checkpoint in good.entries("checkpoints"):
        scope = checkpoint["scope"]
        for index, item in enumerate(scope if isinstance(scope, list) and len(scope) > 1 else []):
            if not _is_tested_elsewhere(good, item, str(pointer[-1])) or f"'{item}'" in checkpoint.get(
                "scope_name", ""
            ):
                changed = good.text.drop((*pointer, "scope", index))
                aims = [Aim("work-untested", each) for each in _work(good, item)]
                aims += [Aim("scope-name", (*pointer, key)) for key in ("scope_name", "scope")]
                aims += [Aim("last-checkpoint-partial", (*pointer, "scope"))]
                aims += [Aim("deliverable-untested", each) for each in _delivered(good, item)]
                yield good.fault(f"{spoken(pointer)} without {item}", changed, *aims)


def item_twice_in_a_scope(good: Good) -> Iterator[Fault]:
    """A scope names the same work again."""
    for pointer, checkpoint in good.entries("checkpoints"):
        if isinstance(checkpoint["scope"], list):
            scope = (*pointer, "scope")
            changed = good.text.append(scope, checkpoint["scope"][0])
            yield good.fault(spoken(scope), changed, Aim("scope-twice", (*scope, len(checkpoint["scope"]))))


def done_too_early(good: Good) -> Iterator[Fault]:
    """Passed, met or reached before its work has been done."""
    if good.data.get("status_date"):
        for section, rule in (("checkpoints", "checkpoint"), ("milestones", "milestone"), ("criteria", "criterion")):
            for pointer, entry in good.entries(section):
                if section != "criteria" or entry.get("items"):
                    changed = good.text.add(pointer, "done", "true")
                    yield good.fault(spoken(pointer), changed, Aim(f"{rule}-done-too-early", (*pointer, "done")))


def criterion_about_something_else(good: Good) -> Iterator[Fault]:
    """A criterion that speaks of one thing names the items of another."""
    for pointer, criterion in good.entries("criteria"):
        items = criterion.get("items")
        told = re.findall(r"'([a-z0-9-]+)'", criterion.get("label", "") + criterion["text"])
        other = next((str(each[-1]) for each, _ in good.entries("checkpoints") if each[-1] not in told), None)
        if items and set(told) & set(items if isinstance(items, list) else [items]) and other not in (items, None):
            changed = good.text.put((*pointer, "items"), f"[{other}]")
            places = (*pointer, "label"), (*pointer, "text"), (*pointer, "items", 0)
            aims = [Aim("criterion-label", each) for each in places]
            aims += [
                Aim("wave-without-criterion", ("waves", each)) for each in items if each in good.data.get("waves", {})
            ]
            yield good.fault(f"{spoken(pointer)} {other}", changed, *aims)


def figure_of_a_criterion_typed_wrong(good: Good) -> Iterator[Fault]:
    """A criterion tells another figure than its target."""
    for pointer, criterion in good.entries("criteria"):
        text = (*pointer, "text")
        asked = re.search(r"\{\{ value\('[a-z0-9-]+'\) \}\}", criterion["text"])
        if asked and criterion.get("target"):
            threshold = good.data["targets"][criterion["target"]]["threshold"]
            other = re.sub(r"\d", "6", threshold)
            changed = good.text.put(text, good.text.written(text).replace(asked[0], other))
            aims = [
                Aim(rule, text, part) for rule in ("criterion-figure", "prose-figure") for part in ("value", other)
            ]
            yield good.fault(f"{spoken(text)} {other}", changed, *aims)


def criterion_dropped(good: Good) -> Iterator[Fault]:
    """A wave or checkpoint whose success nobody has defined."""
    for pointer, criterion in good.entries("criteria"):
        items = criterion.get("items") or []
        items = items if isinstance(items, list) else [items]
        elsewhere = {
            item for other, each in good.entries("criteria") if other != pointer for item in each.get("items") or []
        }
        lost = [item for item in items if item not in elsewhere]
        aims = [Aim("wave-without-criterion", ("waves", item)) for item in lost if item in good.data.get("waves", {})]
        aims += [
            Aim("checkpoint-without-criterion", ("checkpoints", item))
            for item in lost
            if item in good.data.get("checkpoints", {})
        ]
        if aims and not good.text.empties(pointer):
            yield good.fault(f"{spoken(pointer)} gone", good.text.drop(pointer), *aims)


def items_of_a_criterion_dropped(good: Good) -> Iterator[Fault]:
    """A criterion about nothing."""
    for pointer, criterion in good.entries("criteria"):
        if "items" in criterion and "target" not in criterion:
            changed = good.text.drop((*pointer, "items"))
            yield good.fault(f"{spoken(pointer)} about nothing", changed, Aim("criterion-without-items", pointer))


def tests_of_a_wave_dropped(good: Good) -> Iterator[Fault]:
    """A wave that does not say how it is tested."""
    waves = dict(good.entries("waves"))
    for pointer, wave in waves.items():
        if "tests" in wave and len(waves) > 1:
            changed = good.text.drop((*pointer, "tests"))
            yield good.fault(f"{spoken(pointer)} without tests", changed, Aim("wave-without-tests", pointer))


def _is_tested_elsewhere(good: Good, item: str, checkpoint: str) -> bool:
    wanted = set(_tasks(good, item))
    for pointer, other in good.entries("checkpoints"):
        scope = other["scope"] if isinstance(other["scope"], list) else [other["scope"]]
        inside = {task for each in scope for task in _tasks(good, each)}
        rest = {task for each in scope if each != item for task in _tasks(good, each)}
        if wanted <= (rest if pointer[-1] == checkpoint else inside):
            return True
    return False


def _tasks(good: Good, item: str) -> list[str]:
    members = good.schedule.breakdown.members.get(item)
    return [task for each in members for task in _tasks(good, each)] if members else [item]


def _work(good: Good, item: str) -> list[Pointer]:
    wanted = {item, *_tasks(good, item)}
    return [pointer for pointer, _ in good.entries("tasks", "waves", "phases") if pointer[-1] in wanted]


def _delivered(good: Good, item: str) -> list[Pointer]:
    wanted = set(_tasks(good, item))
    lists = [task.get("delivers") or [] for pointer, task in good.entries("tasks") if pointer[-1] in wanted]
    return [("deliverables", each) for names in lists for each in ([names] if isinstance(names, str) else names)]
