"""Tables, lists and paragraphs in a row whose entries have names of their own, below the heading that says what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Heading
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.words import key_of, level

Key = frozenset[str]
_NAME = re.compile(r"\W{0,3}(?P<name>[^\W_][^:()]{2,70}?)(?:\s*\([^()]*\))?\s*(?::\s|\s-\s).+", re.DOTALL)
_CODED = re.compile(r"^\W*[A-Z]{1,3}-?\d{1,3}\s*[.:)-]\s*")
_RATED = frozenset({"impact", "probability"})
_FEWEST, _LONGEST = 2, 12


@dataclass(frozen=True, eq=False)
class NamedList:
    """Entries by the words of their names, with the heading above and that of the first column."""

    names: dict[Key, Quote]
    called: dict[Key, str]
    title: str
    rated: bool
    """Columns tell how likely each is, or how bad."""


def named_lists_of(reading: Reading) -> list[NamedList]:
    """Collect what names two things or more, none of them twice."""
    found = [_table(grid, rows) for grid, rows in reading.tables]
    found += [_list(title, phrases) for title, phrases in _runs(reading)]
    return [each for each in found if len(each.names) >= _FEWEST]


def _table(grid: Grid, rows: tuple[Row, ...]) -> NamedList:
    cells = [(row.cells[grid.key_column], row) for row in rows if not is_total(row)]
    told = [(level(cell.plain).strip(), row.mark(cell)) for cell, row in cells if cell.plain.strip()]
    title = " ".join([*(each.text.plain for each in grid.under[-1:]), *(each.plain for each in grid.header[:1])])
    return _named(told, title, rated=set(grid.meanings) >= _RATED)


def _runs(reading: Reading) -> Iterator[tuple[str, list[Phrase]]]:
    """The outermost entries of lists, or paragraphs, below one heading."""
    runs: dict[tuple[str, tuple[Heading, ...], str], list[Phrase]] = {}
    for phrase in reading.phrases:
        nested = phrase.item is not None and (phrase.item.depth > 0 or phrase.item.checked is not None)
        if phrase.is_spoken and phrase.under and not nested:
            runs.setdefault((phrase.text.file, phrase.under, phrase.form), []).append(phrase)
    yield from ((under[-1].text.plain, phrases) for (_, under, _), phrases in runs.items())


def _list(title: str, phrases: list[Phrase]) -> NamedList:
    """A paragraph without a name may stand among those that have one; an entry may not."""
    found = [(_NAME.fullmatch(_CODED.sub("", level(phrase.plain))), phrase) for phrase in phrases]
    named = [(match["name"].strip(), phrase.quote()) for match, phrase in found if match]
    whole = len(named) == len(phrases) or phrases[0].form == "paragraph"
    return _named(named if whole else [], title, rated=False)


def _named(told: list[tuple[str, Quote]], title: str, *, rated: bool) -> NamedList:
    keys = [(key_of(name), name, quote) for name, quote in told]
    kept = [(key, name, quote) for key, name, quote in keys if 1 < len(key) <= _LONGEST]
    apart = len({key for key, _, _ in kept}) == len(kept)
    names = {key: quote for key, _, quote in kept} if apart else {}
    return NamedList(names, {key: name for key, name, _ in kept}, title, rated)
