"""A rollback in full: each step with the time gone by when it is done, held against the limit."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.quantity import Threshold
from generator.snapshot import Snapshot
from generator.views._mention import Mention, all_mentioned, owner
from generator.views._steps import TimedStep, clock_words, timed, total_seconds, unset_variables

_LIMITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
}


@dataclass(frozen=True)
class RollbackPlan:
    """One rollback beyond its own words; `over` where the steps take longer than the limit.

    `checked` is the time until it is known that it has worked; nothing where the plan does not give that.
    `variables` are those that its commands read and none of its steps sets.
    """

    owner: Mention | None
    within: str
    variables: tuple[str, ...]
    steps: tuple[TimedStep, ...]
    total: str
    over: bool
    checked: str
    verify: tuple[TimedStep, ...]
    risks: tuple[Mention, ...]


def view(snapshot: Snapshot, rollback: str) -> RollbackPlan:
    """Tell one rollback."""
    entry = snapshot.plan.rollbacks[rollback]
    total, limit = total_seconds(entry.steps), _limit(entry.within)
    check = total_seconds(entry.verify)
    return RollbackPlan(
        owner(entry.owner, snapshot),
        str(entry.within) if entry.within else "",
        unset_variables((*entry.steps, *entry.verify)),
        timed(entry.steps),
        clock_words(total) if total else "",
        limit is not None and total > limit,
        clock_words(total + check) if total and check else "",
        timed(entry.verify),
        all_mentioned(entry.risks, snapshot, ("risk",)),
    )


def _limit(within: Threshold | None) -> Decimal | None:
    unit = _LIMITS.get(within.unit.lower()) if within else None
    return within.amount * unit if within and unit else None
