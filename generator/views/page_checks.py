"""What the rules found, which of them ran, and which could not."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from generator.findings import Finding, Severity
from generator.formatting import counted, joined
from generator.rules._catalogue import Rule, rules
from generator.snapshot import Snapshot

_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}
_TITLES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Notes"}


@dataclass(frozen=True)
class FoundLine:
    """One finding: the line of the plan, the message, what to do about it, and the rule."""

    place: str
    message: str
    help: str
    rule: str


@dataclass(frozen=True)
class FoundGroup:
    """The findings of one severity, in the order of the file."""

    title: str
    lines: tuple[FoundLine, ...]


@dataclass(frozen=True)
class RuleLine:
    """One rule; its summary and reason are Markdown, `state` is a chip with its tone."""

    name: str
    summary: str
    reason: str
    severity: str
    state: str
    tone: str


@dataclass(frozen=True)
class Family:
    """The rules of one kind."""

    title: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True)
class Checks:
    """Findings by severity, rules by family, and both in a sentence."""

    file: str
    verdict: str
    groups: tuple[FoundGroup, ...]
    families: tuple[Family, ...]
    not_checked: tuple[str, ...]


def view(snapshot: Snapshot) -> Checks:
    """Tell the result of the checks."""
    ran = {rule.name for rule in snapshot.ran}
    worst = {each: [found for found in snapshot.findings if found.severity is each] for each in Severity}
    families = groupby(rules().values(), key=lambda rule: rule.family)
    return Checks(
        file=PurePath(snapshot.source.file).name,
        verdict=_verdict(snapshot, len(ran)),
        groups=tuple(FoundGroup(_TITLES[each], _lines(found)) for each, found in worst.items() if found),
        families=tuple(Family(name.capitalize(), _rules(members, ran, snapshot)) for name, members in families),
        not_checked=tuple(name for name in rules() if name not in ran),
    )


def _verdict(snapshot: Snapshot, ran: int) -> str:
    counts = {each: sum(found.severity is each for found in snapshot.findings) for each in Severity}
    told = [
        counted(count, "note" if each is Severity.INFO else each.value) for each, count in counts.items() if count
    ]
    return f"{counted(ran, 'rule')} run over {len(snapshot.source.lines)} lines: {joined(told) or 'no findings'}"


def _lines(findings: Iterable[Finding]) -> tuple[FoundLine, ...]:
    return tuple(
        FoundLine(
            f"{PurePath(each.place.file).name}:{each.place.line}:{each.place.column}",
            each.message,
            each.help or "",
            each.rule if each.rule in rules() else "",
        )
        for each in findings
    )


def _rules(members: Iterable[Rule], ran: set[str], snapshot: Snapshot) -> tuple[RuleLine, ...]:
    return tuple(_rule(rule, ran, snapshot) for rule in members)


def _rule(rule: Rule, ran: set[str], snapshot: Snapshot) -> RuleLine:
    found = sum(finding.rule == rule.name for finding in snapshot.findings)
    state, tone = (counted(found, "finding"), _TONES[rule.severity]) if found else ("passed", "ok")
    if rule.name not in ran:
        state, tone = "not checked", "muted"
    return RuleLine(rule.name, rule.summary, rule.reason, rule.severity.value, state, tone)
