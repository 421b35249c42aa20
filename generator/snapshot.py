"""Load, validate, schedule, resolve prose, check: the plan and all that follows from it, at one moment."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.findings import Finding, Severity, Suppressed, ordered
from generator.literals import read_literals
from generator.model.index import Index, index_of
from generator.model.naming import Called, names_of
from generator.model.plan import Plan
from generator.prose import Facts, resolve
from generator.rules._catalogue import Rule, rules
from generator.rules._run import Checked, check
from generator.rules._waivers import Waived, waive
from generator.scheduling.breakdown import break_down
from generator.scheduling.network import build_network
from generator.scheduling.schedule import Schedule, schedule_network
from generator.scheduling.working_time import lay_out
from generator.side_by_side import beside
from generator.sources.plan_files import Source, load_plan
from generator.validation import validate

if TYPE_CHECKING:
    from generator.scheduling.uncertainty.simulation import Simulation

Stage = Callable[[str], None]
"""Is told the name of each stage as it begins."""
_WORTH_A_PROCESS = 250
"""Tasks of a plan whose simulation takes longer than a copy of the process."""


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
    suppressed: tuple[Suppressed, ...] = ()

    @cached_property
    def remembered(self) -> dict[tuple[object, ...], Any]:
        """What was computed from it and is asked for again."""
        return {}

    @cached_property
    def simulation(self) -> "Simulation | None":
        """How sure the finish is, run once for all that show it; nothing where nothing in the plan is uncertain."""
        return _simulation(self.plan, self.schedule)


@dataclass(frozen=True)
class Outcome:
    """What is known of a plan file: always its findings, and a snapshot where the plan could be scheduled."""

    source: Source
    findings: tuple[Finding, ...]
    ran: tuple[Rule, ...] = ()
    not_checked: tuple[Rule, ...] = ()
    off: tuple[Rule, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    snapshot: Snapshot | None = None

    @property
    def has_errors(self) -> bool:
        """Tell whether a build must refuse."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def take_snapshot(
    path: Path, *, as_of: date | None = None, stage: Stage = lambda _: None, simulates: bool = False
) -> Outcome:
    """Read and check a plan file; whatever is wrong with it is a finding.

    Whoever `simulates` is given a long plan with its simulation, which runs beside the checks.
    """
    stage("load")
    return examine(load_plan(path), as_of=as_of, stage=stage, simulates=simulates)


def examine(
    source: Source,
    *,
    as_of: date | None = None,
    exact_seconds: float | None = None,
    stage: Stage = lambda _: None,
    simulates: bool = False,
) -> Outcome:
    """Check a plan that is already read; no schedule is computed from a plan whose structure is broken.

    With `exact_seconds` a plan that is levelled has its shortest order searched for so long.
    """
    stage("validate")
    validated = validate(source)
    if validated.plan is None:
        return Outcome(source, validated.findings, not_checked=tuple(rules().values()))
    given = _structure(validated.plan) | {
        "as_of": as_of or validated.plan.status_date,
        "exact_seconds": exact_seconds,
    }
    structural = [rule for rule in rules().values() if set(rule.needs) <= set(given)]
    first = check(structural, source, given)
    if any(finding.severity is Severity.ERROR for finding in first.findings if _blocks(finding)):
        rest = tuple(rule for rule in rules().values() if rule not in structural)
        waived = _waived(first.findings, given)
        return Outcome(source, ordered(waived.findings), first.ran, rest, first.off, waived.suppressed)
    stage("schedule")
    given["simulates"] = simulates and len(given["breakdown"].tasks) > _WORTH_A_PROCESS
    return _scheduled(source, given, first, stage)


def _structure(plan: Plan) -> dict[str, Any]:
    breakdown, time = break_down(plan), lay_out(plan.calendar, plan.start)
    network = build_network(plan, breakdown, time)
    return {"plan": plan, "index": index_of(plan), "breakdown": breakdown, "time": time, "network": network}


def _blocks(finding: Finding) -> bool:
    return rules()[finding.rule].blocks


def _waived(findings: Iterable[Finding], given: Mapping[str, Any]) -> Waived:
    return waive(ordered(findings), given["plan"], given["index"], as_of=given["as_of"])


def _scheduled(source: Source, given: dict[str, Any], first: Checked, stage: Stage) -> Outcome:
    plan, index = given["plan"], given["index"]
    names = names_of(index)
    breakdown, time, network, seconds = (given[key] for key in ("breakdown", "time", "network", "exact_seconds"))
    schedule = schedule_network(plan, breakdown, time, network, exact_seconds=seconds)
    facts = Facts(plan, index, names, schedule)
    prose = resolve(facts)
    stage("check")
    told = prose.filled(plan)
    given |= {"schedule": schedule, "prose": prose, "names": names}
    with beside(lambda: _simulation(told, schedule), is_worth_it=given["simulates"]) as simulated:
        outcome = _checked(source, given | {"literals": read_literals(facts)}, first, told)
        if given["simulates"] and outcome.snapshot:
            vars(outcome.snapshot)["simulation"] = simulated()
    return outcome


def _checked(source: Source, given: dict[str, Any], first: Checked, told: Plan) -> Outcome:
    done = {rule.name for rule in (*first.ran, *first.off)}
    later = [rule for rule in rules().values() if rule.name not in done]
    second = check(later, source, given)
    waived = _waived([*first.findings, *second.findings], given)
    last = check(second.not_checked, source, given | {"waived": waived})
    findings = ordered([*waived.findings, *last.findings])
    ran, off = (*first.ran, *second.ran, *last.ran), (*first.off, *second.off)
    names, schedule, as_of = given["names"], given["schedule"], given["as_of"]
    snapshot = Snapshot(source, told, index_of(told), names, schedule, findings, ran, as_of, waived.suppressed)
    return Outcome(source, findings, ran, last.not_checked, off, waived.suppressed, snapshot)


def _simulation(plan: Plan, schedule: Schedule) -> "Simulation | None":
    from generator.scheduling.uncertainty.simulation import simulation_of  # noqa: PLC0415 - numpy takes its time

    return simulation_of(plan, schedule)
