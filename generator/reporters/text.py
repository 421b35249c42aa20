"""Findings as a person reads them: place, message, the line at fault with the value marked, what to do."""

from collections.abc import Iterator
from itertools import groupby

from generator.findings import Finding, Place, Severity
from generator.reporters._report import Report, printable, width

_WIDEST = 100
_BEFORE = 30
_RED, _YELLOW, _CYAN, _BOLD, _DIM = "31;1", "33;1", "36;1", "1", "2"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write findings in blocks, one for each place; nothing where there are none."""
    by_place = groupby(report.findings, key=lambda finding: finding.place)
    return "\n".join("\n".join([*_block(place, list(found), report), ""]) for place, found in by_place)


def _block(place: Place, findings: list[Finding], report: Report) -> Iterator[str]:
    excerpt = _excerpt(place, findings[0].severity, report)
    for finding in findings:
        yield _headline(finding, report)
        if len(findings) == 1:
            yield from excerpt
        if finding.help:
            yield f"    {_styled('help:', _CYAN, report)} {printable(finding.help)}"
    yield from excerpt


def _headline(finding: Finding, report: Report) -> str:
    place = finding.place
    at = _styled(f"{printable(place.file)}:{place.line}:{place.column}:", _BOLD, report)
    severity = _styled(f"{finding.severity}:", _COLOURS[finding.severity], report)
    return f"{at} {severity} {printable(finding.message)} {_styled(f'({finding.rule})', _DIM, report)}"


def _excerpt(place: Place, severity: Severity, report: Report) -> Iterator[str]:
    """Show the line of a place, or as much of it as a terminal holds, and mark the value below it."""
    lines = report.lines.get(place.file, ())
    if not 0 < place.line <= len(lines) or not lines[place.line - 1].strip():
        return
    before, value, after = _cut(place, lines[place.line - 1])
    number, gutter = str(place.line), " " * len(str(place.line))
    mark = " " * width(before) + _styled("^" * max(1, width(value)), _COLOURS[severity], report)
    yield f"    {_styled(f'{number} |', _DIM, report)} {(before + value + after).rstrip()}"
    yield f"    {_styled(f'{gutter} |', _DIM, report)} {mark}"


def _cut(place: Place, line: str) -> tuple[str, str, str]:
    """Split a line at its value, and leave out what a terminal does not hold of it."""
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    first = max(0, start - _BEFORE) if len(line) > _WIDEST and start > _WIDEST - _BEFORE else 0
    last = first + _WIDEST
    before = ("…" if first else "") + line[first:start]
    value = line[start : min(max(end, start + 1), last)]
    after = line[max(end, start + 1) : last] + ("…" if len(line) > last else "")
    return _flat(before), _flat(value), _flat(after)


def _flat(text: str) -> str:
    """Keep one column a tab, so that the mark stands where the value stands."""
    return printable(text.replace("\t", " "))


def _styled(text: str, style: str, report: Report) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if report.colour else text
