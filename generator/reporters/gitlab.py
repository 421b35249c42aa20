"""Findings as a Code Quality report for merge requests on GitLab."""

import hashlib
import json
from typing import Any

from generator.findings import Finding, Severity
from generator.reporters._report import Report, printable

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write a list with one entry for each finding that counts."""
    return json.dumps([_entry(finding, report) for finding in report.findings], indent=2) + "\n"


def _entry(finding: Finding, report: Report) -> dict[str, Any]:
    file = report.relative(finding.place.file)
    told = ": ".join(printable(text) for text in (finding.message, finding.help) if text)
    return {
        "description": told,
        "check_name": finding.rule,
        "fingerprint": _among_files(finding, file),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": file, "lines": {"begin": finding.place.line, "end": finding.place.end_line}},
    }


def _among_files(finding: Finding, file: str) -> str:
    """GitLab joins reports of several files, and drops what has the same fingerprint."""
    told = f"{file}\0{finding.fingerprint}".encode(errors="surrogatepass")
    return hashlib.sha256(told).hexdigest()[:32]
