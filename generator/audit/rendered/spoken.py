"""Meetings, teams and waits in the words in which documents tell them, held against the plan."""

import re

from generator.audit.calendar import WEEKDAYS
from generator.audit.rendered.dated import Fact
from generator.audit.rendered.statements import Said
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.model.breakdown import Wave
from generator.model.communication import Meeting
from generator.model.text import ITEM_KINDS

_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?: ?[AP]M)?\b|\b\d{1,2} ?[AP]M\b", re.IGNORECASE)


def meets(ref: Ref, truth: Truth) -> Fact | None:
    """The days, the time and the length of a meeting."""
    item = truth.item(ref)
    if not isinstance(item, Meeting):
        return None
    return Fact(meets_as(item, "") or "", lambda said: meets_as(item, said.words) is None)


def team(ref: Ref, truth: Truth) -> Fact | None:
    """The people of a wave and who leads it, in a line of its own; tables tell their peak."""
    item = truth.item(ref)
    if not isinstance(item, Wave):
        return None
    lead = f"led by {truth.snapshot.names[Ref('person', item.lead)].name}" if item.lead else ""
    told = ", ".join(filter(None, (_people_of(item, truth), lead)))
    return Fact(told, lambda said: bool(said.columns) or said.plain == plain(told))


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


def _people_of(wave: Wave, truth: Truth) -> str:
    """The team of a wave: each role with its number."""
    named = [(band, truth.name(Ref("role", role))) for role, band in wave.team.items()]
    return ", ".join(f"{band} × {name}" if band.high > 1 else f"{band} {name}" for band, name in named)


def _names_all(said: Said, refs: list[Ref], truth: Truth) -> bool:
    """Tell whether words name every one of some items; where they leave some out, they say so."""
    return " more" in said.plain or all(
        any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said.plain) for name in truth.plain_names[ref] if name)
        for ref in refs
    )
