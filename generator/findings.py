"""What a check has found: a fact about one place in one file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

Pointer = tuple[str | int, ...]
"""The way from the top of the plan to a value: keys, and indexes into lists."""

_LINES = re.compile(r"\blines? \d+(?:(?:, | and |-| to )\d+)*")


class Severity(StrEnum):
    """How much a finding matters: an error refuses the build, a warning is published and told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Worst first."""
        return ("error", "warning", "info").index(self)


class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1, the end column is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Span(NamedTuple):
    """A stretch of one text of the plan, in characters from its beginning; the end is exclusive."""

    begin: int
    end: int


@dataclass(frozen=True)
class Edit:
    """What to write in place of a stretch of a value, or of all of it; of the key at the pointer where it says so."""

    pointer: Pointer
    text: str
    span: Span | None = None
    at_key: bool = False


@dataclass(frozen=True)
class Problem:
    """What a rule reports: it knows the plan, not the file, so it names a pointer, and a stretch of the text there.

    `also` names the other places that it is about, whose lines are told behind the message; `at_key` says that the
    key at the pointer is at fault rather than its value; `fix` mends it for sure.
    """

    pointer: Pointer
    message: str
    help: str | None = None
    also: tuple[Pointer, ...] = ()
    at_key: bool = False
    span: Span | None = None
    fix: Edit | None = None


@dataclass(frozen=True)
class Finding:
    """A problem with its rule, its weight and its place.

    `path` names what is at fault by ids and contents, and stays the same when lines move; so does `fingerprint`,
    which tells findings of the same words about the same thing apart by their number. `also` names the other places
    that it is about.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    help: str | None = None
    pointer: Pointer = ()
    path: str = ""
    fingerprint: str = field(default="", compare=False)
    fix: Edit | None = None
    also: tuple[Pointer, ...] = field(default=(), compare=False)

    @property
    def sort_key(self) -> tuple[Place, int, str, str]:
        """Findings are told in the order of the file."""
        return (self.place, self.severity.rank, self.rule, self.message)


@dataclass(frozen=True)
class Suppressed:
    """A finding that counts no longer, and who has seen to that: a waiver of the plan, or a baseline."""

    finding: Finding
    by: str
    reason: str


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by place, drop what is told twice, and give every finding its fingerprint."""
    return tuple(_fingerprinted(sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)))


def _fingerprinted(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Number findings of the same words about the same thing; one that has a fingerprint keeps it."""
    import hashlib  # noqa: PLC0415 - it takes its time, and most plans have no findings

    seen: Counter[str] = Counter()
    for finding in findings:
        if finding.fingerprint:
            yield finding
            continue
        told = "\0".join((finding.rule, finding.path, _LINES.sub("line", finding.message)))
        digest = hashlib.sha256(f"{told}\0{seen[told]}".encode(errors="surrogatepass")).hexdigest()
        seen[told] += 1
        yield replace(finding, fingerprint=digest[:32])
