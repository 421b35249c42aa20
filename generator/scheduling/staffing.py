"""How long work takes that is told as effort: shared by those who are at work on it."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.model.quantity import Band, Duration, Estimate, Unit

_CENT = Decimal("0.01")


class Staffing(StrEnum):
    """How many of a band of people are there: `2-3` is two, two and a half on the average, or three."""

    LEAST = "least"
    LIKELY = "likely"
    MOST = "most"


def people_on(task: Task, plan: Plan) -> Band:
    """How many people are at work on a task: those it needs, and those it names beyond them."""
    beyond = sum(1 for person in task.people if person in plan.people and plan.people[person].role not in task.needs)
    return sum(task.needs.values(), Band(beyond, beyond))


def estimate_of(task: Task, plan: Plan, staffing: Staffing = Staffing.LIKELY) -> Estimate:
    """A task's duration; effort divided by few people where it is pessimistic, by many where it is optimistic."""
    if task.effort is None:
        return task.duration or _nothing()
    people = people_on(task, plan)
    likely = Decimal(people.low + people.high) / 2
    divisors = (Decimal(people.high), likely, Decimal(people.low))
    given = (task.effort.optimistic, task.effort.likely, task.effort.pessimistic)
    if staffing is Staffing.LIKELY:
        return _estimate(_shared(effort, by) for effort, by in zip(given, divisors, strict=True))
    people_there = divisors[0] if staffing is Staffing.MOST else divisors[2]
    return _estimate(_shared(effort, people_there) for effort in given)


def _estimate(points: Iterable[Duration]) -> Estimate:
    optimistic, likely, pessimistic = points
    if optimistic == likely == pessimistic:
        return Estimate(likely, likely, likely)
    return Estimate(optimistic, likely, pessimistic)


def _shared(effort: Duration, people: Decimal) -> Duration:
    """Effort in days of one person as days of so many; without anybody it stays what one would need."""
    amount = (effort.amount / (people or 1)).quantize(_CENT).normalize()
    return Duration(amount, effort.unit, effort.elapsed, f"{amount:f}{'e' if effort.elapsed else ''}{effort.unit}")


def _nothing() -> Estimate:
    """No length is told at all, which a rule reports."""
    zero = Duration(Decimal(0), Unit.DAY, elapsed=False, text="0d")
    return Estimate(zero, zero, zero)
