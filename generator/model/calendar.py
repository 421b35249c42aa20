"""When work is done: workdays, hours, holidays."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.notation import DateValue, ShiftValue
from generator.model.quantity import Shift
from generator.model.text import ANCHOR, Entry, Name


class Weekday(StrEnum):
    """Days of the week, as iCalendar orders them."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """0 for Monday, as `date.weekday` counts."""
        return list(Weekday).index(self)

    @property
    def title(self) -> str:  # type: ignore[override]  # the whole word, not str.title
        """The whole word: Monday."""
        words = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        return words[self.number]


WORKWEEK = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)


class Holiday(Entry, frozen=True):
    """A day without work."""

    date: DateValue = Field(description="The day off")
    name: Name = Field(default="Holiday", description="What it is called")


def _dated(value: object) -> object:
    """A bare date is a holiday without a name."""
    if not isinstance(value, list):
        return value
    return [
        {"date": each, ANCHOR: ("calendar", "holidays", index)} if isinstance(each, str) else each
        for index, each in enumerate(value)
    ]


class Calendar(Entry, frozen=True):
    """The working week, the first listed day opening it, and the days off."""

    workdays: tuple[Weekday, ...] = Field(
        default=WORKWEEK, min_length=1, description="Days of work, the first one opening the week"
    )
    hours: tuple[ShiftValue, ...] = Field(
        default=(Shift(9 * 60, 17 * 60),), min_length=1, description="Working hours of a day, in shifts"
    )
    holidays: Annotated[
        tuple[Holiday, ...], BeforeValidator(_dated, json_schema_input_type=list[Holiday | DateValue])
    ] = Field(default=(), description="Days off: dates, or dates with a name")

    @property
    def days_off(self) -> frozenset[date]:
        """The dates of the holidays."""
        return frozenset(holiday.date for holiday in self.holidays)

    @property
    def day_minutes(self) -> int:
        """Working minutes of a day."""
        return sum(shift.end - shift.start for shift in self.hours)
