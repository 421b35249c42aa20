"""What the check command does with an outcome: choose rules, report, explain."""

from collections.abc import Iterable
from dataclasses import replace

from generator.errors import PlanpressError
from generator.findings import Finding, Severity
from generator.formatting import did_you_mean
from generator.reporters._report import Report
from generator.rules._catalogue import Rule, rules
from generator.snapshot import Outcome


def choose(outcome: Outcome, *, select: Iterable[str], ignore: Iterable[str]) -> Outcome:
    """Keep the findings of chosen rules or families; what keeps a plan from having dates is told in any case."""
    chosen = _chosen(tuple(select), tuple(ignore))
    return replace(
        outcome,
        findings=tuple(each for each in outcome.findings if each.rule in chosen or _stops(each, outcome)),
        ran=tuple(rule for rule in outcome.ran if rule.name in chosen),
        not_checked=tuple(rule for rule in outcome.not_checked if rule.name in chosen),
    )


def is_failure(findings: Iterable[Finding], fail_on: str) -> bool:
    """Tell whether any finding is as bad as a given severity."""
    return any(finding.severity.rank <= Severity(fail_on).rank for finding in findings)


def report_on(outcome: Outcome, *, colour: bool) -> Report:
    """Say what was found, what was checked, and why anything was not."""
    unread = "the file does not read as a plan" if not outcome.ran else "there are no dates before this is mended"
    return Report(
        findings=outcome.findings,
        ran=outcome.ran,
        not_checked=outcome.not_checked,
        reason=unread if outcome.not_checked else "",
        lines={outcome.source.file: outcome.source.lines},
        colour=colour,
    )


def page(name: str) -> str:
    """Write a rule's page in Markdown; an unknown name is an error with a suggestion."""
    rule = _known(name)
    options = [f"- `{option}`: {default}" for option, default in rule.options.items()]
    told = ["", "Options:", "", *options] if options else []
    return "\n".join([f"# {rule.name}", "", f"*{rule.family}, {rule.severity}*", "", rule.page, *told])


def _known(name: str) -> Rule:
    rule = rules().get(name.replace("_", "-"))
    if rule is None:
        raise PlanpressError(f'no rule "{name}"', help=did_you_mean(name, rules()) or "planpress rules lists them")
    return rule


def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> frozenset[str]:
    selected = _named(select) if select else frozenset(rules())
    return selected - _named(ignore)


def _named(names: tuple[str, ...]) -> frozenset[str]:
    families = {rule.family for rule in rules().values()}
    found: set[str] = set()
    for name in names:
        members = {rule.name for rule in rules().values() if rule.family == name} if name in families else {name}
        if not members <= set(rules()):
            known = (*rules(), *sorted(families))
            raise PlanpressError(f'no rule "{name}"', help=did_you_mean(name, known) or "planpress rules lists them")
        found |= members
    return frozenset(found)


def _stops(finding: Finding, outcome: Outcome) -> bool:
    rule = rules().get(finding.rule)
    return rule is None or (outcome.snapshot is None and rule.family == "structure")
