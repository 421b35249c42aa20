"""When the shift ends, told otherwise than every calendar of the plan has it: "one shift, until half past four"."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.clocks import CLOCK, minutes_of
from generator.literals.context import is_sure
from generator.patterns import Pattern, any_of

_SHIFTS = any_of("shift shifts")
_TIMES = any_of("half quarter past to o'clock pm am noon midnight")
_END = Pattern(
    rf"\b(?:[Oo]ne|[Aa]|[Tt]he|[Oo]ur|[Ee]very|[Ee]ach|[Aa]ll)\s+(?:working\s+|day\s+)?shifts?(?:\s+a\s+day)?,?\s+"
    rf"(?:(?:ends?|is\s+over|runs?|lasts?|works?|goes)\s+)?(?:at|until|till)\s+{CLOCK}",
    words=(_SHIFTS, any_of("at until till")),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each end of a shift that no working hours have."""
    passage = reading.passage
    for found in _END.finditer(passage.plain, passage.begin, passage.end):
        plan = reading.facts.plan
        calendars = (plan.calendar, *plan.calendars.values())
        ends = {shift.end for each in calendars for hours in (each.hours, *each.hours_on.values()) for shift in hours}
        if (
            "hours" in plan.calendar.model_fields_set
            and passage.pointer[-1] != "said"
            and ends.isdisjoint(minutes_of(found))
            and is_sure(reading, *found.span("said"))
        ):
            last = max(shift.end for shift in plan.calendar.hours)
            fact = f"the working hours end at {last // 60}:{last % 60:02}"
            yield reading.claim("date", found.span("said"), fact, agrees=False)
