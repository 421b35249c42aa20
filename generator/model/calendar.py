"""When work is done: workdays, hours, holidays, leave."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.notation import DateValue, ShiftValue, WhenValue
from generator.model.quantity import Shift
from generator.model.text import ANCHOR, Entry, Item, Name


class Weekday(StrEnum):
    """Days of the week, as iCalendar orders them."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @classmethod
    def at(cls, number: int) -> "Weekday":
        """The day that has a number."""
        return list(cls)[number]

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


Days = Iterator[date]


class Holiday(Entry, frozen=True):
    """A day without work, or several in a row; a bare date will do.

    ```yaml
    start: 2026-01-05
    calendar:
      holidays: [2026-01-06, {date: 2026-01-15, until: 2026-01-16, name: Stocktaking}]
    tasks:
      count: {name: Count, duration: 10d}
    ```
    """

    date: DateValue = Field(description="The day off, or the first of several")
    until: DateValue | None = Field(default=None, description="The last day off, where there are several")
    name: Name = Field(default="Holiday", description="What it is called")

    @property
    def days(self) -> Days:
        """Each day off."""
        count = ((self.until or self.date) - self.date).days + 1
        return (self.date + timedelta(days=offset) for offset in range(count))


class Leave(Entry, frozen=True):
    """Days on which a person is away; a bare day will do.

    ```yaml
    roles:
      teacher: {name: Teacher}
    people:
      kim: {name: Kim, role: teacher, leave: [W2D1, {date: W3D2, until: W3D4, name: Holiday}]}
    tasks:
      write: {name: Write the script, duration: 7d, people: kim}
    ```
    """

    date: WhenValue = Field(description="The day away, or the first of several: W3D1, or 2026-01-05")
    until: WhenValue | None = Field(default=None, description="The last day away, where there are several")
    name: Name = Field(default="Leave", description="What for")


def _dated(value: object) -> object:
    """A bare date is a day off without a name."""
    if not isinstance(value, list):
        return value
    place = getattr(value, "pointer", ())
    return [
        {"date": each, ANCHOR: (*place, index)} if isinstance(each, str) else each for index, each in enumerate(value)
    ]


Holidays = Annotated[tuple[Holiday, ...], BeforeValidator(_dated, json_schema_input_type=list[Holiday | DateValue])]
Leaves = Annotated[tuple[Leave, ...], BeforeValidator(_dated, json_schema_input_type=list[Leave | WhenValue])]


class Calendar(Item, frozen=True):
    """A working week, the first listed day opening it, and the days that differ.

    `calendar` is the plan's own. Under `calendars` stand others, by id; a wave, a phase, a task, a role or a person
    names the one that it works by. The plan's days off hold in each of them, unless it lists its own (`holidays: []`
    for none). How long a day of work is stays what `calendar` says, so that `5d` is as much work everywhere.

    ```yaml
    start: 2026-01-05
    calendar: {country: DE, region: BY, holidays: [{date: 2026-01-16, name: Company outing}]}
    calendars:
      night-shift:
        name: Night shift
        workdays: [mon, tue, wed, thu, fri, sat]
        hours: ["0:00-6:00", "22:00-24:00"]
        hours_on: {mon: ["22:00-24:00"], sat: ["0:00-6:00"]}
    roles:
      operator: {name: Operator, calendar: night-shift, count: 2}
    tasks:
      move: {name: Move the racks, duration: 4d, needs: {operator: 2}}
      verify: {name: Verify, duration: 1d, needs: {operator: 1}, depends_on: move}
    ```
    """

    name: Name | None = Field(default=None, description="What it is called, where it is one of several")
    workdays: tuple[Weekday, ...] = Field(
        default=WORKWEEK, min_length=1, description="Days of work, the first one opening the week"
    )
    hours: tuple[ShiftValue, ...] = Field(
        default=(Shift(9 * 60, 17 * 60),),
        min_length=1,
        description="Working hours of a day, in shifts; one of 9:00-17:00 where left out",
    )
    hours_on: dict[Weekday, tuple[ShiftValue, ...]] = Field(
        default_factory=dict, description="Workdays with other hours: {fri: [9:00-13:00]}"
    )
    holidays: Holidays = Field(default=(), description="Days off: dates, or dates with a name")
    country: Name | None = Field(default=None, description="Two letters; its public holidays are days off: DE")
    region: Name | None = Field(default=None, description="The part of the country whose holidays count: BY")
    worked: tuple[DateValue, ...] = Field(default=(), description="Days of work that would be days off")

    def shifts_of(self, day: Weekday) -> tuple[Shift, ...]:
        """The hours of an ordinary weekday; none where it is a day off."""
        return self.hours_on.get(day, self.hours) if day in self.workdays else ()
