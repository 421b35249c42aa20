"""The schedule for programs: one object per item."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from generator.exports._file import File
from generator.snapshot import Snapshot
from generator.views import levelling, schedule_rows

FORMAT_VERSION = 1


def files(snapshot: Snapshot) -> Iterator[File]:
    """Offer one file."""
    del snapshot
    yield File("schedule.json", "The schedule for programs", export)


def export(snapshot: Snapshot) -> bytes:
    """Write the plan's title, version and dates, and every item with its own."""
    plan = snapshot.plan
    told = {
        "format_version": FORMAT_VERSION,
        "title": plan.title,
        "version": plan.version,
        "start": plan.start.isoformat() if plan.start else None,
        "as_of": snapshot.as_of.isoformat() if snapshot.as_of else None,
        "critical_path": list(snapshot.schedule.critical_path),
        "levelled": _levelled(snapshot),
        "items": [asdict(row) for row in schedule_rows.view(snapshot)],
    }
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()


def _levelled(snapshot: Snapshot) -> dict[str, Any] | None:
    """What waits for people and what that costs, in words; nothing where the plan does not level."""
    told = levelling.view(snapshot)
    if told is None:
        return None
    moved = [{**asdict(each), "task": each.task.id} for each in told.moved]
    return {"cost": told.cost, "proof": told.proof, "moved": moved, "unmet": list(told.unmet)}
