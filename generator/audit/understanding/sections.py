"""Tables with the texts of their section: what is said of a table right before or after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.phrases import Grid, Phrase, Reading, Row


@dataclass(frozen=True, eq=False)
class Section:
    """One table, and the sentences below the same heading up to the next table."""

    grid: Grid
    rows: tuple[Row, ...]
    before: tuple[Phrase, ...]
    after: tuple[Phrase, ...]

    @property
    def texts(self) -> tuple[Phrase, ...]:
        """All of them."""
        return (*self.before, *self.after)


def sections_of(reading: Reading) -> Iterator[Section]:
    """Yield each table that has rows with the texts around it."""
    owner = {cell: index for index, (_, rows) in enumerate(reading.tables) for row in rows for cell in row.cells}
    phrases = reading.phrases
    places: dict[int, list[int]] = {}
    for position, phrase in enumerate(phrases):
        if phrase in owner:
            places.setdefault(owner[phrase], []).append(position)
    for index, (grid, rows) in enumerate(reading.tables):
        if index in places:
            first, last = places[index][0] - len(grid.header), places[index][-1]
            yield Section(grid, rows, tuple(_run(phrases, first, -1, grid)), tuple(_run(phrases, last, 1, grid)))


def _run(phrases: tuple[Phrase, ...], position: int, step: int, grid: Grid) -> Iterator[Phrase]:
    """Go on as long as texts stand in the same section."""
    position += step
    while 0 <= position < len(phrases):
        phrase = phrases[position]
        if not phrase.is_spoken or phrase.under != grid.under or phrase.text.file != grid.file:
            return
        yield phrase
        position += step
