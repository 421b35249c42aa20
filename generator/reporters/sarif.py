"""Findings as SARIF 2.1.0, for code scanning and for viewers of static analysis."""

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.findings import Finding, Severity, Suppressed
from generator.reporters._report import Report, printable
from generator.rules._catalogue import Rule
from generator.rules._file_checks import FILE_CHECKS

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {"waiver": "inSource", "baseline": "external"}


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write a log of one run: every rule declared, waived findings as suppressed results."""
    rules = _rules(report)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    found = [(finding, None) for finding in report.findings] + [(each.finding, each) for each in report.suppressed]
    run = {
        "tool": {"driver": {"name": "Planpress", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": [_result(finding, numbers[finding.rule], by, report) for finding, by in found],
        "properties": {"notChecked": [rule.name for rule in report.not_checked], "off": _names(report.off)},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _names(rules: Iterable[Rule]) -> list[str]:
    return [rule.name for rule in rules]


def _rules(report: Report) -> list[dict[str, Any]]:
    """Describe every rule there is for this report, and the checks that come before any rule."""
    known = {rule.name: _rule(rule) for rule in (*report.ran, *report.not_checked, *report.off)}
    named = {finding.rule for finding in (*report.findings, *(each.finding for each in report.suppressed))}
    others = {name: _other(name, summary) for name, summary in FILE_CHECKS.items()}
    strange = {name: _other(name, name) for name in sorted(named - set(known) - set(others))}
    return [*known.values(), *others.values(), *strange.values()]


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.reason or rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _other(name: str, summary: str) -> dict[str, Any]:
    text = {"text": summary}
    return {"id": name, "shortDescription": text, "help": text, "defaultConfiguration": {"level": "error"}}


def _result(finding: Finding, number: int, suppressed: Suppressed | None, report: Report) -> dict[str, Any]:
    told = [printable(text) for text in (finding.message, finding.help) if text]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(told)},
        "locations": [_location(finding, report)],
        "partialFingerprints": {"planpress/v1": finding.fingerprint},
        "suppressions": [_suppression(suppressed)] if suppressed else [],
    }
    if report.resolved is not None:
        result["baselineState"] = "unchanged" if suppressed and suppressed.by == "baseline" else "new"
    return result


def _suppression(suppressed: Suppressed) -> dict[str, str]:
    kind = _KINDS.get(suppressed.by, "external")
    return {"kind": kind, "status": "accepted", "justification": printable(suppressed.reason)}


def _location(finding: Finding, report: Report) -> dict[str, Any]:
    place = finding.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": _artifact(report.relative(place.file)), "region": region}
    }
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": printable(finding.path)}]
    return location


def _artifact(file: str) -> dict[str, str]:
    """Tell a file by a URI relative to the folder of the sources, or by an absolute one where it lies elsewhere."""
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(file, errors="replace"), "uriBaseId": "%SRCROOT%"}
