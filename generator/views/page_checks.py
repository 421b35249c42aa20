"""What the rules found, which of them ran, and which could not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from generator.findings import Finding, Severity, Suppressed
from generator.formatting import counted, joined
from generator.rules._catalogue import Rule, rules
from generator.rules._settings import is_off
from generator.scheduling.quality.point import Verdict
from generator.snapshot import Snapshot
from generator.views._once import once
from generator.views.schedule_quality import unassessed

_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}
_NOT_CHECKED = "not checked"
_PASSED = ("passed", "ok")
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
class WaivedLine:
    """One finding that is lived with, and why."""

    place: str
    message: str
    reason: str
    rule: str


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
    waived: tuple[WaivedLine, ...]
    families: tuple[Family, ...]
    not_checked: tuple[str, ...]


def view(snapshot: Snapshot) -> Checks:
    """Tell the result of the checks."""
    ran = {rule.name for rule in snapshot.ran}
    unjudged = unassessed(snapshot)
    worst = {each: [found for found in snapshot.findings if found.severity is each] for each in Severity}
    families = groupby(rules().values(), key=lambda rule: rule.family)
    return Checks(
        file=PurePath(snapshot.source.file).name,
        verdict=_verdict(snapshot, len(ran)),
        groups=tuple(FoundGroup(_TITLES[each], _lines(found)) for each, found in worst.items() if found),
        waived=tuple(map(_waived, snapshot.suppressed)),
        families=tuple(
            Family(name.capitalize(), tuple(_rule(each, snapshot, unjudged) for each in members))
            for name, members in families
        ),
        not_checked=tuple(rule.name for rule in rules().values() if _state(rule, snapshot)[0] == _NOT_CHECKED),
    )


def _verdict(snapshot: Snapshot, ran: int) -> str:
    counts = {each: sum(found.severity is each for found in snapshot.findings) for each in Severity}
    told = [
        counted(count, "note" if each is Severity.INFO else each.value) for each, count in counts.items() if count
    ]
    waived = f", {len(snapshot.suppressed)} waived" if snapshot.suppressed else ""
    found = joined(told) or "no findings"
    return f"{counted(ran, 'rule')} run over {len(snapshot.source.lines)} lines: {found}{waived}"


def _lines(findings: Iterable[Finding]) -> tuple[FoundLine, ...]:
    return tuple(
        FoundLine(
            _place(each),
            each.message,
            each.help or "",
            each.rule if each.rule in rules() else "",
        )
        for each in findings
    )


def _place(finding: Finding) -> str:
    return f"{PurePath(finding.place.file).name}:{finding.place.line}:{finding.place.column}"


def _waived(suppressed: Suppressed) -> WaivedLine:
    finding = suppressed.finding
    return WaivedLine(_place(finding), finding.message, suppressed.reason, finding.rule)


def _rule(rule: Rule, snapshot: Snapshot, unjudged: Mapping[str, Verdict]) -> RuleLine:
    state, tone = _state(rule, snapshot)
    if rule.name in unjudged and (state, tone) == _PASSED:
        state, tone = unjudged[rule.name].value, "muted"
    return RuleLine(rule.name, rule.summary, rule.reason, rule.severity.value, state, tone)


@once
def _found(snapshot: Snapshot) -> Counter[str]:
    """How much each rule has found."""
    return Counter(finding.rule for finding in snapshot.findings)


def _state(rule: Rule, snapshot: Snapshot) -> tuple[str, str]:
    found = _found(snapshot)[rule.name]
    if is_off(rule, snapshot.plan):
        return "off", "muted"
    if rule not in snapshot.ran:
        return _NOT_CHECKED, "muted"
    waived = sum(each.finding.rule == rule.name for each in snapshot.suppressed)
    if found:
        return counted(found, "finding"), _TONES[rule.severity]
    return (f"{waived} waived", "muted") if waived else _PASSED
