"""Which entries of a section a short document tells where there are more than anybody leafs through on paper."""

from dataclasses import dataclass

from generator.formatting import counted
from generator.model.index import SECTIONS
from generator.snapshot import Snapshot
from generator.views import checkpoint_list, risk_ranking
from generator.views._long import MOST_ENTRIES, MOST_IN_BRIEF, is_much
from generator.views._once import once

_PLURALS = {"criterion": "criteria"}
_OPEN_FIRST = ("checkpoints", "criteria")


@dataclass(frozen=True)
class Brief:
    """The ids that are told, and how many others there are, in words."""

    told: frozenset[str]
    left: str


@once
def view(snapshot: Snapshot, section: str, choice: str = "") -> Brief:
    """Choose the entries of a section: all of a few, of many the first ones; fewest with the choice "short".

    Risks count by their exposure, checkpoints by their day; what is passed or met comes after what is open.
    """
    ids = _ordered(section, snapshot)
    much = is_much(len(ids), snapshot) if choice == "short" else len(ids) > MOST_ENTRIES
    told = ids[: MOST_IN_BRIEF if choice == "short" else MOST_ENTRIES] if much else ids
    noun = next(kind for kind, each in SECTIONS.items() if each == section)
    left = len(ids) - len(told)
    return Brief(frozenset(told), counted(left, noun, _PLURALS.get(noun)) if left else "")


def _ordered(section: str, snapshot: Snapshot) -> list[str]:
    entries = getattr(snapshot.plan, section)
    if section == "risks":
        return [risk.id for risk in risk_ranking.view(snapshot).ranked]
    ids = [row.id for row in checkpoint_list.view(snapshot).rows] if section == "checkpoints" else list(entries)
    return sorted(ids, key=lambda each: entries[each].done) if section in _OPEN_FIRST else ids
