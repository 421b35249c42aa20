"""How one item depends on another: link, lag, and the words for both."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from generator.errors import BadValueError
from generator.model.notation import describe, parse_duration
from generator.model.quantity import Duration
from generator.model.text import ITEM_KINDS, RefersTo
from generator.model.written import written

_HELP = 'write "db-setup", "db-setup SS+2d" or "auth FF-1d"'
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
        several = ", ".join(text.replace(",", " ").split())
        help_text = f"write several in brackets: [{several}]" if "," in text else _HELP
        raise BadValueError(f"expected a dependency, found {describe(value)}", help=help_text)
    part = found.groupdict()
    lag = parse_duration(part["lag"]) if part["lag"] else None
    return Dependency(part["on"], Link((part["link"] or "FS").upper()), lag, part["sign"] == "-", text)


DependencyValue = Annotated[
    Dependency,
    RefersTo(ITEM_KINDS),
    written(
        parse_dependency,
        "db-setup, or db-setup SS+2d: a predecessor, with link (FS, SS, FF, SF) and lag",
        "string",
        pattern=r"^\S+(\s+([Ff][Ss]|[Ss][Ss]|[Ff][Ff]|[Ss][Ff]))?(\s*[+-]\s*\d[\w.]*)?$",
    ),
]
Dependencies = Annotated[
    tuple[DependencyValue, ...],
    BeforeValidator(
        lambda value: [value] if isinstance(value, str) else value,
        json_schema_input_type=DependencyValue | list[DependencyValue],
    ),
]
