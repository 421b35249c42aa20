"""What a risk does in the simulated runs: how often it happens, and how much longer its work then takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.formatting import counted
from generator.model.uncertainty import Factor
from generator.scheduling.uncertainty.risk_drivers import RiskDriver, risk_drivers
from generator.snapshot import Snapshot
from generator.views._certainty import per_cent
from generator.views._once import once


@dataclass(frozen=True)
class Driving:
    """One risk in words: 30%, 1.5 times as long (1.2 to 2), 4 tasks; `shortens` marks an opportunity."""

    chance: str
    factor: str
    tasks: str
    shortens: bool


def view(snapshot: Snapshot, risk: str) -> Driving | None:
    """Tell what a risk drives; nothing where it tells no chance and factor, or touches no task."""
    found = _drivers(snapshot).get(risk)
    if found is None:
        return None
    words, tasks = factor_words(found.factor), counted(len(found.tasks), "task")
    return Driving(per_cent(found.chance), words, tasks, found.factor.shortens)


@once
def _drivers(snapshot: Snapshot) -> Mapping[str, RiskDriver]:
    return {each.id: each for each in risk_drivers(snapshot.plan, snapshot.schedule.breakdown)}


def factor_words(factor: Factor) -> str:
    """1.5 times as long (1.2 to 2)."""
    told = f"{factor.likely} times as long"
    if factor.optimistic == factor.pessimistic:
        return told
    return f"{told} ({factor.optimistic} to {factor.pessimistic})"
