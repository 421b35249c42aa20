"""Holds a published folder against its plan: every check in its turn, each finding at the words that are wrong."""

import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType

from generator import discovery
from generator.audit.rendered.disagreement import Disagreement
from generator.audit.rendered.published import Published, read_published
from generator.audit.rendered.shares import in_shares
from generator.audit.rendered.truth import Truth
from generator.findings import Finding, ordered
from generator.manifest import MANIFEST, read_manifest
from generator.reporters._report import Report
from generator.rules._catalogue import Rule
from generator.side_by_side import side_by_side
from generator.snapshot import Snapshot

_PACKAGE = "generator.audit.disagreements"
FAMILY = "audit"
_LARGE = 8_000_000
"""Bytes of a build that is worth a process more."""
_SHARE = 0.6
"""So much of it is judged in one process; the other also reads all of it, to hold documents against each other."""


def checks() -> Mapping[str, Rule]:
    """Every way in which a document may depart from its plan, by name."""
    modules = discovery.modules_by_name(_PACKAGE)
    return {name.replace("_", "-"): _rule(name, module) for name, module in modules.items()}


def disagreements(
    published: Published, snapshot: Snapshot, leave_out: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Find every statement of a folder that the plan, or another statement, says otherwise."""
    truth = Truth(snapshot)
    rules = [rule for name, rule in checks().items() if name not in leave_out]
    if published.size < _LARGE:
        return ordered(_findings(rules, published, truth))
    alone = [rule for rule in rules if _judges_alone(rule)]
    across = [rule for rule in rules if rule not in alone]
    here, there = in_shares(published, _SHARE)
    own, told = side_by_side(
        lambda: _findings(alone, here, truth),
        lambda: _findings(across, published, truth) + _findings(alone, there, truth),
    )
    return ordered((*own, *told))


def audit_published(path: Path, snapshot: Snapshot, *, colour: bool = False) -> Report:
    """Report on a build's folder, on the `docs` in it, or on one document."""
    return audit_all((path,), snapshot, colour=colour)


def audit_all(paths: Iterable[Path], snapshot: Snapshot, *, colour: bool = False) -> Report:
    """Report on several folders or documents of one plan, each held against the plan by itself."""
    read = [read_published(path) for path in paths]
    findings = ordered(finding for published in read for finding in disagreements(published, snapshot))
    files = {finding.place.file for finding in findings}
    return Report(
        findings=findings,
        ran=tuple(checks().values()),
        lines={file: lines for published in read for file, lines in published.lines_of(files)},
        colour=colour,
    )


def built_as_of(path: Path) -> date | None:
    """The status date that a folder was built for, as its manifest tells."""
    found = next((each / MANIFEST for each in (path, path.parent) if (each / MANIFEST).is_file()), None)
    manifest = read_manifest(found.read_bytes()) if found else None
    return manifest.as_of if manifest else None


def _rule(name: str, module: ModuleType) -> Rule:
    page = inspect.cleandoc(module.__doc__ or "")
    needs = ("published", "truth")
    return Rule(name.replace("_", "-"), FAMILY, module.SEVERITY, page, needs, {}, module.check)


def _judges_alone(rule: Rule) -> bool:
    """Tell whether a check judges each document without the others."""
    return getattr(sys.modules[rule.check.__module__], "JUDGES_ALONE", False)


def _findings(rules: Iterable[Rule], published: Published, truth: Truth) -> tuple[Finding, ...]:
    return tuple(_finding(rule, each) for rule in rules for each in _found(rule, published, truth))


def _found(rule: Rule, published: Published, truth: Truth) -> Iterator[Disagreement]:
    yield from rule.check(published, truth)  # type: ignore[misc] # a check of documents, not of a plan


def _finding(rule: Rule, each: Disagreement) -> Finding:
    start = (each.place.line, each.place.column)
    end = max((each.place.end_line, each.place.end_column), start)
    place = each.place._replace(end_line=end[0], end_column=end[1])
    return Finding(rule.name, rule.severity, each.message, place, each.help)
