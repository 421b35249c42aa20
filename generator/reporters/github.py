"""Findings as annotations of a pull request: GitHub's workflow commands."""

from generator.findings import Finding, Severity
from generator.formatting import counted
from generator.reporters._report import Report, printable

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
"""GitHub shows ten annotations of a level for a step and drops the rest without a word."""


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write one command a finding, worst first; where GitHub would drop some, say how many."""
    lines: list[str] = []
    for severity, level in _LEVELS.items():
        found = [finding for finding in report.worst_first if finding.severity is severity]
        lines += [_command(finding, level, report) for finding in found[:_SHOWN]]
        if len(found) > _SHOWN:
            lines.append(
                f"{counted(len(found) - _SHOWN, f'more {level}')} without an annotation: see planpress check"
            )
    return "\n".join([*lines, ""])


def _command(finding: Finding, level: str, report: Report) -> str:
    place = finding.place
    properties = {"file": report.relative(place.file), "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = finding.rule
    told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    message = "\n".join(printable(text) for text in (finding.message, finding.help) if text)
    return f"::{level} {told}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """Write the characters that end a command or a property by their number."""
    return "".join(f"%{ord(char):02X}" if char in f"%\r\n{more}" else char for char in text)
