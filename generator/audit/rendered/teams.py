"""How many people the teams of a part of the plan have at once."""

from generator.audit.rendered.truth import Truth
from generator.model.breakdown import Phase, Wave
from generator.model.quantity import Band
from generator.scheduling.resource_load import peak, teams


def most_at_once(phase: str, truth: Truth) -> Band | None:
    """The peak of those who belong to waves; people shared by waves count where their role says so."""
    counted = _counted(truth)
    found = teams(truth.snapshot.plan, truth.snapshot.schedule, phase)
    at_work = [each for each in found if each.role in counted]
    return peak(at_work) if at_work else None


def team_of(wave: str, phase: str, truth: Truth) -> Band | None:
    """The people of a wave in a phase; nothing where it is in another, or has people whom waves share alone."""
    plan = truth.snapshot.plan
    own = _counted(truth)
    found = [each for each in teams(plan, truth.snapshot.schedule, phase) if each.item == wave and each.role in own]
    return peak(found) if found else None


def _counted(truth: Truth) -> frozenset[str]:
    plan = truth.snapshot.plan
    staff: tuple[Wave | Phase, ...] = (*plan.waves.values(), *plan.phases.values())
    own = {role for each in staff for role in each.team if not plan.roles[role].shared}
    return frozenset(role for role, entry in plan.roles.items() if role in own or entry.counts_as in own)
