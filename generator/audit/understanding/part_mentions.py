"""Which of the things that belong to parts a text names together: `230 scanners in Lille and Ghent`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.audit.understanding.part_members import Part, Parts
from generator.audit.understanding.phrases import Phrase, Reading
from generator.audit.understanding.said import Index, Spotted, index_of, spotted
from generator.audit.understanding.series import Entry, Words, headings_of, lists_of, names_of_part
from generator.audit.understanding.words import level

_JOINED = re.compile(r"\W*(?:,|;|/|\+|&|and)?\W*(?:and\s|the\s)*\W*")
_LAST = re.compile(r"(?P<word>\w+)\W*$")
_FIRST = re.compile(r"\s*(?P<word>\w*)")
_PART = re.compile(
    r"(?<!\w)(?P<name>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)? (?:\d{1,3}|[A-Z]\b|[A-ZÀ-Þ][\w-]*))(?!\w|[.,]\d)"
)
_FEWEST = 2


@dataclass(frozen=True, eq=False)
class Mentioning:
    """The labelled lists and the texts that name several parts: read once, held against every table."""

    lists: tuple[list[Entry], ...]
    texts: tuple[Phrase, ...]


def mentioning_in(reading: Reading) -> Mentioning:
    """Collect what may tell of several parts."""
    texts = (phrase for phrase in reading.phrases if phrase.form == "paragraph")
    several = (each for each in texts if len(_PART.findall(level(each.plain))) >= _FEWEST)
    return Mentioning((*lists_of(reading), *headings_of(reading)), tuple(several))


def mentions_of(told_in: Mentioning, whole: Parts) -> Iterator[Parts]:
    """Yield each list, and each text, that tells of the parts by their names and names things of theirs."""
    index = index_of(whole.things)
    for entries in told_in.lists:
        told = [
            _part(each.names, each.label, each.phrase, (each.start, len(each.phrase.plain)), index)
            for each in entries
        ]
        yield Parts(tuple(part for part in told if part), "", entries[0].phrase)
    names = {name for part in whole.parts for name in part.names}
    for phrase in told_in.texts:
        yield Parts(tuple(_in_sentence(phrase, names, index)), "", phrase)


def groups_of(reading: Reading, whole: Parts) -> Iterator[Parts]:
    """Yield each column and each list that names things of the parts without their names."""
    index, nameless = index_of(whole.things), frozenset[Words]()
    for grid, rows in reading.tables:
        for column in range(len(grid.header)) if grid is not whole.source and len(rows) >= _FEWEST else ():
            if grid.meanings[column] in {"depends", "owner"}:
                continue
            told = [
                (
                    row,
                    row.cells[column],
                    _part(nameless, "", row.cells[column], (0, len(row.cells[column].plain)), index),
                )
                for row in rows
            ]
            yield Parts(
                tuple(replace(part, quote=row.mark(cell)) for row, cell, part in told if part),
                grid.header[column].plain,
                grid,
            )


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
    return Part(names, called, things, quote, shape, written, apart)


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
