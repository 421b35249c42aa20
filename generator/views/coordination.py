"""What waves settle between them, in order of time."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.communication import Coordination
from generator.snapshot import Snapshot
from generator.views._once import once


@dataclass(frozen=True)
class Point:
    """One coordination point: its week, its topic, the waves in words, and the entry itself."""

    week: int
    topic: str
    waves: str
    entry: Coordination


@once
def view(snapshot: Snapshot) -> tuple[Point, ...]:
    """List the points by week."""
    ordered = sorted(snapshot.plan.coordination.values(), key=lambda each: each.week)
    return tuple(Point(each.week, each.topic, _waves(each, snapshot), each) for each in ordered)


def _waves(point: Coordination, snapshot: Snapshot) -> str:
    """Wave 1 → Wave 2 where one hands over, Wave 3 + Wave 4 among equals."""
    between, providers, receivers = (
        _labels(waves, snapshot) for waves in (point.between, point.providers, point.receivers)
    )
    return between or " → ".join(filter(None, (providers, receivers)))


def _labels(waves: Sequence[str], snapshot: Snapshot) -> str:
    return " + ".join(snapshot.names[("wave", wave)].label for wave in waves)
