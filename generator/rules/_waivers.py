"""Sets aside the findings that a plan's authors have waived."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.findings import Finding, Pointer, Suppressed
from generator.model.checks import Waiver
from generator.model.index import SECTIONS, Index
from generator.model.plan import Plan
from generator.model.text import Entry
from generator.rules._catalogue import Rule, rules

_KINDS = {section: kind for kind, section in SECTIONS.items()}


@dataclass(frozen=True)
class Waived:
    """The findings that are left, those set aside, and the waivers (by their numbers) that did so."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    used: frozenset[int]


@dataclass(frozen=True)
class _Standing:
    """A waiver in force: its number, and the place that it covers."""

    number: int
    waiver: Waiver
    pointer: Pointer


def waive(findings: Iterable[Finding], plan: Plan, index: Index, *, as_of: date | None) -> Waived:
    """Part findings into those that count and those that a waiver in force covers; the first that does is used."""
    standing = _standing(plan, index, as_of)
    kept, suppressed, used = [], [], set()
    for finding in findings:
        found = next((each for each in standing.get(finding.rule, ()) if _covers(each, finding)), None)
        if found is None:
            kept.append(finding)
        else:
            used.add(found.number)
            suppressed.append(Suppressed(finding, "waiver", found.waiver.reason))
    return Waived(tuple(kept), tuple(suppressed), frozenset(used))


def can_be_waived(rule: Rule) -> bool:
    """Tell whether one can live with a rule's findings: not without dates, nor with a waiver that covers nothing."""
    return not rule.blocks and "waived" not in rule.needs


def is_expired(waiver: Waiver, as_of: date | None) -> bool:
    """Tell whether the last day of a waiver is over; without a status date no day is."""
    return waiver.until is not None and as_of is not None and waiver.until < as_of


def target_of(waiver: Waiver, plan: Plan, index: Index) -> Pointer | None:
    """Find what a waiver covers: everything, an item by its id, or the value at its path; else None."""
    if waiver.target is None:
        return ()
    item = index.find(waiver.target)
    return item[1].pointer if item else _at_path(tuple(waiver.target.split(".")), plan, index)


def _standing(plan: Plan, index: Index, as_of: date | None) -> Mapping[str, list[_Standing]]:
    by_rule: defaultdict[str, list[_Standing]] = defaultdict(list)
    for number, waiver in enumerate(plan.waivers):
        rule, pointer = rules().get(waiver.rule), target_of(waiver, plan, index)
        if rule and can_be_waived(rule) and pointer is not None and not is_expired(waiver, as_of):
            by_rule[waiver.rule].append(_Standing(number, waiver, pointer))
    return by_rule


def _covers(standing: _Standing, finding: Finding) -> bool:
    """Tell whether a finding stands at what a waiver names, or at another place and is about that too."""
    places = (finding.pointer, *finding.also)
    return any(place[: len(standing.pointer)] == standing.pointer for place in places)


def _at_path(steps: tuple[str, ...], plan: Plan, index: Index) -> Pointer | None:
    """Follow `tasks.auth.duration`; an item is found by its id, wherever it stands."""
    items = index.by_kind.get(_KINDS.get(steps[0], ""), {})
    if len(steps) > 1 and steps[1] in items:
        item = items[steps[1]]
        return _followed(item, steps[2:], item.pointer)
    return _followed(plan, steps, ())


def _followed(value: object, steps: tuple[str, ...], pointer: Pointer) -> Pointer | None:
    """Follow the steps as far as values are written, then as far as the language has such keys."""
    for number, step in enumerate(steps):
        found = _member(value, step)
        if found is None:
            return None
        key, value = found
        pointer = (*pointer, key)
        if value is None:
            return pointer if number == len(steps) - 1 else None
    return pointer


def _member(value: object, step: str) -> tuple[str | int, object] | None:
    if isinstance(value, Entry):
        known = step in type(value).model_fields and step != "pointer"
        return (step, getattr(value, step)) if known else None
    if isinstance(value, dict):
        return (step, value[step]) if step in value else None
    if isinstance(value, tuple) and step.isdecimal() and len(step) < len("1000000") and int(step) < len(value):
        return int(step), value[int(step)]
    return None
