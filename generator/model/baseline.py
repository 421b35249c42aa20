"""The plan as it was agreed: what later dates are held against."""

from pydantic import Field

from generator.model.notation import DateValue, WhenValue
from generator.model.text import Entry, ItemRef


class BaselineDates(Entry, frozen=True):
    """When an item was agreed to be done, whole days, both included."""

    start: WhenValue | None = Field(default=None, description="Its first day: W1D1, or 2026-01-05; none for a moment")
    finish: WhenValue = Field(description="Its last day: W1D5, or 2026-01-09")


class Baseline(Entry, frozen=True):
    """The dates of a plan on the day they were agreed; `planpress baseline` writes them.

    ```yaml
    start: 2026-01-05
    tasks:
      dig: {name: Dig, duration: 3d}
      pour: {name: Pour, duration: 2d, depends_on: dig}
    baseline:
      set_on: 2026-01-02
      items:
        dig: {start: 2026-01-05, finish: 2026-01-07}
        pour: {start: 2026-01-08, finish: 2026-01-09}
    ```
    """

    set_on: DateValue | None = Field(default=None, description="The day on which it was agreed")
    items: dict[ItemRef, BaselineDates] = Field(default_factory=dict, description="Agreed dates of each item")
