"""Risks that change durations when they happen: how likely each is, by what it multiplies, which tasks it touches.

A risk happens or not once per run, for all its tasks: so durations that have a cause in common move together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.model.uncertainty import Factor
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule


@dataclass(frozen=True)
class RiskDriver:
    """A risk as runs see it; its chance is a share of them."""

    id: str
    chance: float
    factor: Factor
    tasks: tuple[str, ...]

    @property
    def is_certain(self) -> bool:
        """It happens in every run: only its factor varies."""
        return self.chance == 1


def risk_drivers(plan: Plan, breakdown: Breakdown) -> tuple[RiskDriver, ...]:
    """Every risk that can change a duration, in the order of the plan."""
    return tuple(_drivers(plan, breakdown))


def is_uncertain(plan: Plan, schedule: Schedule) -> bool:
    """Tell whether runs of a plan can differ at all."""
    estimates = (schedule.estimate(task.id) for task in schedule.breakdown.tasks)
    varies = any(each.optimistic != each.pessimistic for each in estimates)
    return varies or bool(risk_drivers(plan, schedule.breakdown))


def chance_of(risk: Risk, plan: Plan) -> Decimal | None:
    """How likely a risk is, in per cent: as it says, or as the plan says of its level."""
    return risk.chance if risk.chance is not None else plan.simulation.chances.get(risk.probability)


def exposed_tasks(risk: Risk, breakdown: Breakdown) -> tuple[str, ...]:
    """The tasks that a risk touches, those of a wave or phase included, each once."""
    items = (item.rpartition(":")[2] for item in risk.affects)
    return tuple(dict.fromkeys(task.id for item in items for task in breakdown.tasks_within(item)))


def _drivers(plan: Plan, breakdown: Breakdown) -> Iterator[RiskDriver]:
    for risk in plan.risks.values():
        chance, tasks = chance_of(risk, plan), exposed_tasks(risk, breakdown)
        if risk.factor and chance and tasks and {risk.factor.optimistic, risk.factor.pessimistic} != {Decimal(1)}:
            yield RiskDriver(risk.id, float(chance) / 100, risk.factor, tasks)
