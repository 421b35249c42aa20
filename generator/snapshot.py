"""Load, validate, schedule, resolve prose, check: the plan and all that follows from it, at one moment."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.findings import Finding, Severity, Suppressed, ordered
from generator.model.index import Index, index_of
from generator.model.naming import Called, names_of
from generator.model.plan import Plan
from generator.model.walk import prose
from generator.prose import Facts, resolve
from generator.rules._catalogue import Rule, blocking_files, other_files, read_rule, rules
from generator.rules._run import Checked, check, together
from generator.rules._waivers import Waived, waive
from generator.scheduling.breakdown import break_down
from generator.scheduling.network import build_network
from generator.scheduling.schedule import Schedule, schedule_network
from generator.scheduling.working_time import lay_out
from generator.shared import Shared
from generator.side_by_side import beside
from generator.sources.plan_files import load_plan
from generator.sources.source import Source
from generator.validation import validate

if TYPE_CHECKING:
    from generator.literals.found import Literals
    from generator.scheduling.uncertainty.simulation import Simulation

Stage = Callable[[str], None]
"""Is told the name of each stage as it begins."""
_WORTH_A_PROCESS = 250
"""Tasks of a plan whose simulation takes longer than a copy of the process."""
_WORTH_READING_BESIDE = 100
"""Texts that take longer to read than a process takes to copy."""


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
    first = check(map(read_rule, blocking_files()), source, given)
    if first.findings:
        return _refused(source, given, first)
    stage("schedule")
    dated = given | _dates(given)
    stage("check")
    is_long = len(given["breakdown"].tasks) > _WORTH_A_PROCESS
    if not (simulates and is_long):
        return _outcome(source, dated, _checked(source, dated, first, is_long=is_long))
    with beside(lambda: _simulation(dated["told"], dated["schedule"])) as simulation:
        outcome = _outcome(source, dated, _checked(source, dated, first, is_long=is_long))
        if outcome.snapshot:
            vars(outcome.snapshot)["simulation"] = simulation()
    return outcome


def _structure(plan: Plan) -> dict[str, Any]:
    breakdown, time = break_down(plan), lay_out(plan.calendar, plan.start)
    network = build_network(plan, breakdown, time)
    return {"plan": plan, "index": index_of(plan), "breakdown": breakdown, "time": time, "network": network}


def _refused(source: Source, given: Mapping[str, Any], first: Checked) -> Outcome:
    """Tell what else can be told of a plan without dates."""
    done = together(first, check(map(read_rule, other_files()), source, given))
    waived = _waived(done.findings, given)
    return Outcome(source, ordered(waived.findings), done.ran, done.not_checked, done.off, waived.suppressed)


def _waived(findings: Iterable[Finding], given: Mapping[str, Any]) -> Waived:
    return waive(ordered(findings), given["plan"], given["index"], as_of=given["as_of"])


def _dates(given: Mapping[str, Any]) -> dict[str, Any]:
    plan, index = given["plan"], given["index"]
    names = names_of(index)
    breakdown, time, network, seconds = (given[key] for key in ("breakdown", "time", "network", "exact_seconds"))
    schedule = schedule_network(plan, breakdown, time, network, exact_seconds=seconds)
    facts = Facts(plan, index, names, schedule)
    resolved = resolve(facts)
    return {"schedule": schedule, "prose": resolved, "names": names, "facts": facts, "told": resolved.filled(plan)}


def _checked(source: Source, dated: Mapping[str, Any], first: Checked, *, is_long: bool) -> Checked:
    """Check what needs dates, while another process reads the prose and then takes a part of the rules as well.

    It begins before the rules are imported here, and what reads prose is imported there: both take their time.
    """
    every = Shared(other_files())

    def there() -> "tuple[Literals, Checked]":
        literals = _literals(dated["facts"], is_alone=not is_long)
        return literals, check(map(read_rule, every.last()), source, dated)

    with beside(there, is_worth_it=is_long or len(prose(dated["plan"])) > _WORTH_READING_BESIDE) as others:
        here = check(map(read_rule, every.first()), source, dated)
        literals, taken = others()
    done = together(first, here, taken)
    texts = check(done.not_checked, source, {**dated, "literals": literals})
    return together(replace(done, not_checked=()), texts)


def _outcome(source: Source, dated: Mapping[str, Any], done: Checked) -> Outcome:
    waived = _waived(done.findings, dated)
    last = check(done.not_checked, source, {**dated, "waived": waived})
    findings, ran = ordered([*waived.findings, *last.findings]), (*done.ran, *last.ran)
    told, names, schedule, as_of = (dated[key] for key in ("told", "names", "schedule", "as_of"))
    snapshot = Snapshot(source, told, index_of(told), names, schedule, findings, ran, as_of, waived.suppressed)
    return Outcome(source, findings, ran, last.not_checked, done.off, waived.suppressed, snapshot)


def _literals(facts: Facts, *, is_alone: bool) -> "Literals":
    from generator.literals.reading import read_literals  # noqa: PLC0415 - one process of two alone needs it

    return read_literals(facts, is_alone=is_alone)


def _simulation(plan: Plan, schedule: Schedule) -> "Simulation | None":
    from generator.scheduling.uncertainty.simulation import simulation_of  # noqa: PLC0415 - numpy takes its time

    return simulation_of(plan, schedule)
