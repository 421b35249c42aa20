"""Every rule is its own test: what its page says fails, fails by it alone; what passes, passes all rules."""

import inspect
import re

import pytest

from generator.checking import page
from generator.findings import Severity
from generator.rules._catalogue import Rule, rules
from generator.snapshot import Outcome, examine
from generator.sources.plan_files import parse_plan

EVERY = pytest.mark.parametrize("rule", rules().values(), ids=list(rules()))
GIVEN = {"plan", "index", "breakdown", "network", "as_of", "time", "schedule", "prose", "names", "waived", "literals"}


def examined(text: str) -> Outcome:
    return examine(parse_plan(text.encode(), "plan.yaml"))


@EVERY
def test_the_failing_example_is_found_by_this_rule_alone(rule: Rule) -> None:
    assert {finding.rule for finding in examined(rule.example("Fails")).findings} == {rule.name}


@EVERY
def test_the_passing_example_passes_every_rule(rule: Rule) -> None:
    outcome = examined(rule.example("Passes"))
    assert outcome.findings == ()
    assert outcome.not_checked == ()
    assert len(outcome.ran) == len(rules())


@EVERY
def test_a_finding_names_a_place_in_the_example(rule: Rule) -> None:
    outcome = examined(rule.example("Fails"))
    for finding in outcome.findings:
        line = outcome.source.line(finding.place.line)
        assert line[finding.place.column - 1 :].strip()
        assert finding.severity is rule.severity


@EVERY
def test_messages_are_lower_case_facts_with_help(rule: Rule) -> None:
    for finding in examined(rule.example("Fails")).findings:
        assert not finding.message[0].isupper()
        assert not finding.message.endswith(".")
        assert finding.help


@EVERY
def test_the_page_has_the_form_of_a_page(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z].*\.", rule.summary)
    assert len(rule.summary) <= 110
    assert rule.reason.endswith(".")
    assert re.search(r"\n\nFails:\n\n```yaml\n(?s:.+)```\n\nPasses:\n\n```yaml\n(?s:.+)```$", rule.page)


@EVERY
def test_a_rule_asks_for_what_is_given_and_its_options_have_defaults(rule: Rule) -> None:
    assert set(rule.needs) <= GIVEN
    assert inspect.Parameter.empty not in rule.options.values()
    assert isinstance(rule.severity, Severity)


@EVERY
def test_a_rule_can_be_explained(rule: Rule) -> None:
    told = page(rule.name)
    assert told.startswith(f"# {rule.name}\n\n*{rule.family}, {rule.severity}*\n\n{rule.summary}")
    assert rule.example("Fails") in told
