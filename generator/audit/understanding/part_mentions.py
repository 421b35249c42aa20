"""Which of the things that belong to parts a text names together: `230 scanners in Lille and Ghent`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.audit.understanding.part_members import Part, Parts
from generator.audit.understanding.phrases import Grid, Phrase, Reading, Row
from generator.audit.understanding.said import Index, Spotted, index_of, spotted
from generator.audit.understanding.series import Entry, Words, headings_of, lists_of, names_of_part
from generator.audit.understanding.titles import in_title
from generator.audit.understanding.words import level, tokens_of

_JOINED = re.compile(r"\W*(?:,|;|/|\+|&|and)?\W*(?:and\s|the\s)*\W*")
_LAST = re.compile(r"(?P<word>\w+)\W*$")
_FIRST = re.compile(r"\s*(?P<word>\w*)")
_PART = re.compile(
    r"(?<!\w)(?P<name>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)? (?:\d{1,3}|[A-Z]\b|[A-ZÀ-Þ][\w-]*))(?!\w|[.,]\d)"
)
_FEWEST = 2


@dataclass(frozen=True, eq=False)
class Mentioning:
    """What may tell of several parts, read once and held against every table, each with the words to know it by."""

    lists: tuple[tuple[frozenset[Words], list[Entry]], ...]
    texts: tuple[tuple[frozenset[Words], Phrase], ...]
    columns: tuple[tuple[frozenset[str], Grid, int, tuple[Row, ...]], ...]


def mentioning_in(reading: Reading) -> Mentioning:
    """Collect labelled lists, sibling headings, texts that name several parts, and columns."""
    lists = [
        (frozenset(name for each in entries for name in each.names), entries)
        for entries in (*lists_of(reading), *headings_of(reading))
    ]
    texts = [
        (frozenset(name for each in found for name in names_of_part(each)), phrase)
        for phrase in reading.phrases
        if phrase.form == "paragraph" and len(found := _PART.findall(level(phrase.plain))) >= _FEWEST
    ]
    return Mentioning(tuple(lists), tuple(texts), tuple(_columns(reading)))


def mentions_of(told_in: Mentioning, whole: Parts) -> Iterator[Parts]:
    """Yield each list, and each text, that tells of the parts by their names and names things of theirs."""
    index = index_of(whole.things)
    known = {name for part in whole.parts for name in part.names}
    for names, entries in told_in.lists:
        if not names.isdisjoint(known):
            told = [_of_entry(each, index) for each in entries]
            yield Parts(tuple(part for part in told if part), "", entries[0].phrase)
    for names, phrase in told_in.texts:
        if not names.isdisjoint(known):
            yield Parts(tuple(_in_sentence(phrase, known, index)), "", phrase)


def groups_of(told_in: Mentioning, whole: Parts) -> Iterator[Parts]:
    """Yield each column that names things of the parts without their names."""
    index, nameless = index_of(whole.things), frozenset[Words]()
    first = {thing[0] for thing in whole.things}
    for stems, grid, column, rows in told_in.columns:
        if grid is not whole.source and not stems.isdisjoint(first):
            cells = [(row, row.cells[column]) for row in rows]
            told = [(row, cell, _part(nameless, "", cell, (0, len(cell.plain)), index)) for row, cell in cells]
            parts = (replace(part, quote=row.mark(cell)) for row, cell, part in told if part)
            yield Parts(tuple(parts), grid.header[column].plain, grid)


def _columns(reading: Reading) -> Iterator[tuple[frozenset[str], Grid, int, tuple[Row, ...]]]:
    for grid, rows in reading.tables:
        for column, meaning in enumerate(grid.meanings):
            if meaning not in {"depends", "owner"} and len(rows) >= _FEWEST:
                stems = frozenset(stem for row in rows for stem, _, _ in tokens_of(row.cells[column].plain))
                yield stems, grid, column, rows


def run_in(phrase: Phrase, start: int, end: int, index: Index) -> list[Spotted]:
    """Return the longest run of things that nothing but commas and *and* part from each other."""
    text = level(phrase.plain)[start:end]
    found = list(spotted(index, text, single=True))
    runs = [found[:1]] if found else []
    for one, other in pairwise(found):
        if _JOINED.fullmatch(text[one.end : other.start]):
            runs[-1].append(other)
        else:
            runs.append([other])
    return max(runs, key=len, default=[])


def _of_entry(entry: Entry, index: Index) -> Part | None:
    part = _part(entry.names, entry.label, entry.phrase, (entry.start, len(entry.phrase.plain)), index)
    return replace(part, is_title=part.is_title or bool(entry.below)) if part else None


def _part(names: frozenset[Words], called: str, phrase: Phrase, within: tuple[int, int], index: Index) -> Part | None:
    start, end = within
    run = run_in(phrase, start, end, index)
    if not run:
        return None
    text = level(phrase.plain)[start:end]
    before, after = _LAST.search(text[: run[0].start]), _FIRST.match(text, run[-1].end)
    shape = (before["word"].lower() if before else "", after["word"].lower() if after else "")
    quote = phrase.mark(start + run[0].start, start + run[-1].end)
    written = tuple(text[each.start : each.end] for each in run)
    things = tuple(each.name for each in run)
    apart = frozenset(each.name for each in spotted(index, text, single=True)) - frozenset(things)
    titled = in_title(phrase, max(start, 1), start + run[-1].end)
    return Part(names, called, things, quote, shape, written, apart, titled)


def _in_sentence(phrase: Phrase, known: set[Words], index: Index) -> Iterator[Part]:
    """`Wave 1 opens Austria, Wave 2 opens Italy`: up to the next part, things belong to the one before."""
    plain = level(phrase.plain)
    found = [(each, names_of_part(each["name"]) & known) for each in _PART.finditer(plain)]
    told = [(each, names) for each, names in found if names]
    ends = [*(each.start() for each, _ in told[1:]), len(plain)]
    for (each, names), end in zip(told, ends, strict=True) if len(told) >= _FEWEST else ():
        part = _part(names, each["name"], phrase, (each.end(), end), index)
        if part:
            yield part
