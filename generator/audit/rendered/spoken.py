"""Meetings, teams and waits in the words in which documents tell them, held against the plan."""

import re
from collections.abc import Collection, Mapping

from generator.audit.calendar import WEEKDAYS
from generator.audit.rendered.dated import Fact
from generator.audit.rendered.loads import needed
from generator.audit.rendered.statements import Said
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.model.breakdown import Task, Wave
from generator.model.communication import Meeting
from generator.model.quantity import Band
from generator.model.text import ITEM_KINDS

_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?: ?[AP]M)?\b|\b\d{1,2} ?[AP]M\b", re.IGNORECASE)


def meets(ref: Ref, truth: Truth) -> Fact | None:
    """The days, the time and the length of a meeting."""
    item = truth.item(ref)
    if not isinstance(item, Meeting):
        return None
    return Fact(meets_as(item, "") or "", lambda said: meets_as(item, said.words) is None)


def team(ref: Ref, truth: Truth) -> Fact | None:
    """The people of a wave and who leads it, in a line of its own; tables tell the team, or their peak."""
    item = truth.item(ref)
    if not isinstance(item, Wave):
        return None
    lead = f"led by {truth.snapshot.names[Ref('person', item.lead)].name}" if item.lead else ""
    told = ", ".join(filter(None, (_bands(item.team, truth), lead)))
    return Fact(told, lambda said: _tells_team(said, item, truth) if said.columns else said.plain == plain(told))


def at_work(ref: Ref, truth: Truth) -> Fact | None:
    """The people at a task: whoever is named is at it or owns it, and each role has its number."""
    task = truth.item(ref)
    if not isinstance(task, Task):
        return None
    answering = (task.owner.rpartition(":")[2],) if task.owner else ()
    people = dict.fromkeys(Ref("person", each) for each in (*task.people, *answering))
    named = [truth.name(each) for each in people if truth.has(each)]
    others = [plain(truth.name(each)) for each in truth.refs if each.kind == "person" and each not in people]
    numbers = {role: {str(band)} for role, band in task.needs.items()}

    def agrees(said: Said) -> bool:
        return _tells_numbers(said, numbers, truth) and not any(_occurs(name, said.plain) for name in others)

    return Fact(", ".join(filter(None, (*named, _bands(task.needs, truth)))), agrees)


def begins(ref: Ref, truth: Truth) -> Fact | None:
    """All that a wave or phase waits for is named."""
    items = truth.snapshot.schedule.breakdown.items
    waits = [each.on.rpartition(":")[2] for each in getattr(truth.item(ref), "depends_on", ())]
    found = [kind for each in waits if each in items for kind in truth.by_id.get(each, ()) if kind.kind in ITEM_KINDS]
    told = ", ".join(truth.name(each) for each in found)
    return Fact(told, lambda said: _names_all(said, found, truth)) if found else None


def meets_as(meeting: Meeting, words: str) -> str | None:
    """When and how long a meeting is, where words say otherwise of it; nothing where they agree."""
    days = [] if meeting.is_daily else [day.title for day in meeting.on]
    at = str(meeting.at) if meeting.at else ""
    told, length, _ = plain(words).partition(plain(f", {meeting.lasts}"))
    named = [day.title() for day in re.findall(r"[A-Za-z]+day\b", told) if day.title() in WEEKDAYS]
    times = _TIME.findall(told)
    agrees = length and named == days and times == ([plain(at)] if at and _TIME.fullmatch(plain(at)) else times)
    return (
        None if agrees else ", ".join(filter(None, (" ".join(filter(None, (" and ".join(days), at))), meeting.lasts)))
    )


def _tells_team(said: Said, wave: Wave, truth: Truth) -> bool:
    numbers = {}
    for role, band in wave.team.items():
        load = needed(truth).get(("role", role, wave.id), {}).values() or [band]
        peak = Band(max(each.low for each in load), max(each.high for each in load))
        numbers[role] = {str(band), str(peak)}
    return _tells_numbers(said, numbers, truth)


def _tells_numbers(said: Said, numbers: Mapping[str, Collection[str]], truth: Truth) -> bool:
    """Tell whether each role that words name has a number that it may have."""
    for role, known in numbers.items():
        name = re.escape(plain(truth.name(Ref("role", role))))
        found = re.search(rf"(\d+(?:-\d+)?)(?: ×)? {name}(?!\w)", said.plain)
        if found and found[1] not in known:
            return False
    return True


def _bands(needs: Mapping[str, Band], truth: Truth) -> str:
    """Each role with its number."""
    named = [(band, truth.name(Ref("role", role))) for role, band in needs.items()]
    return ", ".join(f"{band} × {name}" if band.high > 1 else f"{band} {name}" for band, name in named)


def _names_all(said: Said, refs: list[Ref], truth: Truth) -> bool:
    """Tell whether words name every one of some items; where they leave some out, they say so."""
    return " more" in said.plain or all(
        any(_occurs(name, said.plain) for name in truth.plain_names[ref] if name) for ref in refs
    )


def _occurs(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None
