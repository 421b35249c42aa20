"""What the plan refers to, and which roles its work asks for."""

from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.walk import references
from generator.scheduling.breakdown import Breakdown


def used(plan: Plan, index: Index) -> frozenset[tuple[str, str]]:
    """Kind and id of everything that a reference names."""
    found = (index.find(reference, kinds) for _, reference, kinds in references(plan))
    return frozenset((kind, item.id) for kind, item in filter(None, found))


def asked_for(plan: Plan, breakdown: Breakdown) -> frozenset[str]:
    """Roles in a team, or needed by a task."""
    bands = [wave.team for wave in plan.waves.values()] + [task.needs for task in breakdown.tasks]
    bands += [phase.team for phase in plan.phases.values()]
    return frozenset(role for band in bands for role in band)
