"""The plan: everything its author said."""

from typing import Any, Literal

from pydantic import Field

from generator.model.baseline import Baseline
from generator.model.breakdown import Deliverable, Milestone, Phase, Task, Wave
from generator.model.calendar import Calendar
from generator.model.checks import SettingValue, Waiver
from generator.model.communication import Channel, Coordination, Meeting
from generator.model.monitoring import Alert, SignalSource, Target
from generator.model.notation import DateValue, DurationValue
from generator.model.publication import Publication
from generator.model.risk import Risk
from generator.model.rollback import Rollback
from generator.model.team import Person, Quota, Role
from generator.model.text import ANCHOR, Entry, Id, Item, Name, OwnerRef, Prose, Proses
from generator.model.uncertainty import Simulated
from generator.model.verification import Checkpoint, Criterion


class Commitment(Entry, frozen=True):
    """Totals that were promised, held against the computed ones.

    Nothing is placed by a promise: a rule compares it with what follows from the tasks.

    ```yaml
    start: 2026-01-05
    committed: {weeks: 2, finish: 2026-01-14}
    tasks:
      build: {name: Build, duration: 8d}
    ```
    """

    weeks: int | None = Field(default=None, ge=1, description="Calendar weeks from start to finish")
    workdays: int | None = Field(default=None, ge=1, description="Working days from start to finish")
    finish: DateValue | None = Field(default=None, description="The last day")
    buffer: DurationValue | None = Field(
        default=None, description="Time kept in reserve between the last work and the last day"
    )


class Change(Entry, frozen=True):
    """A line of an earlier document, and what stands in its place."""

    was: Name | None = Field(default=None, description="The earlier line; left out where one is added")
    now: Prose | None = Field(default=None, description="The line now; left out where one is dropped")


class Decision(Item, frozen=True):
    """A contradiction or open question, and how it was settled.

    `planpress init --from` writes one for each contradiction that it finds in a document.

    ```yaml
    roles:
      lead: {name: Team lead}
    tasks:
      setup: {name: Set up the database, duration: 3d, owner: lead}
    decisions:
      database:
        title: Which database
        said: MySQL in chapter 2, PostgreSQL in chapter 5
        does: PostgreSQL
        why: The team runs it already
        by: lead
        changes:
          - {was: Install MySQL, now: Install PostgreSQL}
    ```
    """

    title: Name = Field(description="What was to be decided")
    said: Name = Field(description="What the earlier text said, word for word")
    does: Prose = Field(description="What the plan does")
    why: Prose = Field(description="The reason")
    by: OwnerRef | None = Field(default=None, description="Who decided")
    changes: tuple[Change, ...] = Field(default=(), description="The lines that are different for it")


class Assumption(Item, frozen=True):
    """Something taken as given that no source says.

    ```yaml
    tasks:
      deploy: {name: Deploy, duration: 2d}
    assumptions:
      access: {text: The cloud account is there, check: "Asked on the first day, before {{ name('deploy') }} begins"}
    ```
    """

    text: Prose = Field(description="What is assumed")
    check: Prose | None = Field(default=None, description="How and when it is confirmed")


class Scheduling(Entry, frozen=True):
    """How dates are computed and told.

    ```yaml
    schedule: {level: true, iso_weeks: true}
    roles:
      painter: {name: Painter, count: 1}
    tasks:
      hall: {name: Paint the hall, duration: 3d, needs: {painter: 1}}
      stairs: {name: Paint the stairs, duration: 2d, needs: {painter: 1}}
    ```
    """

    level: bool = Field(default=False, description="Work waits until the people it needs are free")
    staffing: Literal["least", "likely", "most"] = Field(
        default="likely",
        description="How many of a band of people (2-3) share an effort: the fewest, the average or the most",
    )
    iso_weeks: bool = Field(default=False, description="ISO week numbers stand beside the plan's own")


def _entries(description: str) -> Any:  # noqa: ANN401 - as pydantic types its fields
    return Field(default_factory=dict, description=description)


class Plan(Entry, frozen=True):
    """One plan file, validated; nothing in it is derived.

    Only `title` is required, so a plan can begin with one task.

    ```yaml
    title: Office move
    subtitle: From the old office to the new one
    version: "0.2"
    start: 2026-01-05
    summary: "We work in the new office from {{ date('settled') }}."
    tasks:
      pack: {name: Pack, duration: 2d}
      drive: {name: Drive, duration: 1d, depends_on: pack}
      unpack: {name: Unpack, duration: 3d, depends_on: drive}
    milestones:
      settled: {name: All desks stand, depends_on: unpack}
    ```
    """

    title: Name = Field(description="The plan's title")
    subtitle: Name | None = Field(default=None, description="A line below the title")
    version: Name = Field(default="1.0", description="The plan's version")
    start: DateValue | None = Field(
        default=None, description="First day; without it all is told as Week n Day n, and holidays have no effect"
    )
    status_date: DateValue | None = Field(
        default=None, description="The day up to which progress is told; --as-of on the command line goes before it"
    )
    summary: Prose | None = Field(default=None, description="The plan in a few sentences")
    approach: Prose | None = Field(default=None, description="How the work is done, in a few words")
    principles: Proses = Field(default=(), description="The principles that the order of work follows from")
    calendar: Calendar = Field(
        default_factory=lambda: Calendar(**{ANCHOR: ("calendar",)}), description="Workdays, hours, holidays"
    )
    schedule: Scheduling = Field(
        default_factory=lambda: Scheduling(**{ANCHOR: ("schedule",)}), description="How dates are computed and told"
    )
    simulation: Simulated = Field(
        default_factory=lambda: Simulated(**{ANCHOR: ("simulation",)}), description="How runs are simulated"
    )
    publication: Publication = Field(
        default_factory=lambda: Publication(**{ANCHOR: ("publication",)}), description="How the plan is published"
    )
    committed: Commitment = Field(
        default_factory=lambda: Commitment(**{ANCHOR: ("committed",)}), description="Totals that were promised"
    )
    baseline: Baseline = Field(
        default_factory=lambda: Baseline(**{ANCHOR: ("baseline",)}), description="Dates that were agreed"
    )
    calendars: dict[Id, Calendar] = _entries("Other working weeks, for waves, tasks, roles and people")
    roles: dict[Id, Role] = _entries("Kinds of work")
    people: dict[Id, Person] = _entries("Who fills the roles")
    quotas: dict[Id, Quota] = _entries("Limited resources, and their shares")
    phases: dict[Id, Phase] = _entries("Stretches of the plan, each with one aim")
    waves: dict[Id, Wave] = _entries("Teams' blocks of work")
    tasks: dict[Id, Task] = _entries("Tasks outside phases and waves")
    milestones: dict[Id, Milestone] = _entries("Moments that matter")
    deliverables: dict[Id, Deliverable] = _entries("What is handed over")
    checkpoints: dict[Id, Checkpoint] = _entries("Tests at fixed days")
    criteria: dict[Id, Criterion] = _entries("What success means")
    risks: dict[Id, Risk] = _entries("What may go wrong")
    rollbacks: dict[Id, Rollback] = _entries("How changes are undone")
    sources: dict[Id, SignalSource] = _entries("Where figures come from")
    targets: dict[Id, Target] = _entries("Figures that success is measured by")
    alerts: dict[Id, Alert] = _entries("Conditions that call somebody")
    meetings: dict[Id, Meeting] = _entries("Meetings that recur")
    channels: dict[Id, Channel] = _entries("Where messages go")
    coordination: dict[Id, Coordination] = _entries("What waves settle between them, week by week")
    decisions: dict[Id, Decision] = _entries("Questions that were settled")
    assumptions: dict[Id, Assumption] = _entries("What is taken as given")
    checks: dict[Name, SettingValue] = _entries(
        "Weight and options of rules and families: {communication: off, duration-commitment: warning}"
    )
    waivers: tuple[Waiver, ...] = Field(default=(), description="Findings that are lived with")
