"""What a check has to say, whatever the format: findings, and what was checked to find them."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePath

from generator.findings import Finding, Severity, Suppressed
from generator.formatting import counted, joined
from generator.rules._catalogue import Rule

_LONGEST = 600


@dataclass(frozen=True)
class Report:
    """Findings in the order of the file, the rules behind them, and the lines of the files they point into.

    `columns` tells how wide the terminal is that shows it; `resolved` is None where there is no baseline; `root` is
    the folder that paths are told from where they can be.
    """

    findings: tuple[Finding, ...]
    ran: tuple[Rule, ...] = ()
    not_checked: tuple[Rule, ...] = ()
    reason: str = ""
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    colour: bool = False
    columns: int | None = None
    off: tuple[Rule, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    resolved: tuple[str, ...] | None = None
    entries: int | None = None
    fail_on: Severity = Severity.ERROR
    root: str = ""

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
        """1 error and 2 warnings; 17 rules checked on 9 entries, 3 not checked (…), 1 off; 2 waived."""
        parts = (told_counts(self.findings) or "no findings", *map(", ".join, (self._checked, self._set_aside)))
        return "; ".join(part for part in parts if part)

    def relative(self, file: str) -> str:
        """Tell a file from the root where it lies below, as systems do that annotate its lines."""
        return _relative(file, self.root)

    @property
    def _checked(self) -> Iterator[str]:
        entries = "" if self.entries is None else f" on {counted(self.entries, 'entry', 'entries')}"
        if self.ran:
            yield f"{counted(len(self.ran), 'rule')} checked{entries}"
        if self.not_checked:
            yield f"{len(self.not_checked)} not checked ({self.reason})"
        if self.off:
            yield f"{len(self.off)} off"

    @property
    def _set_aside(self) -> Iterator[str]:
        by = Counter(each.by for each in self.suppressed)
        if by["waiver"]:
            yield f"{by['waiver']} waived"
        if self.resolved is not None:
            yield f"{by['baseline']} known to the baseline"
        if self.resolved:
            yield f"{len(self.resolved)} of the baseline resolved"


def told_counts(findings: tuple[Finding, ...]) -> str:
    """1 error and 2 warnings; nothing of none."""
    counts = Counter(finding.severity for finding in findings)
    return joined([counted(counts[kind], _NOUNS[kind]) for kind in Severity if kind in counts])


@lru_cache(maxsize=64)
def _relative(file: str, root: str) -> str:
    """Remembered: a report names few files, thousands of times."""
    path = PurePath(file)
    inside = root and path.is_absolute() and path.is_relative_to(root)
    return (path.relative_to(root) if inside else path).as_posix()


def printable(text: str) -> str:
    """Write text on one line of any terminal: control and invisible characters by their number, the very long cut."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return cut if cut.isprintable() else "".join(_shown(char) for char in cut)


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
