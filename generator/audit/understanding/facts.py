"""All that is understood of the documents of one audit; what every check of contradictions is given."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.audit.blocks import Document
from generator.audit.understanding.cards import Deck, decks_of
from generator.audit.understanding.entries import Entries, entries_of
from generator.audit.understanding.listed_tables import with_listed_tables
from generator.audit.understanding.measures import Measure, measures_of
from generator.audit.understanding.names import Named, Piece, meant_by, names_of, pieces_of
from generator.audit.understanding.part_series import Series
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.stays import Stay, stays_of
from generator.audit.understanding.taking_apart import take_apart
from generator.audit.understanding.timed_parts import series_of
from generator.audit.understanding.units import OUTER, TESTS, Unit
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import key_of


@dataclass(frozen=True, eq=False)
class Facts:
    """What the documents say, by subject."""

    reading: Reading
    stays: tuple[Stay, ...]
    names: tuple[Named, ...]
    pieces: tuple[Piece, ...]
    measures: tuple[Measure, ...]
    entries: Entries

    @cached_property
    def titles(self) -> frozenset[Unit]:
        """Parts named in the documents' own titles: a document about Phase 5 need not have a Phase 5."""
        titles = {heading.text for heading in self.reading.titles}
        return frozenset(
            each.unit for phrase in self.reading.headings if phrase.text in titles for each in phrase.units
        )

    @cached_property
    def defined(self) -> dict[Unit, Quote]:
        """Parts that a heading, a box or a row of a table introduces, each with the first place that does."""
        found: dict[Unit, Quote] = {}
        for unit, quote in self._introductions():
            found.setdefault(unit, quote)
        return found

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Parts that tables, lists and headings set beside each other with their times."""
        return tuple(series_of(self.reading))

    @cached_property
    def decks(self) -> list[Deck]:
        """Every place that tells of several parts, card by card."""
        return decks_of(self.reading)

    def whole_stays(self, unit: Unit) -> list[Stay]:
        """Statements of when a part is at work that tell both ends."""
        return self._whole.get(unit, [])

    def longest_stay(self, unit: Unit, scale: str) -> Stay | None:
        """Return the statement with the latest end, on one scale."""
        told = [stay for stay in self.whole_stays(unit) if stay.window.scale == scale and stay.form != "part"]
        return max(told, key=lambda stay: (stay.window.last or 0, -(stay.window.first or 0)), default=None)

    def named(self, words: str) -> Unit | None:
        """Find the one part that words stand for."""
        return meant_by(words, [named for named in self.names if named.unit.kind not in OUTER | TESTS])

    def piece(self, words: str) -> tuple[Piece, ...]:
        """Find what is listed somewhere under exactly these words."""
        asked = key_of(words)
        return tuple(piece for piece in self.pieces if asked and piece.key == asked)

    def inner_units(self) -> tuple[Unit, ...]:
        """Parts that do the work: no phases, no tests."""
        return tuple(unit for unit in self.defined if unit.kind not in OUTER | TESTS)

    @cached_property
    def _whole(self) -> dict[Unit, list[Stay]]:
        found: dict[Unit, list[Stay]] = {}
        for stay in self.stays:
            if stay.window.is_whole:
                found.setdefault(stay.unit, []).append(stay)
        return found

    def _introductions(self) -> Iterable[tuple[Unit, Quote]]:
        for phrase in self.reading.headings:
            if phrase.units and phrase.units[0].unit not in self.titles:
                yield from (
                    (each.unit, phrase.quote(each.start, each.end))
                    for each in phrase.units
                    if each.start == phrase.units[0].start
                )
        yield from ((named.unit, named.quote) for named in self.names if named.unit not in self.titles)
        for grid, rows in self.reading.tables:
            for row in rows:
                yield from ((each.unit, row.mark(cell)) for each, cell in row_units(row))
            for cell in grid.header:
                yield from ((each.unit, cell.quote()) for each in cell.units)


def understand(documents: Iterable[Document]) -> Facts:
    """Read what documents mean, all of them as statements about one plan."""
    return facts_of(take_apart(tuple(with_listed_tables(document) for document in documents)))


def facts_of(reading: Reading) -> Facts:
    """Collect what documents mean that are taken apart."""
    return Facts(
        reading=reading,
        stays=tuple(stays_of(reading)),
        names=tuple(names_of(reading)),
        pieces=tuple(pieces_of(reading)),
        measures=tuple(measures_of(reading)),
        entries=entries_of(reading),
    )


def overlap(left: Window, right: Window) -> int:
    """Count the days, or whole weeks where neither tells days, that two stretches share."""
    grain = max(left.grain, right.grain)
    one, other = left.coarse(grain), right.coarse(grain)
    if not (one.is_whole and other.is_whole) or one.scale != other.scale:
        return 0
    shared = min(one.last or 0, other.last or 0) - max(one.first or 0, other.first or 0) + 1
    return max(0, shared) // (WEEK if grain == WEEK else 1)
