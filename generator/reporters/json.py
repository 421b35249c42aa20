"""Findings for other programs."""

import json
from typing import Any

from generator.findings import Finding, Severity, Suppressed
from generator.reporters._report import Report

FORMAT_VERSION = 1


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write one JSON object: findings in the order of the file, counts, rules that ran and rules that could not."""
    content = {
        "format_version": FORMAT_VERSION,
        "findings": [_entry(finding) for finding in report.findings],
        "suppressed": [_suppressed(each) for each in report.suppressed],
        "resolved": None if report.resolved is None else list(report.resolved),
        "counts": {severity.value: report.counts.get(severity, 0) for severity in Severity},
        "entries": report.entries,
        "checked": [rule.name for rule in report.ran],
        "not_checked": [rule.name for rule in report.not_checked],
        "reason": report.reason or None,
        "off": [rule.name for rule in report.off],
    }
    return json.dumps(content, indent=2) + "\n"


def _suppressed(suppressed: Suppressed) -> dict[str, Any]:
    return {"by": suppressed.by, "reason": suppressed.reason, **_entry(suppressed.finding)}


def _entry(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "path": finding.path if finding.pointer else None,
        "fingerprint": finding.fingerprint,
    }
