"""Names that stand beside each other as entries, rows or headings, and the noun of what they are."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Heading
from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.deeds import bare_word
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.words import level, tokens_of

Words = frozenset[str]

_NAME_END = re.compile(r"\s*(?::\s|\s-\s|\s\(|→|;|\.\s).*", re.DOTALL)
_NO_KIND = frozenset(
    {"top", "main", "biggest", "list", "overview", "plan", "table", "detail", "name", "description", "no"}
)
_FEWEST, _MOST, _LONGEST = 3, 40, 9


@dataclass(frozen=True, eq=False)
class NamedSet:
    """Names by their bare words, each as written and where; `kinds` are the words of the heading that is theirs."""

    names: dict[Words, tuple[str, Quote]]
    kinds: Words
    source: object


def named_sets(reading: Reading) -> Iterator[NamedSet]:
    """Yield the sets of three names or more of two words or more."""
    yield from _lists(reading)
    yield from _headings(reading)
    for grid, rows in reading.tables:
        yield from _rows(grid, rows)


def _lists(reading: Reading) -> Iterator[NamedSet]:
    lists: dict[tuple[str, tuple[Heading, ...]], list[Phrase]] = defaultdict(list)
    for phrase in reading.phrases:
        if phrase.form == "item" and phrase.under and phrase.item and not phrase.item.depth and not phrase.is_box:
            lists[phrase.text.file, phrase.under].append(phrase)
    for key, items in lists.items():
        yield from _set([(each.plain, each.quote()) for each in items], key[1][-1].text.plain, key)


def _headings(reading: Reading) -> Iterator[NamedSet]:
    groups: dict[tuple[str, tuple[Heading, ...]], list[Phrase]] = defaultdict(list)
    for phrase in reading.headings:
        if phrase.under:
            groups[phrase.text.file, phrase.under].append(phrase)
    for key, headings in groups.items():
        yield from _set([(each.plain, each.quote()) for each in headings], key[1][-1].text.plain, key)


def _rows(grid: Grid, rows: tuple[Row, ...]) -> Iterator[NamedSet]:
    """The names of its rows, or those behind their codes."""
    body = [row for row in rows if not is_total(row)]
    coded = all(leading_code(row.cells[grid.key_column].plain) for row in body)
    column = min(grid.key_column + coded, len(grid.header) - 1)
    title = " ".join([grid.header[column].plain, *(each.text.plain for each in grid.under[-1:])])
    yield from _set([(row.cells[column].plain, row.mark(row.cells[column])) for row in body], title, grid)


def _set(told: list[tuple[str, Quote]], title: str, source: object) -> Iterator[NamedSet]:
    names: dict[Words, tuple[str, Quote]] = {}
    for text, quote in told:
        called = _called(text)
        words = frozenset(bare_word(stem) for stem, _, _ in tokens_of(called))
        if 1 < len(words) <= _LONGEST:
            names[words] = (called, quote)
    kinds = frozenset(stem for stem, _, _ in tokens_of(title)) - _NO_KIND
    if _FEWEST <= len(names) == len(told) <= _MOST:
        yield NamedSet(names, kinds, source)


def _called(text: str) -> str:
    plain = level(text).strip(" *_")
    code = leading_code(plain)
    bare = re.sub(rf"^\W*{code[:1]}[\w-]*[\s:.)-]+", "", plain) if code else plain
    return _NAME_END.sub("", re.sub(r"^\d+[.)]\s+", "", bare)).strip(" .*")
