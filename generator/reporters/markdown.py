"""Findings as a table, for the summary of a CI job."""

from generator.findings import Finding, Severity
from generator.formatting import escape_markdown
from generator.reporters._report import Report, printable

_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Remark"}


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write a heading, the summary, and a row for each finding, worst first."""
    lines = ["### Plan check", "", escape_markdown(report.summary)]
    if report.findings:
        lines += ["", "| Severity | Place | Finding | Rule |", "|---|---|---|---|"]
        lines += [_row(finding) for finding in report.worst_first]
    return "\n".join(lines) + "\n"


def _row(finding: Finding) -> str:
    place = escape_markdown(f"{printable(finding.place.file)}:{finding.place.line}:{finding.place.column}")
    message = escape_markdown(printable(finding.message))
    told = f"{message} ({escape_markdown(printable(finding.help))})" if finding.help else message
    return f"| {_WORDS[finding.severity]} | {place} | {told} | {finding.rule} |"
