"""Days of a sound plan: when its items begin and end, and the workday before or after."""

from tests.mutation.fault import Good

Day = tuple[int, int]


def first_day(good: Good, item: str) -> Day:
    """Week and day on which an item begins."""
    day = good.schedule.time.day_of_start(good.schedule.dates[item].early_start)
    return day.week, day.number or 1


def last_day(good: Good, item: str) -> Day:
    """Week and day on which an item ends."""
    day = good.schedule.time.day_of_finish(good.schedule.dates[item].early_finish)
    return day.week, day.number or 1


def end(good: Good) -> Day:
    """The last day of the plan."""
    day = good.schedule.time.day_of_finish(good.schedule.finish)
    return day.week, day.number or 1


def before(good: Good, day: Day) -> Day | None:
    """The day before, by the workdays of the plan; none before the first."""
    week, number = day
    last = len((good.data.get("calendar") or {}).get("workdays") or range(5))
    return (week, number - 1) if number > 1 else (week - 1, last) if week > 1 else None


def told(day: Day) -> str:
    """W2D1."""
    return f"W{day[0]}D{day[1]}"


def leaves(good: Good, item: str) -> list[str]:
    """The tasks and milestones of a wave or phase; an item of its own."""
    members = good.schedule.breakdown.members.get(item, ())
    return [each for member in members for each in leaves(good, member)] if members else [item]
