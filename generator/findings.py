"""What a check has found: a fact about one place in one file."""

from dataclasses import dataclass
from enum import StrEnum

Pointer = tuple[str | int, ...]
"""The way from the top of the plan to a value: keys, and indexes into lists."""


class Severity(StrEnum):
    """How much a finding matters: an error refuses the build, a warning is published and told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Worst first."""
        return ("error", "warning", "info").index(self)


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of a file; lines and columns count from 1, the end column is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Problem:
    """What a rule reports: it knows the plan, not the file, so it names a pointer."""

    pointer: Pointer
    message: str
    help: str | None = None


@dataclass(frozen=True)
class Finding:
    """A problem with its rule, its weight and its place."""

    rule: str
    severity: Severity
    message: str
    place: Place
    help: str | None = None

    @property
    def sort_key(self) -> tuple[Place, int, str, str]:
        """Findings are told in the order of the file."""
        return (self.place, self.severity.rank, self.rule, self.message)


def ordered(findings: "list[Finding]") -> tuple[Finding, ...]:
    """Sort by place and drop what is told twice."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key))
