"""What is to be done: phases, waves, tasks, milestones, deliverables, and how they depend on each other."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema

from generator.errors import BadValueError
from generator.model.notation import (
    BandValue,
    EstimateValue,
    MomentValue,
    WeeksValue,
    WhenValue,
    describe,
    parse_duration,
)
from generator.model.quantity import Duration
from generator.model.team import Percent
from generator.model.text import (
    ITEM_KINDS,
    CalendarRef,
    Command,
    DeliverableRefs,
    Entry,
    Id,
    Item,
    Name,
    OwnerRef,
    PersonRef,
    PersonRefs,
    PhaseRef,
    Prose,
    Proses,
    RefersTo,
    RoleRef,
    TaskRefs,
    WaveRef,
)

_DEPENDENCY = re.compile(
    r"(?P<on>[^\s+]+)(?:\s+(?P<link>FS|SS|FF|SF))?(?:\s*(?P<sign>[+-])\s*(?P<lag>\d[\w.]*))?", re.IGNORECASE
)


class Link(StrEnum):
    """Which end of the predecessor drives which end of the successor."""

    FINISH_TO_START = "FS"
    START_TO_START = "SS"
    FINISH_TO_FINISH = "FF"
    START_TO_FINISH = "SF"


@dataclass(frozen=True)
class Dependency:
    """A link to a predecessor; a negative lag is a lead."""

    on: str
    link: Link
    lag: Duration | None
    lead: bool
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text

    @property
    def lag_text(self) -> str:
        """The lag with its sign, +2d or -1ed; nothing where there is none."""
        return f"{'-' if self.lead else '+'}{self.lag}" if self.lag and self.lag.amount else ""

    def lag_minutes(self, day: int, week: int) -> int:
        """Working minutes of the lag, negative for a lead."""
        size = self.lag.minutes(day, week) if self.lag else 0
        return -size if self.lead else size


def parse_dependency(value: object) -> Dependency:
    """Read `db-setup`, `db-setup SS+2d` or `auth FF-1d`."""
    text = value.strip() if isinstance(value, str) else ""
    found = _DEPENDENCY.fullmatch(text)
    if not found:
        raise BadValueError(
            f"expected a dependency, found {describe(value)}",
            help='write "db-setup", "db-setup SS+2d" or "auth FF-1d"',
        )
    part = found.groupdict()
    lag = parse_duration(part["lag"]) if part["lag"] else None
    return Dependency(part["on"], Link((part["link"] or "FS").upper()), lag, part["sign"] == "-", text)


DependencyValue = Annotated[
    Dependency,
    PlainValidator(parse_dependency),
    RefersTo(ITEM_KINDS),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "type": "string",
            "description": "db-setup, or db-setup SS+2d: a predecessor, with link (FS, SS, FF, SF) and lag",
            "pattern": r"^\S+(\s+([Ff][Ss]|[Ss][Ss]|[Ff][Ff]|[Ss][Ff]))?(\s*[+-]\s*\d[\w.]*)?$",
        }
    ),
]
Dependencies = Annotated[
    tuple[DependencyValue, ...],
    BeforeValidator(
        lambda value: [value] if isinstance(value, str) else value,
        json_schema_input_type=DependencyValue | list[DependencyValue],
    ),
]
Bands = dict[RoleRef, BandValue]
_DEPENDS = "Predecessors: an id, with link and lag where it is not finish-to-start"
_START = "No earlier than: W3D1, or 2026-01-05"
_DEADLINE = "Hoped to be finished by the end of: W3D5, or 2026-01-23; warns where it is missed"
_LATE = "As late as what waits for it allows, rather than as early as possible"
_FINISH_BY = "Finished no later than the end of: W3D5, or 2026-01-23"


class Task(Item, frozen=True):
    """A piece of work with a duration."""

    name: Name = Field(description="What is done")
    short: Name | None = Field(default=None, description="The name where room is scarce")
    duration: EstimateValue | None = Field(
        default=None, description="5d, or 3d/5d/8d; left out where effort is given"
    )
    effort: EstimateValue | None = Field(
        default=None, description="Work of one person, 12d, which those at work on it share"
    )
    depends_on: Dependencies = Field(default=(), description=_DEPENDS)
    start: MomentValue | None = Field(default=None, description=_START)
    start_by: MomentValue | None = Field(default=None, description="Started no later than: W3D1, or 2026-01-05")
    start_on: MomentValue | None = Field(default=None, description="Started on that day, no earlier and no later")
    finish_from: MomentValue | None = Field(default=None, description="Finished no earlier than the end of that day")
    finish_by: MomentValue | None = Field(default=None, description=_FINISH_BY)
    finish_on: MomentValue | None = Field(default=None, description="Finished on that day, no earlier and no later")
    deadline: MomentValue | None = Field(default=None, description=_DEADLINE)
    late: bool = Field(default=False, description=_LATE)
    calendar: CalendarRef | None = Field(
        default=None, description="When it can be worked on; as its wave if left out"
    )
    needs: Bands = Field(default_factory=dict, description="People at work on it: role and number")
    people: PersonRefs = Field(default=(), description="Those who do it, by name")
    owner: OwnerRef | None = Field(default=None, description="Who answers for it")
    delivers: DeliverableRefs = Field(default=(), description="Deliverables that are there when it is done")
    percent_complete: Percent | None = Field(default=None, description="Progress at the status date")
    started: WhenValue | None = Field(default=None, description="The day it really started: W3D1, or 2026-01-05")
    finished: WhenValue | None = Field(default=None, description="The day it was really finished")
    description: Prose | None = Field(default=None, description="What it consists of")


class Milestone(Item, frozen=True):
    """A moment that matters; it takes no time."""

    name: Name = Field(description="What is reached")
    depends_on: Dependencies = Field(default=(), description=_DEPENDS)
    start: MomentValue | None = Field(default=None, description=_START)
    start_by: MomentValue | None = Field(default=None, description="Started no later than: W3D1, or 2026-01-05")
    start_on: MomentValue | None = Field(default=None, description="Started on that day, no earlier and no later")
    finish_from: MomentValue | None = Field(default=None, description="Finished no earlier than the end of that day")
    finish_by: MomentValue | None = Field(default=None, description=_FINISH_BY)
    finish_on: MomentValue | None = Field(default=None, description="Finished on that day, no earlier and no later")
    deadline: MomentValue | None = Field(default=None, description=_DEADLINE)
    wave: WaveRef | None = Field(default=None, description="The wave it belongs to")
    owner: OwnerRef | None = Field(default=None, description="Who declares it reached")
    description: Prose | None = Field(default=None, description="What it means")
    done: bool = Field(default=False, description="Reached")


class WaveTest(Entry, frozen=True):
    """One level of a wave's tests."""

    level: Name = Field(description="Unit, contract, load …")
    covers: Prose = Field(description="What it tests")
    passes: Prose | None = Field(default=None, description="When it counts as passed")
    command: Command | None = Field(default=None, description="How it is run")
    owner: OwnerRef | None = Field(default=None, description="Who runs it")


class Wave(Item, frozen=True):
    """A team's block of work inside a phase."""

    name: Name = Field(description="What the wave is about")
    label: Name | None = Field(default=None, description='Its number; "Wave 1" where left out')
    short: Name | None = Field(default=None, description="The name where room is scarce")
    phase: PhaseRef | None = Field(default=None, description="The phase it belongs to")
    weeks: WeeksValue | None = Field(default=None, description="Commitment, held against the computed weeks")
    team: Bands = Field(default_factory=dict, description="Its people: role and number")
    lead: PersonRef | None = Field(default=None, description="Who leads it")
    goal: Prose | None = Field(default=None, description="What is true when it is done")
    rationale: Prose | None = Field(default=None, description="Why it stands where it stands")
    isolation: Prose | None = Field(default=None, description="What lets it run beside other waves")
    highlights: TaskRefs = Field(default=(), description="Tasks named in overviews; all where left out")
    entry: Proses = Field(default=(), description="Conditions before it begins")
    exit: Proses = Field(default=(), description="Conditions before it counts as done")
    tests: tuple[WaveTest, ...] = Field(default=(), description="How its work is tested")
    depends_on: Dependencies = Field(default=(), description=_DEPENDS)
    start: MomentValue | None = Field(default=None, description=_START)
    finish_by: MomentValue | None = Field(default=None, description=_FINISH_BY)
    deadline: MomentValue | None = Field(default=None, description=_DEADLINE)
    calendar: CalendarRef | None = Field(default=None, description="When its tasks can be worked on")
    tasks: dict[Id, Task] = Field(default_factory=dict, description="Its tasks")


class Phase(Item, frozen=True):
    """A stretch of the plan with one aim."""

    name: Name = Field(description="What the phase is about")
    label: Name | None = Field(default=None, description='Its number; "Phase 1" where left out')
    weeks: WeeksValue | None = Field(default=None, description="Commitment, held against the computed weeks")
    goal: Prose | None = Field(default=None, description="What is true when it is done")
    rationale: Prose | None = Field(default=None, description="Why it stands where it stands")
    parallel: Proses = Field(default=(), description="How its waves work side by side")
    team: Bands = Field(default_factory=dict, description="People who work for the phase rather than for one wave")
    team_total: Bands = Field(default_factory=dict, description="Commitment: people at work at once, by role")
    depends_on: Dependencies = Field(default=(), description=_DEPENDS)
    start: MomentValue | None = Field(default=None, description=_START)
    finish_by: MomentValue | None = Field(default=None, description=_FINISH_BY)
    deadline: MomentValue | None = Field(default=None, description=_DEADLINE)
    calendar: CalendarRef | None = Field(default=None, description="When its tasks can be worked on")
    tasks: dict[Id, Task] = Field(default_factory=dict, description="Tasks outside any wave")


class Deliverable(Item, frozen=True):
    """Something that is there when a task is done."""

    name: Name = Field(description="What is handed over")
    key: bool = Field(default=False, description="Named in the timeline")
    description: Prose | None = Field(default=None, description="How to tell that it is there")
