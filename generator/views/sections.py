"""Which sections a plan has anything to say in."""

from dataclasses import dataclass

from generator.model.plan import Plan
from generator.snapshot import Snapshot
from generator.views import allocation, handovers, weekly_load


@dataclass(frozen=True)
class Sections:
    """A section is left out where the plan says nothing for it."""

    order: bool
    parallel: bool
    resources: bool
    risks: bool
    testing: bool
    rollbacks: bool
    monitoring: bool
    decisions: bool
    teams: bool
    totals: bool
    load: bool
    handovers: bool


def view(snapshot: Snapshot) -> Sections:
    """Tell which sections are not empty."""
    plan, load = snapshot.plan, weekly_load.view(snapshot)
    return Sections(
        order=bool(snapshot.schedule.breakdown.items or plan.summary or plan.principles),
        parallel=_has_parallel(plan) or bool(handovers.crossings(snapshot)),
        resources=bool(plan.roles or plan.people),
        risks=bool(plan.risks),
        testing=bool(plan.checkpoints or plan.criteria) or any(wave.tests for wave in plan.waves.values()),
        rollbacks=bool(plan.rollbacks),
        monitoring=any((plan.sources, plan.targets, plan.alerts, plan.meetings, plan.channels)),
        decisions=bool(plan.decisions or plan.assumptions),
        teams=any(wave.team for wave in plan.waves.values()) or any(phase.team for phase in plan.phases.values()),
        totals=any(phase.made_up for phase in allocation.view(snapshot).phases),
        load=bool(load.roles or load.waves),
        handovers=bool(handovers.crossings(snapshot)),
    )


def _has_parallel(plan: Plan) -> bool:
    return any(
        (
            len(plan.waves) > 1,
            any(wave.isolation or wave.entry or wave.exit for wave in plan.waves.values()),
            any(phase.parallel for phase in plan.phases.values()),
            plan.coordination,
            plan.quotas,
        )
    )
