"""What may go wrong, and what is done about it."""

from pydantic import Field

from generator.model.quantity import Level
from generator.model.team import Percent
from generator.model.text import Entry, Item, ItemRef, ItemRefs, Name, OwnerRef, Prose, Proses, RollbackRef
from generator.model.uncertainty import FactorValue


class Action(Entry, frozen=True):
    """One step of a risk's mitigation."""

    do: Prose = Field(description="What is done")
    owner: OwnerRef | None = Field(default=None, description="Who does it")
    before: ItemRef | None = Field(default=None, description="The item it must be done before")


class Risk(Item, frozen=True):
    """Something that may happen and would hurt.

    A risk with a `factor` lengthens the work that it affects in a simulation, as often as its `chance` says.

    ```yaml
    roles:
      dba: {name: DBA, count: 1}
    tasks:
      migrate: {name: Migration, duration: 2d, needs: {dba: 1}}
    risks:
      lost-rows:
        name: Rows are lost
        impact: high
        probability: low
        chance: 5%
        factor: 1.5/2/3
        mitigation: A backup is taken before
        actions:
          - {do: Take a backup, before: migrate}
        trigger: A table has fewer rows than before
        contingency: The backup is restored, and the migration repeated the night after
        owner: dba
        affects: migrate
    ```
    """

    name: Name = Field(description="The risk in a few words")
    impact: Level = Field(description="How much it would hurt")
    probability: Level = Field(description="How likely it is")
    chance: Percent | None = Field(default=None, description="How likely it is, as a figure for simulations: 30%")
    factor: FactorValue | None = Field(
        default=None, description="If it happens, work exposed takes so many times as long: 1.5, or 1.2/1.5/2"
    )
    description: Prose | None = Field(default=None, description="How it would come about and what it would cost")
    mitigation: Prose = Field(description="In one line: what makes it less likely or less bad")
    actions: tuple[Action, ...] = Field(default=(), description="The mitigation, step by step")
    trigger: Prose | None = Field(default=None, description="The sign that it is happening")
    contingency: Proses = Field(default=(), description="What is done when it happens")
    owner: OwnerRef | None = Field(default=None, description="Who watches it")
    affects: ItemRefs = Field(default=(), description="Work that is exposed")
    rollback: RollbackRef | None = Field(default=None, description="The procedure that undoes the damage")

    @property
    def exposure(self) -> int:
        """Impact times probability, 1 to 9."""
        return self.impact.rank * self.probability.rank
