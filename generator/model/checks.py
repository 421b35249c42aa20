"""How a plan is checked: the weight and options of rules, and findings that its authors live with."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from generator.errors import BadValueError
from generator.findings import Severity
from generator.model.notation import DateValue, describe
from generator.model.text import Entry, Name, OwnerRef
from generator.model.written import Written

OFF, ON = "off", "on"
LEVELS = (OFF, ON, *(severity.value for severity in Severity))
"""What can be said of a rule: not run, run with its own weight, or run with another."""


def _setting(value: object) -> str | Mapping[str, object]:
    """Take a level or a mapping as it is: only the rules know what may stand in it."""
    if isinstance(value, str | dict):
        return value
    raise BadValueError(
        f"expected a level or a mapping, found {describe(value)}", help=f"levels: {', '.join(LEVELS)}"
    )


SettingValue = Annotated[
    str | Mapping[str, object],
    Written(
        _setting,
        {
            "anyOf": [
                {"enum": list(LEVELS)},
                {"type": "object", "properties": {"severity": {"enum": list(LEVELS)}}},
            ],
            "description": "off, on, error, warning, info; or a mapping with severity and the rule's options",
        },
    ),
]


class Waiver(Entry, frozen=True):
    """A finding that the plan's authors know of and live with.

    A waiver that nothing needs any more, or whose last day is past, is told.

    ```yaml
    start: 2026-01-05
    status_date: 2026-01-12
    committed: {weeks: 1}
    tasks:
      build: {name: Build, duration: 7d}
    waivers:
      - rule: duration-commitment
        target: committed.weeks
        reason: The customer has agreed to a second week
        until: 2026-01-30
    checks:
      schedule: warning
    ```
    """

    rule: Name = Field(description="The rule whose findings are waived")
    target: Name | None = Field(default=None, description="Where: tasks.auth, tasks.auth.duration, risk:outage, auth")
    reason: Name = Field(description="Why it is right as it is")
    until: DateValue | None = Field(default=None, description="The last day on which it holds")
    by: OwnerRef | None = Field(default=None, description="Who answers for it")
