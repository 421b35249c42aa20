"""How a change is undone."""

from pydantic import Field

from generator.model.notation import DurationValue, ThresholdValue
from generator.model.text import Command, Entry, Item, Name, OwnerRef, Prose, Proses, RiskRefs


class Step(Entry, frozen=True):
    """One step of a procedure."""

    do: Prose = Field(description="What is done")
    command: Command | None = Field(default=None, description="The command that does it")
    takes: DurationValue | None = Field(default=None, description="How long it takes: 1m")


class Rollback(Item, frozen=True):
    """A procedure that restores service after a failure.

    ```yaml
    roles:
      dba: {name: DBA, count: 1}
    tasks:
      migrate: {name: Migration, duration: 2d, needs: {dba: 1}}
    rollbacks:
      restore:
        name: Migration fails
        within: "< 30 min"
        procedure: Restore the backup
        trigger: A table has fewer rows than before
        owner: dba
        steps:
          - {do: Stop writing, command: app maintenance on, takes: 1m}
          - {do: Restore the backup, command: db restore latest, takes: 20m}
        verify:
          - {do: Count the rows}
    risks:
      lost-rows:
        {name: Rows are lost, impact: high, probability: low, mitigation: A backup, owner: dba, affects: migrate,
         trigger: A count differs, rollback: restore}
    ```
    """

    name: Name = Field(description="The failure that it undoes")
    within: ThresholdValue | None = Field(default=None, description='Time to roll back: "< 5 min"')
    procedure: Prose = Field(description="The procedure in one line")
    trigger: Prose | None = Field(default=None, description="When to start it")
    owner: OwnerRef | None = Field(default=None, description="Who decides and runs it")
    before: Proses = Field(default=(), description="What must be in place for it to work")
    steps: tuple[Step, ...] = Field(default=(), description="The procedure, step by step")
    verify: tuple[Step, ...] = Field(default=(), description="How to tell that it has worked")
    after: Proses = Field(default=(), description="What is done once service is restored")
    risks: RiskRefs = Field(default=(), description="Risks that it answers")
