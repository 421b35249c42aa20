"""Who speaks with whom, when and where."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.errors import BadValueError
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
    if isinstance(value, str) and value not in list(Weekday):
        days = ("daily", *Weekday)
        near = next((day for day in days if value.lower().startswith(day)), None)
        told = f'did you mean "{near}"?' if near else 'write daily, a day such as "fri", or several: [tue, thu]'
        raise BadValueError(f'"{value}" is none of {", ".join(days)}', help=told)
    return [value] if isinstance(value, str) else value


class Meeting(Item, frozen=True):
    """A meeting that recurs.

    ```yaml
    roles:
      lead: {name: Team lead}
    tasks:
      build: {name: Build, duration: 8d}
    channels:
      team: {name: Team, handle: "#team", audience: the team, purpose: What was settled in the standup}
    meetings:
      standup: {name: Standup, on: daily, at: 9:15, lasts: 15 minutes, audience: the team, channel: team}
      review: {name: Review, on: fri, at: 2:00 PM, lasts: 1 hour, audience: the customer, chair: lead, channel: team}
    ```
    """

    name: Name = Field(description="What it is called")
    on: Annotated[
        tuple[Weekday, ...],
        BeforeValidator(_weekdays, json_schema_input_type=Literal["daily"] | Weekday | list[Weekday]),
        Field(description="On which days: daily, fri, [tue, thu]"),
    ]
    at: TimeValue | None = Field(default=None, description="Time of day: 9:00 AM")
    lasts: Name = Field(description="How long: 15 minutes")
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
    """Where messages go.

    ```yaml
    channels:
      team: {name: Team, handle: "#team", audience: the team, purpose: Questions of the day}
    meetings:
      standup: {name: Standup, on: daily, at: 9:15, lasts: 15 minutes, audience: the team, channel: team}
    ```
    """

    name: Name = Field(description="What it is called")
    handle: Name | None = Field(default=None, description='As it is typed: "#integration-coordination"')
    per_wave: bool = Field(default=False, description="One for each wave")
    audience: Prose | None = Field(default=None, description="Who reads it")
    purpose: Prose | None = Field(default=None, description="What it is for")


class Coordination(Item, frozen=True):
    """Something that waves must settle between them in a given week.

    ```yaml
    roles:
      lead: {name: Team lead}
    waves:
      wave-1:
        name: Service
        tasks:
          api: {name: API, duration: 5d}
      wave-2:
        name: Pages
        depends_on: wave-1
        tasks:
          pages: {name: Pages, duration: 5d}
    coordination:
      contract:
        week: 1
        topic: Contract of the API
        providers: wave-1
        receivers: wave-2
        owner: lead
        outcome: Both waves have signed the contract
    ```
    """

    week: int = Field(ge=1, description="The week of the plan")
    topic: Name = Field(description="What is settled")
    providers: WaveRefs = Field(default=(), description="Waves that hand over")
    receivers: WaveRefs = Field(default=(), description="Waves that take over")
    between: WaveRefs = Field(default=(), description="Waves that settle it among equals")
    owner: OwnerRef | None = Field(default=None, description="Who brings it about")
    outcome: Prose | None = Field(default=None, description="What is there afterwards")
    agenda: Proses = Field(default=(), description="What it goes through")
