"""Which rules' findings are told, and whether they fail the check."""

from collections.abc import Iterable
from dataclasses import replace

from generator.errors import PlanpressError
from generator.findings import Finding, Severity
from generator.formatting import did_you_mean
from generator.rules._catalogue import rules
from generator.snapshot import Outcome


def choose(outcome: Outcome, *, select: Iterable[str], ignore: Iterable[str]) -> Outcome:
    """Keep the findings of chosen rules or families; what keeps a plan from having dates is told in any case."""
    chosen = _chosen(tuple(select), tuple(ignore))
    return replace(
        outcome,
        findings=tuple(each for each in outcome.findings if each.rule in chosen or stops(each, outcome)),
        ran=tuple(rule for rule in outcome.ran if rule.name in chosen),
        not_checked=tuple(rule for rule in outcome.not_checked if rule.name in chosen),
        off=tuple(rule for rule in outcome.off if rule.name in chosen),
        suppressed=tuple(each for each in outcome.suppressed if each.finding.rule in chosen),
    )


def is_failure(findings: Iterable[Finding], fail_on: str) -> bool:
    """Tell whether any finding is as bad as a given severity."""
    return any(finding.severity.rank <= Severity(fail_on).rank for finding in findings)


def stops(finding: Finding, outcome: Outcome) -> bool:
    """Tell whether a finding belongs to those that keep this plan from having dates."""
    rule = rules().get(finding.rule)
    return rule is None or (outcome.snapshot is None and rule.blocks)


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
