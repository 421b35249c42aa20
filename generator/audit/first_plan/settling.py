"""What of a first plan stands: what the plan language accepts and the schedule puts on the days told for it."""

from collections.abc import Iterable
from dataclasses import replace

from generator.audit.first_plan.draft import Entry, Line, assembled
from generator.audit.first_plan.fitting import fitted, is_day, works_every_day
from generator.audit.first_plan.taking_out import concerned, taken_out, without
from generator.audit.first_plan.verifying import elsewhere, told_by_line
from generator.audit.first_plan.yaml_text import yaml_text
from generator.audit.understanding.facts import Facts
from generator.findings import Finding, Pointer, Severity
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

_ROUNDS = 40
_TIMED = frozenset({"tasks", "milestones", "checkpoints"})
_PARTS = frozenset({"phases", "waves"})
_NOWHERE: Pointer = ("",)
_OF_TIME = frozenset({"committed", "phases", "waves", "tasks", "milestones", "checkpoints"})


def sound(entries: list[Entry], facts: Facts, contradicted: frozenset[Line] = frozenset()) -> list[Entry]:
    """Take out what is refused or on a wrong day, at the last all that has a date, then all that has a time.

    What the documents contradict themselves in stays, with its errors: somebody has to decide it.
    """
    kept = _on_one_scale(entries)
    for fewer in (_all_of, _undated, _untimed):
        kept = fewer(kept)
        for _ in range(_ROUNDS):
            whole = fitted(kept, every_day=works_every_day(facts.reading.phrases))
            refused = _refused(kept, whole, facts, contradicted)
            left = taken_out(kept, refused)
            if not refused:
                return whole
            if left == kept:
                break
            kept = left
    return entries[:1]


def taken_back(before: Iterable[Entry], after: Iterable[Entry]) -> int:
    """Count the tasks, milestones and checkpoints that do not stand."""
    left = {each.pointer for each in after}
    return len({each.pointer for each in before if _is_timed(each) and each.pointer not in left})


def _refused(entries: list[Entry], whole: list[Entry], facts: Facts, contradicted: frozenset[Line]) -> list[Pointer]:
    outcome = examine(parse_plan(yaml_text(assembled(whole)).encode(), "plan/plan.yaml"))
    errors = [each for each in outcome.findings if each.severity is Severity.ERROR]
    if outcome.snapshot is None:
        return [each.pointer or _NOWHERE for each in errors] or [_NOWHERE]
    moved = [each.pointer for each in elsewhere(whole, outcome.snapshot.schedule, told_by_line(facts.reading))]
    wrong = {each.rule: each.pointer for each in reversed(errors) if not _is_open(each, entries, contradicted)}
    late = [each for each in wrong.values() if "tasks" in each or each[-1:] == ("weeks",)]
    held_up = [_held_up_by(entries, each) for each in (*moved, *late)]
    held_up += [[each] for each in wrong.values() if each not in late]
    links = [each for each in held_up if each[0][-1] == "depends_on"]
    return [pointer for each in links or held_up for pointer in each]


def _is_open(error: Finding, entries: list[Entry], contradicted: frozenset[Line]) -> bool:
    """Tell an error that the documents make themselves: of times, any contradiction in times may lead to it."""
    if error.pointer[:1] and error.pointer[0] in _OF_TIME:
        return any(each.lines & contradicted for each in entries if each.pointer[0] in _OF_TIME)
    return any(each.lines & contradicted for each in concerned(entries, error.pointer))


def _held_up_by(entries: list[Entry], moved: Pointer) -> list[Pointer]:
    """What goes when something is on another day than told: what it waits for, else the thing itself."""
    links = [each.pointer for each in entries if each.pointer[-1] == "depends_on"]
    return [each for each in links if moved[: len(each) - 1] == each[:-1]] or [moved]


def _on_one_scale(entries: list[Entry]) -> list[Entry]:
    """Weeks and dates can be told together where the first day is known; else what fewer are told by goes."""
    timed = [each for each in entries if _is_timed(each) and each.told]
    weeks = [each for each in timed if each.told and each.told.scale == "week"]
    dated = [each for each in timed if each.told and is_day(each.told)]
    parts = [each for each in entries if _is_part(each) and "weeks" in each.value]
    if not (weeks or parts):
        return [each for each in entries if each.pointer != ("start",) or each.lines]
    if any(each.pointer == ("start",) for each in entries) or not dated:
        return entries
    if len(dated) > len(weeks) + len(parts):
        return [_without_weeks(each) for each in without(entries, weeks)]
    return [replace(each, told=None) if _is_part(each) else each for each in without(entries, dated)]


def _without_weeks(each: Entry) -> Entry:
    if not _is_part(each):
        return each
    return replace(each, value={key: told for key, told in each.value.items() if key != "weeks"}, translated="")


def _undated(entries: list[Entry]) -> list[Entry]:
    dated = [each for each in entries if _is_timed(each) and each.told and is_day(each.told)]
    return without(entries, [*dated, *(each for each in entries if each.pointer == ("start",))])


def _untimed(entries: list[Entry]) -> list[Entry]:
    return without(entries, [each for each in entries if _is_timed(each) or _is_part(each)])


def _all_of(entries: list[Entry]) -> list[Entry]:
    return entries


def _is_timed(each: Entry) -> bool:
    return len(each.pointer) > 1 and each.pointer[-2] in _TIMED and isinstance(each.value, dict)


def _is_part(each: Entry) -> bool:
    return len(each.pointer) > 1 and each.pointer[-2] in _PARTS and isinstance(each.value, dict)
