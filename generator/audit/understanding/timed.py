"""What tables and lists give a time by name, and where a sentence speaks of it in just that name."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.bookings import by_day
from generator.audit.understanding.comparisons import Stems, names_of_row
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level, tokens_of

_NAMED = re.compile(r"\W*(?P<name>[A-Z][\w' -]{1,40}?)\s?(?:[:,(]|\s-\s)")
_LONGEST = 5


@dataclass(frozen=True)
class Timed:
    """A thing with its first and its last day."""

    window: Window
    quote: Quote

    @property
    def first(self) -> int:
        """The day on which it begins."""
        return self.window.first or 0

    @property
    def last(self) -> int:
        """The day on which it ends."""
        return self.window.last or 0


@dataclass(frozen=True)
class Spoken:
    """A thing that a text names, and where."""

    thing: Timed
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Timeline:
    """All things with a time, found by their names."""

    by_name: dict[Stems, Timed]
    starts: frozenset[str]

    def spoken_in(self, text: str) -> list[Spoken]:
        """Find the things that a text names, each by its longest name; a word alone has to be written as a name."""
        plain, tokens, found, index = level(text), tokens_of(text), list[Spoken](), 0
        while index < len(tokens):
            size, thing = self._at(tokens, index, plain) if tokens[index][0] in self.starts else (1, None)
            if thing:
                found.append(Spoken(thing, tokens[index][1], tokens[index + size - 1][2]))
            index += size
        return found

    def _at(self, tokens: list[tuple[str, int, int]], index: int, plain: str) -> tuple[int, Timed | None]:
        for size in range(min(_LONGEST, len(tokens) - index), 0, -1):
            thing = self.by_name.get(tuple(stem for stem, _, _ in tokens[index : index + size]))
            first = plain[tokens[index][1]]
            if thing and (size > 1 or first.isupper()):
                return size, thing
        return 1, None


def timeline_of(reading: Reading) -> Timeline:
    """Collect rows and entries with a time; what two of them tell differently under one name is left out."""
    named: dict[Stems, set[tuple[int, int]]] = defaultdict(set)
    things: dict[Stems, Timed] = {}
    for names, thing in (*_in_tables(reading), *_in_lists(reading)):
        for name in names:
            named[name].add((thing.first, thing.last))
            things.setdefault(name, thing)
    known = {name: thing for name, thing in things.items() if len(named[name]) == 1}
    return Timeline(known, frozenset(name[0] for name in known))


def _in_tables(reading: Reading) -> Iterator[tuple[frozenset[Stems], Timed]]:
    for _, rows in reading.tables:
        for booked in by_day(tuple(row for row in rows if not is_total(row))):
            if booked.row:
                grain = max((each.window.grain for cell in booked.row.cells for each in cell.windows), default=1)
                window = Window(booked.day[0], booked.start, booked.end - 1, grain)
                yield names_of_row(booked.row), Timed(window, booked.quote)


def _in_lists(reading: Reading) -> Iterator[tuple[frozenset[Stems], Timed]]:
    for phrase in reading.phrases:
        name = _NAMED.match(level(phrase.plain)) if phrase.form == "item" and len(phrase.windows) == 1 else None
        window = phrase.windows[0].window if name else None
        if name and window and window.is_whole and phrase.windows[0].start >= name.end("name"):
            stems = tuple(stem for stem, _, _ in tokens_of(name["name"]))
            yield frozenset({stems} if stems else ()), Timed(window, _quote(phrase))


def _quote(phrase: Phrase) -> Quote:
    found = phrase.windows[0]
    return phrase.mark(found.start, found.end)
