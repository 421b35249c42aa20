"""Days, shares and shifts in the words of what is said about how sure the finish is."""

from generator.model.breakdown import Milestone, Phase, Task, Wave
from generator.scheduling.telling import week_and_day, weekday_date
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot


def day_words(day: Day) -> str:
    """Mon 9 Feb, or Week 6 Day 1 where the plan has no start."""
    return weekday_date(day) or week_and_day(day)


def per_cent(share: float) -> str:
    """34%; none and all are told as such only where they are."""
    if 0 < share < 0.01:  # noqa: PLR2004 - per cent
        return "under 1%"
    return "over 99%" if 0.99 < share < 1 else f"{share:.0%}"  # noqa: PLR2004 - per cent


def shift(amount: float) -> str:
    """+1.5 days, −0.4 days: how much later or earlier."""
    told = f"{abs(amount):.1f}".removesuffix(".0")
    sign = "" if told == "0" else ("+" if amount > 0 else "−")
    return f"{sign}{told} {'day' if told == '1' else 'days'}"


def checkpoints_hold(snapshot: Snapshot) -> bool:
    """Tell whether anything waits for a checkpoint: as its day is fixed, it takes up what is late before it."""
    items = snapshot.schedule.breakdown.items.values()
    waiting = (item for item in items if isinstance(item, Phase | Wave | Task | Milestone))
    return any(each.on in snapshot.plan.checkpoints for item in waiting for each in item.depends_on)
