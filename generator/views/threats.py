"""The risks that threaten a wave, a phase, or any of its tasks."""

from dataclasses import dataclass

from generator.model.risk import Risk
from generator.snapshot import Snapshot
from generator.views import risk_ranking
from generator.views._mention import Mention, all_mentioned
from generator.views.risk_plan import tone_of


@dataclass(frozen=True)
class Threat:
    """One risk, and what it threatens there."""

    risk: Risk
    exposure: str
    tone: str
    items: tuple[Mention, ...]


def view(snapshot: Snapshot, item: str) -> tuple[Threat, ...]:
    """List them, the greatest exposure first."""
    within = {item, *(task.id for task in snapshot.schedule.breakdown.tasks_within(item))}
    near = [risk for risk in risk_ranking.view(snapshot).ranked if any(_id(each) in within for each in risk.affects)]
    threats = [_threat(risk, within, snapshot) for risk in near]
    return tuple(threat for threat in threats if threat.items)


def _id(reference: str) -> str:
    return reference.rpartition(":")[2]


def _threat(risk: Risk, within: set[str], snapshot: Snapshot) -> Threat:
    items = tuple(each for each in all_mentioned(risk.affects, snapshot) if each.id in within)
    return Threat(risk, f"{risk.exposure} of 9", tone_of(risk.exposure), items)
