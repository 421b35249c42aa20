"""Runs rules: hands each what its parameters ask for, and adds name, weight and place to what it yields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.findings import Finding
from generator.rules._catalogue import Rule
from generator.sources.plan_files import Source


@dataclass(frozen=True)
class Checked:
    """Findings, the rules that ran, and those that lacked what they need."""

    findings: tuple[Finding, ...]
    ran: tuple[Rule, ...]
    not_checked: tuple[Rule, ...]


def check(rules: Iterable[Rule], source: Source, given: Mapping[str, Any]) -> Checked:
    """Run the rules whose needs are given; the others are told as not checked."""
    ran, not_checked, findings = [], [], list[Finding]()
    for rule in rules:
        if all(need in given for need in rule.needs):
            ran.append(rule)
            findings += _findings(rule, source, given)
        else:
            not_checked.append(rule)
    return Checked(tuple(findings), tuple(ran), tuple(not_checked))


def _findings(rule: Rule, source: Source, given: Mapping[str, Any]) -> Iterator[Finding]:
    for problem in rule.check(*(given[need] for need in rule.needs)):
        yield Finding(rule.name, rule.severity, problem.message, source.place(problem.pointer), problem.help)
