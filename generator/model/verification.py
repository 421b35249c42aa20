"""How it is known that work is done: checkpoints and success criteria."""

from pydantic import Field

from generator.model.notation import WhenValue
from generator.model.text import Command, Item, ItemRefs, Name, OwnerRef, PhaseRef, Prose, Proses, TargetRef


class Checkpoint(Item, frozen=True):
    """A test at a fixed day, at whose end it takes place, of the work in its scope.

    It does not move: where its scope is late, a rule tells.

    ```yaml
    roles:
      tester: {name: Tester}
    tasks:
      login: {name: Login, duration: 4d}
    checkpoints:
      checkpoint-1:
        at: W1D4
        scope: login
        command: make smoke
        covers: [A customer signs in, A wrong password is refused]
        exit: Every test passes
        owner: tester
    ```
    """

    name: Name | None = Field(default=None, description='What it is called; "Checkpoint 1" where left out')
    at: WhenValue = Field(description="The day at whose end it takes place: W2D1, or 2026-01-12")
    scope: ItemRefs = Field(min_length=1, description="The work it tests, which must be finished by then")
    scope_name: Prose | None = Field(default=None, description="The scope in words; the short names where left out")
    command: Command | None = Field(default=None, description="How the tests are run")
    covers: Proses = Field(default=(), description="What is tested, point by point")
    entry: Proses = Field(default=(), description="Conditions before it is run")
    exit: Proses = Field(default=(), description="Conditions under which it is passed")
    on_failure: Prose | None = Field(default=None, description="What happens when it is not passed")
    owner: OwnerRef | None = Field(default=None, description="Who runs it and declares the result")
    done: bool = Field(default=False, description="It is passed")


class Criterion(Item, frozen=True):
    """A statement that is true when its items have succeeded.

    ```yaml
    tasks:
      login: {name: Login, duration: 4d}
    targets:
      response: {name: Response time P95, threshold: under 500ms}
    criteria:
      signed-in: {text: "Everybody can sign in {{ value('response') }}", items: login, target: response}
    ```
    """

    text: Prose = Field(description="The statement")
    label: Prose | None = Field(default=None, description="What it is about; the items' labels where left out")
    items: ItemRefs = Field(default=(), description="Waves, checkpoints or tasks whose success it states")
    phase: PhaseRef | None = Field(default=None, description="Where it is listed; the items' phase where left out")
    target: TargetRef | None = Field(default=None, description="The target whose figure it states")
    done: bool = Field(default=False, description="It is met")
