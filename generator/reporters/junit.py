"""Findings as a JUnit report: a test case for each rule that found nothing, and one for each finding."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.findings import Finding, Suppressed
from generator.reporters._report import Report, printable


def format(report: Report) -> str:  # noqa: A001 - every reporter's word
    """Write one suite; a finding fails its case if it fails the check, and is told as output otherwise."""
    suite = Element("testsuite", name="planpress")
    fired = {finding.rule for finding in report.findings}
    for rule in report.ran:
        if rule.name not in fired:
            _case(suite, rule.family, rule.name)
    for finding in report.findings:
        _finding(suite, finding, report)
    for each in report.suppressed:
        _suppressed(suite, each, report)
    for rule in report.not_checked:
        SubElement(_case(suite, rule.family, rule.name), "skipped", message=f"not checked: {report.reason}")
    return _document(suite)


def _case(suite: Element, group: str, name: str) -> Element:
    return SubElement(suite, "testcase", {"classname": f"planpress.{group}", "name": name})


def _case_of(suite: Element, finding: Finding, report: Report) -> Element:
    families = {each.name: each.family for each in report.ran}
    name = f"{finding.rule}: {printable(finding.path)}" if finding.pointer else finding.rule
    case = _case(suite, families.get(finding.rule, "file"), name)
    case.attrib.update(file=printable(report.relative(finding.place.file)), line=str(finding.place.line))
    return case


def _finding(suite: Element, finding: Finding, report: Report) -> None:
    case = _case_of(suite, finding, report)
    message = printable(finding.message)
    text = "\n".join(filter(None, (f"{_at(finding, report)}: {message}", printable(finding.help or ""))))
    if finding.severity.rank <= report.fail_on.rank:
        SubElement(case, "failure", type=finding.severity.value, message=message).text = text
    else:
        SubElement(case, "system-out").text = f"{finding.severity}: {text}"


def _suppressed(suite: Element, suppressed: Suppressed, report: Report) -> None:
    SubElement(
        _case_of(suite, suppressed.finding, report),
        "skipped",
        message=printable(f"{suppressed.by}: {suppressed.reason}"),
    )


def _at(finding: Finding, report: Report) -> str:
    return f"{printable(report.relative(finding.place.file))}:{finding.place.line}:{finding.place.column}"


def _document(suite: Element) -> str:
    counts = {
        "tests": len(suite),
        "failures": len(suite.findall("testcase/failure")),
        "errors": 0,
        "skipped": len(suite.findall("testcase/skipped")),
    }
    told = {key: str(count) for key, count in counts.items()}
    suite.attrib.update(told)
    suites = Element("testsuites", {"name": "planpress", **told})
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'
