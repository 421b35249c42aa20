"""When single things are made, and when tests look at them, in entries and rows of a time and things alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.part_members import Name, name_of, things_in
from generator.audit.understanding.people import whole_person
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_units, row_window
from generator.audit.understanding.units import TESTS, Unit
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_BEHIND = re.compile(rf"(?:\s*,?\s*(?:on\s)?{WEEKDAY}\b)?\s*(?:\([^()]*\)\s*)?(?::|-|,)\s+", re.IGNORECASE)
_TESTS = re.compile(
    r"inspection|review|check|test|audit|approval|acceptance|rehearsal|trial|sign-?off", re.IGNORECASE
)
_TAIL = re.compile(r"\s-\s")
_NO_THINGS = frozenset({"owner", "when", "start", "end", "depends", "identity", "week", "day", "month", "status"})


@dataclass(frozen=True)
class Timed:
    """A thing, its time, and the test that looks at it then; none where it is made then."""

    thing: Name
    written: str
    window: Window
    test: Unit | None
    quote: Quote


def timed_things(reading: Reading) -> list[Timed]:
    """Collect both kinds."""
    found = [each for grid, rows in reading.tables for row in rows for each in _of_row(grid, row)]
    return [*found, *(each for phrase in reading.phrases if phrase.form == "item" for each in _of_item(phrase))]


def _of_row(grid: Grid, row: Row) -> Iterator[Timed]:
    found = None if is_total(row) else row_window(row)
    units = [mention.unit for mention, _ in row_units(row)]
    tests = [each for each in units if _is_test(each)]
    if not found or not found[0].is_whole or len(tests) > 1:
        return
    for column, cell in enumerate(row.cells):
        if (
            cell is not found[1]
            and not cell.units
            and grid.meanings[column] not in _NO_THINGS
            and not whole_person(cell)
        ):
            yield from _timed(things_in(cell.plain), found[0], tests, row.mark(found[1]))


def _of_item(phrase: Phrase) -> Iterator[Timed]:
    """`Week 3: Crew 2 - lamps, data sockets`, and `Inspection 2: week 3, Friday - cabling, lamps`."""
    if len(phrase.windows) != 1 or not phrase.windows[0].window.is_whole or phrase.is_box:
        return
    plain, found = level(phrase.plain), phrase.windows[0]
    edges = sorted([(found.start, found.end), *{(each.start, each.end) for each in phrase.units}])
    last = edges[0][1]
    for start, end in edges[1:]:
        if re.search(r"\w", plain[last:start]):
            return
        last = end
    behind = _BEHIND.match(plain, last)
    if behind and not re.search(r"\w", plain[: edges[0][0]]):
        tests = [each.unit for each in phrase.units if _is_test(each.unit)]
        things = things_in(_TAIL.split(plain[behind.end() :])[0])
        yield from _timed(things, found.window, tests, phrase.quote())


def _is_test(unit: Unit) -> bool:
    return unit.kind in TESTS or bool(_TESTS.search(unit.kind))


def _timed(things: tuple[str, ...], window: Window, tests: list[Unit], quote: Quote) -> Iterator[Timed]:
    for thing in things:
        yield Timed(name_of(thing), thing, window, tests[0] if tests else None, quote)
