"""Runs rules: hands each what its parameters ask for, and adds name, weight and place to what it yields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from generator.findings import Finding, Place, Problem
from generator.formatting import joined
from generator.rules._catalogue import Rule, rules
from generator.rules._settings import is_off, tailored
from generator.sources.source import Source
from generator.sources.stretches import place_within


@dataclass(frozen=True)
class Checked:
    """Findings, the rules that ran, those that lacked what they need, and those that the plan does without."""

    findings: tuple[Finding, ...]
    ran: tuple[Rule, ...]
    not_checked: tuple[Rule, ...]
    off: tuple[Rule, ...] = ()


def check(wanted: Iterable[Rule], source: Source, given: Mapping[str, Any]) -> Checked:
    """Run the rules whose needs are given, as the plan wishes them; the others are told as not checked."""
    ran, not_checked, off, findings = [], [], [], list[Finding]()
    for rule in wanted:
        if is_off(rule, given["plan"]):
            off.append(rule)
        elif all(need in given for need in rule.needs):
            ran.append(rule)
            findings += _findings(tailored(rule, given["plan"]), source, given)
        else:
            not_checked.append(rule)
    return Checked(tuple(findings), tuple(ran), tuple(not_checked), tuple(off))


def together(*parts: Checked) -> Checked:
    """Put parts that were checked apart together, in the order of the rules."""
    places = {name: place for place, name in enumerate(rules())}

    def told(ran: Iterable[Rule]) -> tuple[Rule, ...]:
        return tuple(sorted(ran, key=lambda rule: places[rule.name]))

    return Checked(
        tuple(finding for part in parts for finding in part.findings),
        told(rule for part in parts for rule in part.ran),
        told(rule for part in parts for rule in part.not_checked),
        told(rule for part in parts for rule in part.off),
    )


def _findings(rule: Rule, source: Source, given: Mapping[str, Any]) -> Iterator[Finding]:
    for problem in rule.check(*(given[need] for need in rule.needs)):
        place, path = _place(problem, source), source.path(problem.pointer)
        message = problem.message + _lines_of(problem, source)
        found = Finding(rule.name, rule.severity, message, place, problem.help, problem.pointer, path)
        yield replace(found, fix=problem.fix, also=problem.also)


def _place(problem: Problem, source: Source) -> Place:
    if problem.span:
        return place_within(source, problem.pointer, problem.span)
    return (source.key_place if problem.at_key else source.place)(problem.pointer)


def _lines_of(problem: Problem, source: Source) -> str:
    """Tell lines in order, three and more in a row as a span."""
    lines = sorted({source.place(pointer).line for pointer in problem.also})
    rows = [[line for _, line in row] for _, row in groupby(enumerate(lines), lambda each: each[1] - each[0])]
    told = [word for row in rows for word in ([f"{row[0]}-{row[-1]}"] if len(row) > 2 else map(str, row))]  # noqa: PLR2004
    return f" ({'line' if len(lines) == 1 else 'lines'} {joined(told)})" if lines else ""
