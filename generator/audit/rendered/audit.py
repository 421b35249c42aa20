"""Holds a published folder against its plan: every check in its turn, each finding at the words that are wrong."""

import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_SHARE = 0.5
"""So much of its documents is judged in one process; the other also judges what is read as a whole."""


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
    whole = [rule for rule in rules if not (_judges_alone(rule) or _gathers(rule))]
    shared = [rule for rule in rules if rule not in whole]
    truth.make_ready()
    here, there = in_shares(published, _SHARE)
    (found, own), (told, others) = side_by_side(
        lambda: (_findings_alone(shared, here, truth), _gathered(shared, here, truth)),
        lambda: (
            _findings(whole, published, truth) + _findings_alone(shared, there, truth),
            _gathered(shared, there, truth),
        ),
    )
    return ordered((*found, *told, *_held(shared, (own, others), published, truth)))


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
    return getattr(_module(rule), "JUDGES_ALONE", False)


def _gathers(rule: Rule) -> bool:
    """Tell whether a check gathers what documents have to be held against each other for."""
    return hasattr(_module(rule), "gathered")


def _module(rule: Rule) -> ModuleType:
    return sys.modules[rule.check.__module__]


def _findings_alone(rules: Iterable[Rule], published: Published, truth: Truth) -> tuple[Finding, ...]:
    return _findings(filter(_judges_alone, rules), published, truth)


def _gathered(rules: Iterable[Rule], published: Published, truth: Truth) -> list[object]:
    return [_module(rule).gathered(published, truth) for rule in filter(_gathers, rules)]


def _held(
    rules: Iterable[Rule], gathered: Sequence[Sequence[object]], published: Published, truth: Truth
) -> Iterator[Finding]:
    """Hold what all documents tell against each other, check by check."""
    for rule, *each in zip(filter(_gathers, rules), *gathered, strict=True):
        yield from (_finding(rule, found) for found in _module(rule).held(each, published, truth))


def _findings(rules: Iterable[Rule], published: Published, truth: Truth) -> tuple[Finding, ...]:
    return tuple(_finding(rule, each) for rule in rules for each in _found(rule, published, truth))


def _found(rule: Rule, published: Published, truth: Truth) -> Iterator[Disagreement]:
    yield from rule.check(published, truth)  # type: ignore[misc] # a check of documents, not of a plan


def _finding(rule: Rule, each: Disagreement) -> Finding:
    start = (each.place.line, each.place.column)
    end = max((each.place.end_line, each.place.end_column), start)
    place = each.place._replace(end_line=end[0], end_column=end[1])
    return Finding(rule.name, rule.severity, each.message, place, each.help)
