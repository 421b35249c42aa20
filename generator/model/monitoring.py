"""What is watched: sources of figures, targets, alerts."""

from pydantic import Field

from generator.model.notation import ThresholdValue
from generator.model.rollback import Step
from generator.model.text import (
    ChannelRef,
    Command,
    Item,
    ItemRef,
    Name,
    OwnerRef,
    Prose,
    Proses,
    RollbackRef,
    SourceRef,
    TargetRef,
)


class SignalSource(Item, frozen=True):
    """Where figures come from, and how it is set up.

    ```yaml
    roles:
      operator: {name: Operator}
    tasks:
      install: {name: Install the collector, duration: 2d}
    sources:
      metrics:
        name: Metrics
        collects: Requests and their outcome
        steps: [{do: Install the collector, command: collector install}]
        ready: install
        owner: operator
    targets:
      response: {name: Response time P95, threshold: under 500ms, source: metrics}
    ```
    """

    name: Name = Field(description="The system that measures")
    collects: Prose = Field(description="What it measures")
    steps: tuple[Step, ...] = Field(default=(), description="How it is set up")
    ready: ItemRef | None = Field(default=None, description="The item whose finish brings it")
    owner: OwnerRef | None = Field(default=None, description="Who runs it")


class Target(Item, frozen=True):
    """A figure that success is measured by.

    ```yaml
    targets:
      response: {name: Response time P95, threshold: under 500ms, measured: "Over a day, at the gateway"}
      coverage: {name: Test coverage, threshold: "> 80%"}
    ```
    """

    name: Name = Field(description="The figure")
    threshold: ThresholdValue = Field(description='What it has to be: "> 80%", under 500ms')
    source: SourceRef | None = Field(default=None, description="Where the figure comes from")
    measured: Prose | None = Field(default=None, description="How it is measured, over which window")
    owner: OwnerRef | None = Field(default=None, description="Who answers for it")


class Alert(Item, frozen=True):
    """A condition that calls somebody at once.

    ```yaml
    roles:
      operator: {name: Operator}
    targets:
      response: {name: Response time P95, threshold: under 500ms}
    alerts:
      slow:
        name: Slow answers
        threshold: "> 500ms for 5 min"
        query: histogram_quantile(0.95, http_request_duration_seconds_bucket)
        target: response
        owner: operator
        response: [Look for the slowest request, Switch off what asks it]
    ```
    """

    name: Name = Field(description="What is watched")
    threshold: ThresholdValue = Field(description='What it is told at: "> 3 in 5 min", "> 10% for 2 min"')
    source: SourceRef | None = Field(default=None, description="Where the figure comes from")
    query: Command | None = Field(default=None, description="The rule, in the source's language")
    target: TargetRef | None = Field(default=None, description="The target that it guards")
    notify: ChannelRef | None = Field(default=None, description="Where it is told")
    owner: OwnerRef | None = Field(default=None, description="Who is called")
    response: Proses = Field(default=(), description="What the person called does, in order")
    rollback: RollbackRef | None = Field(default=None, description="The procedure to run if the response fails")
