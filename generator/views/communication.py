"""Meetings and channels in words."""

from dataclasses import dataclass

from generator.formatting import joined
from generator.model.communication import Channel, Meeting
from generator.snapshot import Snapshot
from generator.views._once import once


@dataclass(frozen=True)
class MeetingLine:
    """One meeting: when, how long and who, as Markdown; and the entry itself."""

    name: str
    words: str
    entry: Meeting


@dataclass(frozen=True)
class ChannelLine:
    """One channel: its name with its reach, or its handle, which is printed as code."""

    words: str
    handle: str
    entry: Channel


@dataclass(frozen=True)
class Communication:
    """Meetings and channels, in the plan's order."""

    meetings: tuple[MeetingLine, ...]
    channels: tuple[ChannelLine, ...]


@once
def view(snapshot: Snapshot) -> Communication:
    """Tell each meeting and channel."""
    plan = snapshot.plan
    meetings = tuple(MeetingLine(each.name, _meeting(each), each) for each in plan.meetings.values())
    return Communication(meetings, tuple(_channel(each) for each in plan.channels.values()))


def when_words(meeting: Meeting) -> str:
    """Friday 15:00; a daily meeting is told by its time alone, if it has one."""
    days = "" if meeting.is_daily else joined([day.title for day in meeting.on])
    time = str(meeting.at) if meeting.at else ""
    return " ".join(filter(None, (days, time))) or "daily"


def _meeting(meeting: Meeting) -> str:
    who = " per wave team" if meeting.per_wave else f", {meeting.audience}"
    return f"{_when(meeting)}, {meeting.lasts}{who}"


def _when(meeting: Meeting) -> str:
    """Daily at 9:15; that a meeting is daily is not told again where its name does."""
    told = when_words(meeting)
    is_named_so = "daily" in meeting.name.lower()
    return f"daily at {told}" if meeting.is_daily and meeting.at and not is_named_so else told


def _channel(channel: Channel) -> ChannelLine:
    words = f"{channel.name} per wave" if channel.per_wave else channel.name
    return ChannelLine(words, channel.handle or "", channel)
