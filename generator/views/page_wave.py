"""What a wave's own page tells beyond its profile: its people, its share of what is scarce, its appointments."""

from dataclasses import dataclass

from generator.model.communication import Meeting
from generator.snapshot import Snapshot
from generator.views import communication, coordination, people_list
from generator.views._once import once
from generator.views.communication import ChannelLine, MeetingLine
from generator.views.coordination import Point
from generator.views.people_list import PersonRow


@dataclass(frozen=True)
class Share:
    """The wave's share of a limited resource; `note` is Markdown."""

    name: str
    share: str
    limit: str
    note: str


@dataclass(frozen=True)
class WavePage:
    """One wave's people, quota shares, meetings, channels, and coordination points."""

    people: tuple[PersonRow, ...]
    shares: tuple[Share, ...]
    meetings: tuple[MeetingLine, ...]
    channels: tuple[ChannelLine, ...]
    coordination: tuple[Point, ...]


@once
def view(snapshot: Snapshot, wave: str) -> WavePage:
    """Tell what concerns one wave."""
    told = communication.view(snapshot)
    return WavePage(
        people=tuple(row for row in people_list.view(snapshot).rows if _works_in(row, wave)),
        shares=tuple(_shares(wave, snapshot)),
        meetings=tuple(line for line in told.meetings if _concerns(line.entry, wave, snapshot)),
        channels=tuple(line for line in told.channels if line.entry.per_wave),
        coordination=tuple(point for point in coordination.view(snapshot) if wave in _sides(point)),
    )


def _works_in(row: PersonRow, wave: str) -> bool:
    return any(place.id == wave for place in (*row.leads, *row.works_in))


def _shares(wave: str, snapshot: Snapshot) -> list[Share]:
    found = []
    for quota in snapshot.plan.quotas.values():
        for item, share in quota.shares.items():
            if _in_wave(item, wave, snapshot):
                words = "" if item == wave else f" for {snapshot.names[('task', item)].name}"
                found.append(Share(quota.name, f"{share:f}%{words}", quota.limit or "", quota.note or ""))
    return found


def _concerns(meeting: Meeting, wave: str, snapshot: Snapshot) -> bool:
    """Tell whether a wave takes part: it is everybody's meeting, or it covers something of the wave's."""
    covered = [_scope(item, snapshot) for item in meeting.covers]
    return meeting.per_wave or not covered or any(_in_wave(item, wave, snapshot) for each in covered for item in each)


def _scope(item: str, snapshot: Snapshot) -> tuple[str, ...]:
    checkpoint = snapshot.plan.checkpoints.get(item.rpartition(":")[2])
    return checkpoint.scope if checkpoint else (item,)


def _in_wave(item: str, wave: str, snapshot: Snapshot) -> bool:
    found = snapshot.schedule.breakdown.wave_of(item.rpartition(":")[2])
    return found is not None and found.id == wave


def _sides(point: Point) -> tuple[str, ...]:
    entry = point.entry
    return tuple(each.rpartition(":")[2] for each in (*entry.between, *entry.providers, *entry.receivers))
