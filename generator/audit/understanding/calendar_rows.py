"""Tables and lists that go by the week or the day and tell what happens: `6 | Ring 2 begins, Gate B`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.called import Name, key_name, words_of
from generator.audit.understanding.phrases import Grid, Quote, Reading, Row
from generator.audit.understanding.times import bare_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_SCALES = ("week", "day", "month")
_PIECE = re.compile(
    r"\W*(?P<name>[A-ZÀ-Þ0-9][\w' -]{0,40}?)"
    r"(?:\s(?P<start>begins?|starts?|opens?|kicks off)|\s(?:is )?"
    r"(?P<end>ends?|closes?|done|finished|completed?|over))?"
    r"(?:: (?P<rest>[^:]{2,60}))?\W*"
)
_SPLIT = re.compile(r"\s*(?:,|;|<br>|\n|\s\+\s|\sand\s(?=[A-Z]))\s*")
_BRACKETS = re.compile(r"\([^()]*\)")
_DAY = re.compile(r"\W*(?:weeks?|w|days?|d|date|on)?\W*", re.IGNORECASE)
_FEWEST = 3


@dataclass(frozen=True)
class Noted:
    """A name that a calendar has at a time, alone, with its beginning or its end, or with some of what it holds."""

    names: tuple[Name, ...]
    called: str
    role: str
    window: Window
    quote: Quote
    rest: frozenset[str] = frozenset()


def noted_in(reading: Reading) -> Iterator[Noted]:
    """Yield what each row of a calendar notes, piece by piece; what says more than a name is left out."""
    for grid, rows in reading.tables:
        column = _times_column(grid, rows)
        for row in rows if column is not None else ():
            window = _window(row, column or 0)
            for cell in row.cells:
                if window and cell is not row.cells[column or 0]:
                    yield from _pieces(cell.plain, window, row.mark(cell))
    for phrase in reading.phrases:
        found = phrase.windows[0] if phrase.form == "item" and len(phrase.windows) == 1 else None
        plain = level(phrase.plain)
        if found and _DAY.fullmatch(plain[: found.start]) and plain[found.end : found.end + 1] in {":", " "}:
            yield from _pieces(plain[found.end :].lstrip(" :-"), found.window, phrase.quote())


def _times_column(grid: Grid, rows: tuple[Row, ...]) -> int | None:
    """The first column, where each row has a time of its own and no name beside it."""
    if len(rows) < _FEWEST or grid.meanings[0] not in {*_SCALES, "when"} or len(grid.header) < 2:  # noqa: PLR2004 # a pair
        return None
    return 0 if all(_window(row, 0) for row in rows) else None


def _window(row: Row, column: int) -> Window | None:
    cell = row.cells[column]
    meaning = row.grid.meanings[column]
    if meaning in _SCALES:
        return bare_window(cell.plain, meaning, cell.style.dates)
    return cell.windows[0].window if len(cell.windows) == 1 else None


def _pieces(text: str, window: Window, quote: Quote) -> Iterator[Noted]:
    for piece in _SPLIT.split(_BRACKETS.sub("", level(text))):
        found = _PIECE.fullmatch(piece)
        names = key_name(found["name"], "")[0] if found else ()
        if found and names:
            role = "start" if found["start"] else "end" if found["end"] else "at"
            rest = frozenset(word for word, _, _ in words_of(found["rest"] or ""))
            yield Noted(names, found["name"].strip(), role, window, quote, rest)
