"""Days off, and why they are."""

from generator.model.calendar import Weekday
from generator.scheduling.working_time import WorkingTime


def why_off(index: int, time: WorkingTime) -> str:
    """Say why a day is one off: the holiday of the plan's calendar, else the weekday."""
    day = time.day(index)
    holiday = time.holiday_on(day.date) if day.date else None
    return f'a day off ("{holiday}")' if holiday else f"a {tuple(Weekday)[day.weekday].title}"
