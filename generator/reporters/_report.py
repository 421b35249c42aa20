"""What a check has to say, whatever the format: findings, and what was checked to find them."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.findings import Finding, Severity
from generator.formatting import counted, joined
from generator.rules._catalogue import Rule

_LONGEST = 600


@dataclass(frozen=True)
class Report:
    """Findings in the order of the file, the rules behind them, and the lines of the files they point into."""

    findings: tuple[Finding, ...]
    ran: tuple[Rule, ...] = ()
    not_checked: tuple[Rule, ...] = ()
    reason: str = ""
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    colour: bool = False

    @property
    def worst_first(self) -> tuple[Finding, ...]:
        """The findings by weight, then by place."""
        return tuple(sorted(self.findings, key=lambda finding: (finding.severity.rank, finding.sort_key)))

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each weight."""
        return Counter(finding.severity for finding in self.findings)

    @property
    def summary(self) -> str:
        """1 error and 2 warnings; 17 rules checked, 3 not (the plan has no schedule)."""
        kinds = [counted(self.counts[kind], _NOUNS[kind]) for kind in Severity if kind in self.counts]
        checked = [f"{counted(len(self.ran), 'rule')} checked"] if self.ran else []
        skipped = [f"{len(self.not_checked)} not checked ({self.reason})"] if self.not_checked else []
        return "; ".join([joined(kinds) or "no findings", ", ".join(checked + skipped)]).removesuffix("; ")


def printable(text: str) -> str:
    """Write text on one line of any terminal: control and invisible characters by their number, the very long cut."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "".join(_shown(char) for char in cut)


def width(text: str) -> int:
    """Count the columns that text takes on a terminal."""
    return sum(_columns(char) for char in text)


def _shown(char: str) -> str:
    if char == "\n":
        return "\\n"
    return char if char.isprintable() or unicodedata.combining(char) or char == "\u200d" else f"\\u{ord(char):04x}"


def _columns(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}
