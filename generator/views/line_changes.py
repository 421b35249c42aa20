"""The lines that a decision has changed, as they were and as they are, letter by letter."""

from dataclasses import dataclass
from html import unescape

from generator.snapshot import Snapshot


@dataclass(frozen=True)
class LineChange:
    """One line before and after; nothing where it was added or dropped."""

    was: str
    now: str


def view(snapshot: Snapshot, decision: str) -> tuple[LineChange, ...]:
    """List the changes of one decision; facts stand in prose with entities, which code does not read."""
    changes = snapshot.plan.decisions[decision].changes
    return tuple(LineChange(change.was or "", unescape(change.now or "")) for change in changes)
