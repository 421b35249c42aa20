"""Findings as a table, for the summary of a CI job."""

from collections.abc import Iterator

from generator.findings import Finding, Severity, Suppressed
from generator.formatting import escape_markdown
from generator.reporters._report import Report, printable

_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Remark"}
_MOST = 500
"""A summary that is larger than a megabyte is not shown at all."""


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write a heading, the summary, and a row for each finding, worst first; then what is waived."""
    lines = ["### Plan check", "", escape_markdown(report.summary)]
    if report.findings:
        lines += ["", "| Severity | Place | Finding | Rule |", "|---|---|---|---|"]
        lines += [_row(finding, report) for finding in report.worst_first[:_MOST]]
    if len(report.findings) > _MOST:
        lines += ["", f"{len(report.findings) - _MOST} more are not shown."]
    return "\n".join([*lines, *_waived(report)]) + "\n"


def _row(finding: Finding, report: Report) -> str:
    help_text = f" ({_cell(finding.help)})" if finding.help else ""
    told = f"{_cell(finding.message)}{help_text}"
    return f"| {_WORDS[finding.severity]} | {_place(finding, report)} | {told} | {finding.rule} |"


def _waived(report: Report) -> Iterator[str]:
    waived = [each for each in report.suppressed if each.by == "waiver"]
    if waived:
        yield from ("", "#### Waived", "", "| Place | Finding | Reason | Rule |", "|---|---|---|---|")
        yield from (_waived_row(each, report) for each in waived[:_MOST])


def _waived_row(suppressed: Suppressed, report: Report) -> str:
    finding = suppressed.finding
    told = (_place(finding, report), _cell(finding.message), _cell(suppressed.reason), finding.rule)
    return f"| {' | '.join(told)} |"


def _place(finding: Finding, report: Report) -> str:
    return _cell(f"{report.relative(finding.place.file)}:{finding.place.line}:{finding.place.column}")


def _cell(text: str) -> str:
    return escape_markdown(printable(text))
