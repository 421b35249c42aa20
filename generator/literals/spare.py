"""How many weeks are said to lie between the end of the plan and the last day that is allowed."""

from collections.abc import Iterator
from datetime import date

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.numbers import ONE_WORD, whole_number
from generator.model.quantity import Position
from generator.patterns import Pattern, any_of

_BETWEEN = Pattern(
    rf"(?<![\w-])(?P<said>(?P<number>{ONE_WORD})\s+weeks?)\s+(?:lie|are|remain|are\s+left)s?\s+between\s+the\s+(?:plan's\s+)?"
    r"(?:end|finish)(?:\s+of\s+the\s+plan)?\s+and\s+the\s+(?:last\s+day|deadline|limit)\b",
    words=(any_of("week weeks"), any_of("between"), any_of("deadline limit day")),
)
_LIMITS = ("finish_by", "deadline", "finish_on")
_WEEK = 7


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a number of weeks that is off by more than one from those to any limit behind the plan's end."""
    passage = reading.passage
    for found in _BETWEEN.finditer(passage.plain, passage.begin, passage.end):
        said, left = whole_number(found["number"]), list(_days_left(reading))
        if said and left and is_sure(reading, *found.span("said")) and not any(_is_near(said, days) for days in left):
            days = min(left, key=lambda days: abs(days - said * _WEEK))
            fact = f"{days} days lie between the plan's end and its last day"
            yield reading.claim("duration", found.span("said"), fact, agrees=False)


def _is_near(weeks: int, days: int) -> bool:
    """A week begun, and a day off at its end, may or may not be counted."""
    return days // _WEEK - 1 <= weeks <= -(-days // _WEEK) + 1


def _days_left(reading: Reading) -> Iterator[int]:
    """Days from the plan's end to each limit that is behind it."""
    schedule = reading.facts.schedule
    end = schedule.time.day_of_finish(schedule.finish)
    for item in schedule.breakdown.items.values():
        for key in _LIMITS:
            when = getattr(item, key, None)
            last = schedule.time.day_index(when) if isinstance(when, Position | date) else None
            if last is not None and last > end.index:
                yield last - end.index
