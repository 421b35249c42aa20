"""What is to be done: phases, waves, tasks, milestones, deliverables, and how they depend on each other."""

from pydantic import Field

from generator.model.dependency import Dependencies, Dependency, Link, parse_dependency
from generator.model.notation import BandValue, EstimateValue, MomentValue, WeeksValue, WhenValue
from generator.model.team import Percent
from generator.model.text import (
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
    RoleRef,
    TaskRefs,
    WaveRef,
)

__all__ = [
    "Deliverable",
    "Dependency",
    "Link",
    "Milestone",
    "Phase",
    "Task",
    "Wave",
    "WaveTest",
    "parse_dependency",
]

Bands = dict[RoleRef, BandValue]
_DEPENDS = "Predecessors: an id, with link and lag where it is not finish-to-start"
_START = "No earlier than: W3D1, or 2026-01-05"
_DEADLINE = "Hoped to be finished by the end of: W3D5, or 2026-01-23; warns where it is missed"
_LATE = "As late as what waits for it allows, rather than as early as possible"
_FINISH_BY = "Finished no later than the end of: W3D5, or 2026-01-23"


class Task(Item, frozen=True):
    """A piece of work with a duration, or with an effort that those at work on it share.

    Tasks stand inside waves, inside phases, or at the top of the file.

    ```yaml
    roles:
      developer: {name: Developer, count: 3}
    tasks:
      db-setup: {name: DB Setup, duration: 5d, delivers: schema}
      auth: {name: Auth, duration: 3d/5d/8d, depends_on: db-setup SS+2d}
      pages: {name: Pages, effort: 12d, needs: {developer: 2-3}, depends_on: [db-setup, auth FF+1d]}
    deliverables:
      schema: {name: Schema}
    ```
    """

    name: Name = Field(description="What is done")
    short: Name | None = Field(default=None, description="The name where room is scarce")
    duration: EstimateValue | None = Field(
        default=None,
        description="Working time it takes: 5d, or optimistic/likely/pessimistic 3d/5d/8d; none with an effort",
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
    finished: WhenValue | None = Field(
        default=None, description="The day it was really finished: W3D5, or 2026-01-09"
    )
    description: Prose | None = Field(default=None, description="What it consists of")


class Milestone(Item, frozen=True):
    """A moment that matters; it takes no time.

    It is reached when the last thing that it depends on is done.

    ```yaml
    start: 2026-01-05
    roles:
      owner: {name: Product owner}
    tasks:
      build: {name: Build, duration: 8d}
    milestones:
      release: {name: Release, depends_on: build, deadline: 2026-01-16, owner: owner}
    ```
    """

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
    done: bool = Field(default=False, description="It is reached")


class WaveTest(Entry, frozen=True):
    """One level of a wave's tests.

    ```yaml
    waves:
      wave-1:
        name: Service
        tasks:
          api: {name: API, duration: 4d}
        tests:
          - {level: Unit, covers: Every function of the API, command: make unit}
          - {level: Load, covers: A hundred requests a second, passes: No request takes longer than a second}
    ```
    """

    level: Name = Field(description="Unit, contract, load …")
    covers: Prose = Field(description="What it tests")
    passes: Prose | None = Field(default=None, description="When it counts as passed")
    command: Command | None = Field(default=None, description="How it is run")
    owner: OwnerRef | None = Field(default=None, description="Who runs it")


class Wave(Item, frozen=True):
    """A team's block of work inside a phase.

    It takes no dates of its own: it spans its tasks.

    ```yaml
    roles:
      developer: {name: Developer}
    phases:
      phase-1: {name: Foundation, weeks: 1-2}
    waves:
      wave-1:
        phase: phase-1
        name: Infrastructure
        weeks: 1-2
        team: {developer: 2-3}
        goal: Every service can be deployed
        tasks:
          db-setup: {name: DB Setup, duration: 5d}
          auth: {name: Auth, duration: 3d/5d/8d, depends_on: db-setup SS+2d}
    ```
    """

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
    """A stretch of the plan with one aim; it spans its waves and tasks.

    ```yaml
    roles:
      developer: {name: Developer}
    phases:
      phase-1: {name: Foundation, weeks: 1, team_total: {developer: 2}, goal: Everything runs somewhere}
      phase-2:
        name: Release
        depends_on: phase-1
        tasks:
          announce: {name: Announce, duration: 1d}
    waves:
      wave-1:
        phase: phase-1
        name: Service
        team: {developer: 2}
        tasks:
          api: {name: API, duration: 4d}
    ```
    """

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
    """Something that is there when a task is done.

    ```yaml
    tasks:
      schema: {name: Schema, duration: 3d, delivers: data-model}
    milestones:
      agreed: {name: Model agreed, depends_on: schema}
    deliverables:
      data-model: {name: Data model, key: true, description: A diagram and a script that creates the tables}
    ```
    """

    name: Name = Field(description="What is handed over")
    key: bool = Field(default=False, description="Named in overviews and in the timeline")
    description: Prose | None = Field(default=None, description="How to tell that it is there")
