"""What of a first plan stands: what the plan language accepts and the schedule puts on the days told for it."""

from collections.abc import Iterable
from dataclasses import replace

from generator.audit.first_plan.draft import Entry, assembled
from generator.audit.first_plan.fitting import fitted, is_day, works_every_day
from generator.audit.first_plan.verifying import elsewhere, told_by_line
from generator.audit.first_plan.yaml_text import yaml_text
from generator.audit.understanding.facts import Facts
from generator.findings import Pointer, Severity
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

_ROUNDS = 20
_TIMED = frozenset({"tasks", "milestones", "checkpoints"})
_PARTS = frozenset({"phases", "waves"})
_NOWHERE: Pointer = ("",)


def sound(entries: list[Entry], facts: Facts) -> list[Entry]:
    """Take out what is refused or on a wrong day, at the last all that has a date, then all that has a time."""
    kept = _on_one_scale(entries)
    for fewer in (_all_of, _undated, _untimed):
        kept = fewer(kept)
        for _ in range(_ROUNDS):
            whole = fitted(kept, every_day=works_every_day(facts.reading.phrases))
            refused = _refused(kept, whole, facts)
            gone = [each for pointer in refused for each in _concerned(kept, pointer)]
            if not refused:
                return whole
            if not gone:
                break
            kept = _without(kept, gone)
    return entries[:1]


def taken_back(before: Iterable[Entry], after: Iterable[Entry]) -> int:
    """Count the tasks, milestones and checkpoints that do not stand."""
    left = {each.pointer for each in after}
    return len({each.pointer for each in before if _is_timed(each) and each.pointer not in left})


def _refused(entries: list[Entry], whole: list[Entry], facts: Facts) -> list[Pointer]:
    outcome = examine(parse_plan(yaml_text(assembled(whole)).encode(), "plan/plan.yaml"))
    if outcome.snapshot is None:
        return [each.pointer or _NOWHERE for each in outcome.findings if each.severity is Severity.ERROR] or [
            _NOWHERE
        ]
    moved = elsewhere(whole, outcome.snapshot.schedule, told_by_line(facts.reading))
    return [pointer for each in moved for pointer in _held_up_by(entries, each.pointer)]


def _held_up_by(entries: list[Entry], moved: Pointer) -> list[Pointer]:
    """What goes when something is on another day than told: what it waits for, else the thing itself."""
    links = [each.pointer for each in entries if each.pointer[-1] == "depends_on"]
    return [each for each in links if moved[: len(each) - 1] == each[:-1]] or [moved]


def _concerned(entries: list[Entry], refused: Pointer) -> list[Entry]:
    """Return the entries that go when something is refused: those in it, else the smallest that it stands in."""
    below = [each for each in entries if each.pointer[: len(refused)] == refused]
    around = [each for each in entries if refused[: len(each.pointer)] == each.pointer]
    smallest = max((len(each.pointer) for each in around), default=0)
    found = below or [each for each in around if len(each.pointer) == smallest]
    return [each for each in found if each.pointer not in {("title",), ("start",)}]


def _without(entries: list[Entry], gone: list[Entry]) -> list[Entry]:
    """Leave entries out with all that stands in them: an owner alone is no task."""
    things = [each.pointer for each in gone if isinstance(each.value, dict)]
    ids = {id(each) for each in gone}
    inside = (any(each.pointer[: len(thing)] == thing for thing in things) for each in entries)
    return [each for each, is_inside in zip(entries, inside, strict=True) if not (is_inside or id(each) in ids)]


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
        return [_without_weeks(each) for each in _without(entries, weeks)]
    return [replace(each, told=None) if _is_part(each) else each for each in _without(entries, dated)]


def _without_weeks(each: Entry) -> Entry:
    if not _is_part(each):
        return each
    return replace(each, value={key: told for key, told in each.value.items() if key != "weeks"}, translated="")


def _undated(entries: list[Entry]) -> list[Entry]:
    dated = [each for each in entries if _is_timed(each) and each.told and is_day(each.told)]
    return _without(entries, [*dated, *(each for each in entries if each.pointer == ("start",))])


def _untimed(entries: list[Entry]) -> list[Entry]:
    return _without(entries, [each for each in entries if _is_timed(each) or _is_part(each)])


def _all_of(entries: list[Entry]) -> list[Entry]:
    return entries


def _is_timed(each: Entry) -> bool:
    return len(each.pointer) > 1 and each.pointer[-2] in _TIMED and isinstance(each.value, dict)


def _is_part(each: Entry) -> bool:
    return len(each.pointer) > 1 and each.pointer[-2] in _PARTS and isinstance(each.value, dict)
