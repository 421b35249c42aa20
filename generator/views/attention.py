"""What needs attention at the status date: late and due items, missed deadlines, what checks found."""

from collections.abc import Iterator

from generator.findings import Severity
from generator.formatting import counted
from generator.model.breakdown import Milestone, Task
from generator.scheduling.breakdown import SchedItem
from generator.snapshot import Snapshot
from generator.views._glance import Card, Line
from generator.views._mention import home_words, mention_of, owner
from generator.views._standing import Standing, standing_of
from generator.views._when import finish_cell

_MOST = 4
"""Lines of a kind; the others are counted."""


def view(snapshot: Snapshot) -> Card:
    """Tell what somebody has to do something about; where that is nothing, say so once there is a status date."""
    standing = standing_of(snapshot)
    lines = (*_items(standing, snapshot), *_findings(snapshot))
    if not lines and standing.today is not None:
        lines = (Line("Nothing is late, and nothing is due", "schedule", chip="Clear", tone="ok"),)
    title = "Needs attention" if any(line.tone in ("bad", "warn") for line in lines) else "Today"
    return Card("material/bell-ring", title, "", lines)


def _items(standing: Standing, snapshot: Snapshot) -> Iterator[Line]:
    late = standing.late if standing.recorded else ()
    yield from _some(late, ("late", "Late", "bad"), snapshot)
    others = tuple(item for item in standing.missed if item not in late)
    yield from _some(others, ("beyond their deadlines", "Misses its deadline", "bad"), snapshot)
    yield from _some(tuple(item for item in standing.due if item not in others), ("due", "Due", "warn"), snapshot)


def _some(items: tuple[str, ...], kind: tuple[str, str, str], snapshot: Snapshot) -> Iterator[Line]:
    plural, chip, tone = kind
    for item in items[:_MOST]:
        found = snapshot.schedule.breakdown.items[item]
        notes = (finish_cell(item, snapshot), home_words(item, snapshot), _who(found, snapshot))
        yield Line(
            mention_of(found, snapshot).words, f"schedule#row-{item}", "; ".join(filter(None, notes)), chip, tone
        )
    if len(items) > _MOST:
        yield Line(f"{len(items) - _MOST} more {plural}", "schedule", tone=tone)


def _who(item: SchedItem, snapshot: Snapshot) -> str:
    found = owner(item.owner, snapshot) if isinstance(item, Task | Milestone) else None
    return found.words if found else ""


def _findings(snapshot: Snapshot) -> Iterator[Line]:
    warnings = sum(finding.severity is Severity.WARNING for finding in snapshot.findings)
    if warnings:
        yield Line(f"{counted(warnings, 'warning')} of the checks", "checks", chip="Look", tone="warn")
