"""The time limit of a rollback, and the time that its steps take."""

from collections.abc import Iterable
from decimal import Decimal

from generator.model.quantity import Duration, Threshold, Unit
from generator.model.rollback import Step
from generator.rules._figures import figure, is_lower_bound
from generator.scheduling.clock import DAY, WEEK_DAYS
from generator.scheduling.working_time import WorkingTime


def limit_minutes(within: Threshold | None) -> Decimal | None:
    """Minutes that a rollback may take; nothing where its limit is none, or not an upper bound of a time."""
    if within is None or is_lower_bound(within):
        return None
    limit = figure(within)
    return limit.amount if limit.is_time else None


def step_minutes(steps: Iterable[Step], time: WorkingTime) -> Decimal:
    """Minutes that the steps take together; one without a time takes none."""
    return sum((_minutes(step.takes, time) for step in steps if step.takes), Decimal(0))


def told(minutes: Decimal) -> str:
    """4 min, 0.5 min."""
    return f"{minutes.normalize():f} min"


def _minutes(takes: Duration, time: WorkingTime) -> Decimal:
    """Minutes to the fraction, which steps of half a minute need."""
    day, week = (DAY, DAY * WEEK_DAYS) if takes.elapsed else (time.day_minutes, time.week_minutes)
    return takes.amount * {Unit.MINUTE: 1, Unit.HOUR: 60, Unit.DAY: day, Unit.WEEK: week}[takes.unit]
