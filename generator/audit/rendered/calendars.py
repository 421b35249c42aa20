"""Calendar files read back: folded lines, properties, escaped text, and the days that an appointment recurs on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LENGTH = re.compile(r"P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST = 100_000
_NAMES = ("NAME", "X-WR-CALNAME")


@dataclass(frozen=True)
class Property:
    """One property of an appointment: its value as written, and the line it begins on."""

    value: str
    line: int

    @property
    def text(self) -> str:
        """The value as text, its escapes taken back."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The days or times that the value lists; those that are none are left out."""
        return tuple(filter(None, map(_moment, self.value.split(","))))

    @property
    def minutes(self) -> int | None:
        """The value as a length in minutes."""
        found = _LENGTH.fullmatch(self.value)
        if not found or len(self.value) < len("P1D"):
            return None
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds // 60


@dataclass(frozen=True)
class Event:
    """One appointment by its properties; `line` is the one that it begins on."""

    properties: Mapping[str, Property]
    line: int

    def text(self, name: str) -> str:
        """A property as text; empty where there is none."""
        return self.properties[name].text if name in self.properties else ""

    def line_of(self, name: str) -> int:
        """The line of a property, else that of the appointment."""
        return self.properties[name].line if name in self.properties else self.line

    @property
    def at(self) -> datetime | None:
        """When it begins, for the first time."""
        found = self.properties["DTSTART"].moments if "DTSTART" in self.properties else ()
        return found[0] if found else None

    @property
    def is_timed(self) -> bool:
        """Tell whether it has a time of day."""
        return "T" in self.text("DTSTART")

    def days(self) -> frozenset[date]:
        """Every day on which it is held."""
        begin = self.at
        if begin is None:
            return frozenset()
        held = frozenset(self._recurring(begin.date()) if "RRULE" in self.properties else self._span(begin.date()))
        return (held - self._listed("EXDATE")) | self._listed("RDATE")

    def _span(self, begin: date) -> Iterator[date]:
        """The last day of one that takes whole days is the one before its end."""
        ends = self.properties["DTEND"].moments if "DTEND" in self.properties else ()
        length = (ends[0].date() - begin).days if ends else 1
        return (begin + timedelta(days=offset) for offset in range(min(max(length, 1), _MOST)))

    def _recurring(self, begin: date) -> Iterator[date]:
        rule = dict(part.partition("=")[::2] for part in self.text("RRULE").split(";"))
        until, on = _moment(rule.get("UNTIL", "")), rule.get("BYDAY", "").split(",")
        if rule.get("FREQ") != "WEEKLY" or until is None:
            return
        for offset in range(min((until.date() - begin).days + 1, _MOST)):
            day = begin + timedelta(days=offset)
            if _DAYS[day.weekday()] in on:
                yield day

    def _listed(self, name: str) -> frozenset[date]:
        found = self.properties[name].moments if name in self.properties else ()
        return frozenset(each.date() for each in found)


def events_in(text: str) -> Iterator[Event]:
    """Read the appointments of a calendar; a property that stands twice counts by its last line."""
    inside: dict[str, Property] | None = None
    begin = 1
    for number, line in _unfolded(text.replace("\r\n", "\n").split("\n")):
        if line == "BEGIN:VEVENT":
            inside, begin = {}, number
        elif line == "END:VEVENT" and inside is not None:
            yield Event(inside, begin)
            inside = None
        elif inside is not None:
            name, _, value = line.partition(":")
            inside[name.partition(";")[0].upper()] = Property(value, number)


def names_in(text: str) -> Iterator[Property]:
    """Read each name of a whole calendar."""
    for number, line in _unfolded(text.replace("\r\n", "\n").split("\n")):
        name, _, value = line.partition(":")
        if name.partition(";")[0].upper() in _NAMES:
            yield Property(value, number)


def _unfolded(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Join lines that go on in the next one, which begins with a blank."""
    number = 0
    while number < len(lines):
        first, parts = number, [lines[number]]
        while number + 1 < len(lines) and lines[number + 1][:1] in (" ", "\t"):
            number += 1
            parts.append(lines[number][1:])
        yield first + 1, "".join(parts)
        number += 1


def _moment(text: str) -> datetime | None:
    for form in ("%Y%m%d", "%Y%m%dT%H%M%S"):
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - times are those of the place
        except ValueError:
            continue
    return None
