"""Findings as a person reads them: place, message, the line at fault with the value marked, what to do."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.findings import Finding, Place, Severity
from generator.reporters._excerpt import WIDEST, excerpt
from generator.reporters._report import Report, printable, told_counts

_LEAST = 20
_FEW = 10
"""So many findings are read without headings."""
_RED, _YELLOW, _CYAN, _BOLD, _DIM = "31;1", "33;1", "36;1", "1", "2"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write findings in blocks, one for each place, below a heading for each file or section where there are many.

    Nothing is written where nothing is found.
    """
    groups = _groups(report)
    several = len(groups) > 1
    blocks = [block for heading, found in groups for block in _group(heading if several else "", found, report)]
    gone = [_styled(f"resolved: {printable(each)}", _DIM, report) + "\n" for each in report.resolved or ()]
    return "\n".join([*blocks, "".join(gone)] if gone else blocks)


def _groups(report: Report) -> list[tuple[str, list[Finding]]]:
    """Part findings by file, or those of one long file by the section of the plan."""
    if len({finding.place.file for finding in report.findings}) > 1:
        by_file = groupby(report.findings, key=lambda finding: finding.place.file)
        return [(file, list(found)) for file, found in by_file]
    if len(report.findings) <= _FEW:
        return [("", list(report.findings))]
    by_section = groupby(_with_section(report.findings), key=lambda each: each[0])
    return [(section, [finding for _, finding in found]) for section, found in by_section]


def _with_section(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Name the section of each finding; what has none of its own stands where the one before it does."""
    section = ""
    for finding in findings:
        section = str(finding.pointer[0]) if finding.pointer else section
        yield section, finding


def _group(heading: str, findings: list[Finding], report: Report) -> Iterator[str]:
    if heading:
        told = f"{printable(heading)}: {told_counts(tuple(findings))}"
        yield _styled(f"── {told} ──", _BOLD, report) + "\n"
    for place, found in groupby(findings, key=lambda finding: finding.place):
        yield "\n".join([*_block(place, list(found), report), ""])


def _block(place: Place, findings: list[Finding], report: Report) -> Iterator[str]:
    marked = list(_excerpt(place, findings[0].severity, report))
    for finding in findings:
        yield _headline(finding, report)
        if len(findings) == 1:
            yield from marked
        if finding.help:
            yield f"    {_styled('help:', _CYAN, report)} {printable(finding.help)}"
    if len(findings) > 1:
        yield from marked


def _headline(finding: Finding, report: Report) -> str:
    place = finding.place
    at = _styled(f"{printable(place.file)}:{place.line}:{place.column}:", _BOLD, report)
    severity = _styled(f"{finding.severity}:", _COLOURS[finding.severity], report)
    return f"{at} {severity} {printable(finding.message)} {_styled(f'({finding.rule})', _DIM, report)}"


def _excerpt(place: Place, severity: Severity, report: Report) -> Iterator[str]:
    shown = excerpt(place, report.lines.get(place.file, ()), _widest(place, report))
    room = max((len(str(each.number)) for each in shown if each.number), default=0)
    for each in shown:
        number = str(each.number or "").rjust(room)
        yield f"    {_styled(f'{number} |', _DIM, report)} {each.text}"
        if each.length:
            mark = " " * each.start + _styled("^" * each.length, _COLOURS[severity], report)
            yield f"    {_styled(' ' * room + ' |', _DIM, report)} {mark}"


def _widest(place: Place, report: Report) -> int:
    """How much of a line has room beside its number."""
    margin = len(f"    {place.end_line} | ……")
    return WIDEST if report.columns is None else min(WIDEST, max(_LEAST, report.columns - margin))


def _styled(text: str, style: str, report: Report) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if report.colour else text
