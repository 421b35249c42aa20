"""Load, validate, schedule, resolve prose, check: the plan and all that follows from it, at one moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.findings import Finding, Severity, ordered
from generator.model.index import Index, index_of
from generator.model.naming import Called, names_of
from generator.model.plan import Plan
from generator.prose import Facts, resolve
from generator.rules._catalogue import Rule, rules
from generator.rules._run import Checked, check
from generator.scheduling.breakdown import break_down
from generator.scheduling.network import build_network
from generator.scheduling.schedule import Schedule, schedule_network
from generator.scheduling.working_time import lay_out
from generator.sources.plan_files import Source, load_plan
from generator.validation import validate

Stage = Callable[[str], None]
"""Is told the name of each stage as it begins."""


@dataclass(frozen=True)
class Snapshot:
    """Everything that documents, charts and exports read; `plan` has its live facts filled in."""

    source: Source
    plan: Plan
    index: Index
    names: Mapping[tuple[str, str], Called]
    schedule: Schedule
    findings: tuple[Finding, ...]
    ran: tuple[Rule, ...]
    as_of: date | None


@dataclass(frozen=True)
class Outcome:
    """What is known of a plan file: always its findings, and a snapshot where the plan could be scheduled."""

    source: Source
    findings: tuple[Finding, ...]
    ran: tuple[Rule, ...] = ()
    not_checked: tuple[Rule, ...] = ()
    snapshot: Snapshot | None = None

    @property
    def has_errors(self) -> bool:
        """Tell whether a build must refuse."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def take_snapshot(path: Path, *, as_of: date | None = None, stage: Stage = lambda _: None) -> Outcome:
    """Read and check a plan file; whatever is wrong with it is a finding."""
    stage("load")
    return examine(load_plan(path), as_of=as_of, stage=stage)


def examine(source: Source, *, as_of: date | None = None, stage: Stage = lambda _: None) -> Outcome:
    """Check a plan that is already read; no schedule is computed from a plan whose structure is broken."""
    stage("validate")
    validated = validate(source)
    if validated.plan is None:
        return Outcome(source, validated.findings, not_checked=tuple(rules().values()))
    given = _structure(validated.plan)
    structural = [rule for rule in rules().values() if set(rule.needs) <= set(given)]
    first = check(structural, source, given)
    if any(finding.severity is Severity.ERROR for finding in first.findings if _blocks(finding)):
        rest = tuple(rule for rule in rules().values() if rule not in structural)
        return Outcome(source, ordered(list(first.findings)), first.ran, rest)
    stage("schedule")
    return _scheduled(source, given, first, as_of or validated.plan.status_date, stage)


def _structure(plan: Plan) -> dict[str, Any]:
    breakdown, time = break_down(plan), lay_out(plan.calendar, plan.start)
    network = build_network(breakdown, time)
    return {"plan": plan, "index": index_of(plan), "breakdown": breakdown, "time": time, "network": network}


def _blocks(finding: Finding) -> bool:
    return rules()[finding.rule].family == "structure"


def _scheduled(source: Source, given: dict[str, Any], first: Checked, as_of: date | None, stage: Stage) -> Outcome:
    plan, index = given["plan"], given["index"]
    names = names_of(index)
    schedule = schedule_network(plan, given["breakdown"], given["time"], given["network"])
    prose = resolve(Facts(plan, index, names, schedule))
    stage("check")
    later = [rule for rule in rules().values() if rule not in first.ran]
    second = check(later, source, given | {"schedule": schedule, "prose": prose, "names": names})
    findings = ordered([*first.findings, *second.findings])
    ran = (*first.ran, *second.ran)
    told = prose.filled(plan)
    snapshot = Snapshot(source, told, index_of(told), names, schedule, findings, ran, as_of)
    return Outcome(source, findings, ran, second.not_checked, snapshot)
