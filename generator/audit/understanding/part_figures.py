"""How many each of several parts has, as one table, one list or one sentence tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from generator.audit.understanding.entries import counted_by
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.quantities import PEOPLE, Quantity, quantities_in
from generator.audit.understanding.series import Entry, Words, lists_of, names_of_part, row_names
from generator.audit.understanding.words import level, tokens_of

_LEADS = re.compile(r"\s*(?:\(|:|,|-)\s*(?:(?:all|the|both|all of the|with)\s)*", re.IGNORECASE)
_NAMED = re.compile(r"(?<![\w'-])(?P<name>[A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ0-9][\w'-]*){0,2}) \((?P<count>\d{1,5})\)")
_JOINED = re.compile(r"\s*(?:,|,? and|,? &|;)\s*")
_AFTER = re.compile(r"\s*(?P<word>\w*)")
_BOTH = re.compile(r"\s*(?::|-|,)\s*both (?:the )?(?P<noun>[a-z]{3,20}s)\b", re.IGNORECASE)
_COUNTABLE = frozenset({"", "people", "deliverable", "parts"})
_FEWEST = 2


@dataclass(frozen=True)
class Figure:
    """How many a part has; `follows` is the word behind it, none in a cell."""

    value: Decimal
    called: str
    quote: Quote
    follows: str | None = None


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures of one column, list or sentence: all count the same; `noun` is empty where none is told."""

    noun: str
    told: tuple[tuple[frozenset[Words], Figure], ...]
    source: object

    @cached_property
    def names(self) -> frozenset[Words]:
        """All that any of the parts is called by."""
        return frozenset(name for names, _ in self.told for name in names)


def figures_of(reading: Reading) -> list[Figures]:
    """Collect what counts something of two parts or more."""
    found = [each for grid, rows in reading.tables for each in _columns(grid, rows)]
    found += [each for entries in lists_of(reading) for each in _list(entries)]
    found += [each for phrase in reading.phrases if phrase.is_spoken for each in _sentence(phrase)]
    return [each for each in found if len(each.told) >= _FEWEST]


def noun_of(each: Quantity) -> str:
    """Return what is counted, all people alike."""
    return "person" if each.head in PEOPLE else each.head


def _columns(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Figures]:
    names = [(row, told) for row in rows if (told := row_names(row))]
    if len({name for _, told in names for name in told}) != sum(len(told) for _, told in names):
        return
    for column, (header, meaning) in enumerate(zip(grid.header, grid.meanings, strict=True)):
        noun = counted_by(header.plain)
        if column == grid.key_column or not noun or not (meaning in _COUNTABLE or meaning.startswith("unit:")):
            continue
        bands = [(row, told, band_in(row.cells[column].plain, comma=header.style.comma)) for row, told in names]
        figures = tuple(
            (told, Figure(band.low, row.cells[grid.key_column].plain.strip(), row.mark(row.cells[column])))
            for row, told, band in bands
            if band and band.low == band.high and not band.unit
        )
        if len(figures) == len(names):
            yield Figures("person" if noun in PEOPLE else noun, figures, grid)


def _list(entries: list[Entry]) -> Iterator[Figures]:
    """Entries that all begin with how many, such as `Batch 2: 230 scanners in Lille`."""
    found = [(each, first) for each in entries if (first := _first(each))]
    nouns = {first.noun for _, first in found}
    if len(nouns) == 1:
        told = tuple((each.names, _figure(each, first)) for each, first in found)
        yield Figures(noun_of(found[0][1]), told, entries[0])


def _first(entry: Entry) -> Quantity | None:
    amounts = quantities_in(entry.phrase.plain, comma=entry.phrase.style.comma)
    behind = next((each for each in amounts if each.start > entry.start), None)
    plain = level(entry.phrase.plain)
    both = _BOTH.match(plain, entry.start)
    if both:
        noun = tuple(stem for stem, _, _ in tokens_of(both["noun"]))
        return Quantity(Decimal(2), "", noun, both.start("noun"), both.start("noun"), both.end())
    return behind if behind and behind.is_count and _LEADS.fullmatch(plain[entry.start : behind.start]) else None


def _figure(entry: Entry, each: Quantity) -> Figure:
    plain = level(entry.phrase.plain)
    after = _AFTER.match(plain, each.last)
    quote = entry.phrase.mark(each.start, each.last)
    return Figure(each.value, entry.label, quote, after["word"].lower() if after else "")


def _sentence(phrase: Phrase) -> Iterator[Figures]:
    """`Identity (4), Network (3) and Endpoints (5)`."""
    plain = level(phrase.plain)
    found = list(_NAMED.finditer(plain))
    joined = all(_JOINED.fullmatch(plain[one.end() : other.start()]) for one, other in pairwise(found))
    told = tuple(
        (names_of_part(each["name"]), Figure(Decimal(each["count"]), each["name"], phrase.mark(*each.span())))
        for each in found
    )
    yield Figures("", told if joined else (), phrase)
