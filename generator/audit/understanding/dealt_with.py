"""Names that are rated in one table or list, and names that get a time to be dealt with in another one."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.part_members import Name, name_of
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.ratings import rating
from generator.audit.understanding.series import Entry, lists_of
from generator.audit.understanding.words import level

_RATED = re.compile(
    r"\b(?:impact|damage|severity|probability|likelihood|chance|consequences?|weight)\b:?\s(?:is\s)?"
    r"(?:very\s)?(?:high|medium|low|critical|severe|moderate|minor)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\W*(?:(?:within|under|below|less than|at most|up to|about|max\.?)\s)?\d{1,3}(?:[.,]\d)?\s?"
    r"(?:s|sec\w*|min\w*|h|hrs?|hours?|days?|weeks?)\W*",
    re.IGNORECASE,
)
_LENGTHS = re.compile(
    r"\b(?:within|in|after|under|at most|less than)\s\d{1,3}\s(?:seconds?|min\w*|hours?|days?|weeks?)\b",
    re.IGNORECASE,
)
_FEWEST, _LONGEST = 2, 60


@dataclass(frozen=True)
class Names:
    """The names of one table or list, in their order, each with its place."""

    told: dict[Name, Quote]
    called: dict[Name, str]


def rated_names(reading: Reading) -> list[Names]:
    """Collect what two columns rate, or what each entry rates."""
    tables = [
        _of_table(rows)
        for _, rows in reading.tables
        if sum(_all(rows, column, _is_rating) for column in _columns(rows)) > 1
    ]
    lists = [_of_list(entries) for entries in lists_of(reading) if all(_RATED.search(each.rest) for each in entries)]
    return [each for each in (*tables, *lists) if len(each.told) >= _FEWEST]


def timed_names(reading: Reading) -> list[Names]:
    """Collect what one column, or each entry, gives a length of time."""
    tables = [
        _of_table(rows)
        for grid, rows in reading.tables
        if sum(_all(rows, column, _is_length) for column in _columns(rows)) == 1 and _has_ways(grid, rows)
    ]
    lists = [
        _of_list(entries)
        for entries in lists_of(reading)
        if all(len(_LENGTHS.findall(each.rest)) == 1 for each in entries)
    ]
    return [each for each in (*tables, *lists) if len(each.told) >= _FEWEST]


def _columns(rows: tuple[Row, ...]) -> range:
    return range(1, len(rows[0].cells) if rows else 0)


def _all(rows: tuple[Row, ...], column: int, test: Callable[[Phrase], bool]) -> bool:
    return all(test(row.cells[column]) for row in rows)


def _is_rating(cell: Phrase) -> bool:
    plain = level(cell.plain).strip()
    return plain.isascii() and any(char.isalpha() for char in plain) and rating(plain) is not None


def _is_length(cell: Phrase) -> bool:
    return bool(_LENGTH.fullmatch(level(cell.plain)))


def _has_ways(grid: Grid, rows: tuple[Row, ...]) -> bool:
    """Another column tells in words what is done, and none tells days or parts of the plan."""
    spoken = any(all(len(row.cells[index].plain.split()) > 1 for row in rows) for index in range(1, len(grid.header)))
    return spoken and not any(cell.windows or cell.units for row in rows for cell in row.cells)


def _of_table(rows: tuple[Row, ...]) -> Names:
    cells = [(row, row.cells[row.grid.key_column]) for row in rows if not is_total(row)]
    return _names((cell.plain, row.mark(cell)) for row, cell in cells)


def _of_list(entries: list[Entry]) -> Names:
    return _names((each.label, each.quote) for each in entries)


def _names(told: Iterable[tuple[str, Quote]]) -> Names:
    """Nothing where a name is a mere code, or stands there twice."""
    named = [(name_of(text), text.strip(), quote) for text, quote in told]
    apart = len({name for name, _, _ in named}) == len(named)
    fine = apart and all(name and len(text) <= _LONGEST and leading_code(text) != text for name, text, _ in named)
    return Names({name: quote for name, _, quote in named} if fine else {}, {name: text for name, text, _ in named})
