"""Every kind of contradiction is its own test: what fails is found by it alone, what passes has no finding."""

import re

import pytest

from generator.audit.audit import checks, contradictions
from generator.audit.reading import read_document
from generator.findings import Finding
from generator.rules._catalogue import Rule

EVERY = pytest.mark.parametrize("check", checks().values(), ids=list(checks()))


def example(check: Rule, heading: str) -> str:
    """Return the document below "Fails:" or "Passes:"."""
    _, _, rest = check.page.partition(f"\n{heading}:\n\n```markdown\n")
    return re.split(r"^```$(?=\n*\Z|\n\nPasses:)", rest, flags=re.MULTILINE)[0]


def audited(text: str) -> tuple[Finding, ...]:
    return contradictions([read_document(text, "doc.md")])


@EVERY
def test_the_failing_example_is_found_by_this_check_alone(check: Rule) -> None:
    assert {finding.rule for finding in audited(example(check, "Fails"))} == {check.name}


@EVERY
def test_the_passing_example_has_no_contradiction(check: Rule) -> None:
    assert [finding.message for finding in audited(example(check, "Passes"))] == []


@EVERY
def test_a_finding_quotes_what_stands_at_its_place(check: Rule) -> None:
    text = example(check, "Fails")
    for finding in audited(text):
        line = text.splitlines()[finding.place.line - 1]
        assert line[finding.place.column - 1 : finding.place.end_column - 1].strip()
        assert re.search(r': "[^"]+', finding.message)
        assert finding.severity is check.severity


@EVERY
def test_messages_are_lower_case_facts_with_help(check: Rule) -> None:
    for finding in audited(example(check, "Fails")):
        assert not finding.message[0].isupper()
        assert not finding.message.endswith(".")
        assert finding.help


@EVERY
def test_the_page_has_the_form_of_a_page(check: Rule) -> None:
    assert re.fullmatch(r"[A-Z].*\.", check.summary)
    assert len(check.summary) <= 110
    assert check.reason.endswith(".")
    assert "\n\nFails:\n\n```markdown\n" in check.page
    assert "\n\nPasses:\n\n```markdown\n" in check.page
