"""Who speaks with whom, when and where."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.calendar import Weekday
from generator.model.notation import TimeValue
from generator.model.text import (
    ChannelRef,
    Item,
    ItemRefs,
    Name,
    OwnerRef,
    Prose,
    Proses,
    WaveRefs,
)


def _weekdays(value: object) -> object:
    if value == "daily":
        return []
    return [value] if isinstance(value, str) else value


class Meeting(Item, frozen=True):
    """A meeting that recurs."""

    name: Name = Field(description="What it is called")
    on: Annotated[
        tuple[Weekday, ...],
        BeforeValidator(_weekdays, json_schema_input_type=Literal["daily"] | Weekday | list[Weekday]),
        Field(description="daily, or weekdays: fri, [tue, thu]"),
    ]
    at: TimeValue | None = Field(default=None, description="Time of day: 9:00 AM")
    lasts: Name = Field(description="15 minutes")
    per_wave: bool = Field(default=False, description="Held by each wave team for itself")
    audience: Prose = Field(description="Who comes")
    chair: OwnerRef | None = Field(default=None, description="Who leads it")
    agenda: Proses = Field(default=(), description="What it goes through")
    covers: ItemRefs = Field(default=(), description="Checkpoints and milestones that it tells of")
    channel: ChannelRef | None = Field(default=None, description="Where its outcome is posted")

    @property
    def is_daily(self) -> bool:
        """Held on every workday."""
        return not self.on


class Channel(Item, frozen=True):
    """Where messages go."""

    name: Name = Field(description="What it is called")
    handle: Name | None = Field(default=None, description='As it is typed: "#integration-coordination"')
    per_wave: bool = Field(default=False, description="One for each wave")
    audience: Prose | None = Field(default=None, description="Who reads it")
    purpose: Prose | None = Field(default=None, description="What it is for")


class Coordination(Item, frozen=True):
    """Something that waves must settle between them in a given week."""

    week: int = Field(ge=1, description="The week of the plan")
    topic: Name = Field(description="What is settled")
    providers: WaveRefs = Field(default=(), description="Waves that hand over")
    receivers: WaveRefs = Field(default=(), description="Waves that take over")
    between: WaveRefs = Field(default=(), description="Waves that settle it among equals")
    owner: OwnerRef | None = Field(default=None, description="Who brings it about")
    outcome: Prose | None = Field(default=None, description="What is there afterwards")
    agenda: Proses = Field(default=(), description="What it goes through")
