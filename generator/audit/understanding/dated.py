"""Everything with a name and a time: rows of tables and entries of lists, found again by the words of a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level, tokens_of

Words = frozenset[str]

_LEADING = re.compile(r"\s*(?::|-)\s+(?P<name>.{3,90})")
_CLOSING = re.compile(rf"(?P<name>[^:()]{{3,60}}?)\s*(?::|\s-)\s+(?:{WEEKDAY},?\s)?", re.IGNORECASE)
_ENDING = re.compile(r"(?:ing|ed|s)$")
_EMPTY = frozenset(
    {"may", "not", "no", "only", "both", "first", "then", "before", "after", "until", "unless", "take", "place"}
    | {"go", "table", "there", "start", "begin", "end", "finish", "complet", "ready", "done"}
)
_LONGEST, _SHORT, _MOST = 9, 3, 0.6


@dataclass(frozen=True)
class Dated:
    """A thing and when it is."""

    words: Words
    window: Window
    quote: Quote


@dataclass(frozen=True, eq=False)
class Calendar:
    """All dated things, found by any of their words."""

    by_word: dict[str, list[Dated]]

    def meant(self, text: str) -> Dated | None:
        """Return the one thing that words name; nothing where two are named as well."""
        asked = words_of(text)
        found = {each: None for word in asked for each in self.by_word.get(word, [])[:_LONGEST]}
        scores = sorted(((_score(each.words, asked), index) for index, each in enumerate(found)), reverse=True)
        if not scores or not scores[0][0] or (len(scores) > 1 and scores[1][0] == scores[0][0]):
            return None
        return list(found)[scores[0][1]]


def calendar_of(reading: Reading) -> Calendar:
    """Collect what rows and entries date."""
    by_word: dict[str, list[Dated]] = defaultdict(list)
    for each in _things(reading):
        for word in each.words:
            by_word[word].append(each)
    return Calendar(by_word)


def words_of(text: str) -> Words:
    """Return the words that name a thing, without their endings."""
    stems = {_ENDING.sub("", stem) for stem, _, _ in tokens_of(text) if len(stem) > 1 and not stem[0].isdecimal()}
    return frozenset(stems - _EMPTY)


def _score(words: Words, asked: Words) -> float:
    """How well words name a thing: all of them do, or all that are asked for, or most of both."""
    shared = len(words & asked)
    whole = shared == len(words) or shared == len(asked)
    if not shared or not (whole or (shared > 1 and shared >= len(words) * _MOST)):
        return 0.0
    return shared + shared / len(words)


def _things(reading: Reading) -> Iterator[Dated]:
    for _, rows in reading.tables:
        for row in (each for each in rows if not is_total(each)):
            found = row_window(row)
            name = (
                words_of(_called(row.cells[row.grid.key_column if row.grid.grouped else 0 :]))
                if found
                else frozenset()
            )
            if found and 0 < len(name) <= _LONGEST:
                yield Dated(name, found[0], row.mark(found[1]))
    for phrase in reading.phrases:
        yield from _entry(phrase) if phrase.form == "item" and len(phrase.windows) == 1 else ()


def _called(cells: tuple[Phrase, ...]) -> str:
    """A row led by a code or a date is called by the next cell with words."""
    told = [cell for cell in cells if len(words_of(cell.plain)) > 0 and not cell.windows]
    longer = [cell for cell in told if len(cell.plain.strip()) > _SHORT]
    return (longer or told or [cells[0]])[0].plain


def _entry(phrase: Phrase) -> Iterator[Dated]:
    """`10 March - certificate issued`, `Certificate issued: 10 March`."""
    plain, found = level(phrase.plain), phrase.windows[0]
    leads = not re.sub(WEEKDAY, "", plain[: found.start], flags=re.IGNORECASE).strip(" ,*")
    match = _LEADING.match(plain, found.end) if leads else _CLOSING.fullmatch(plain[: found.start])
    name = words_of(re.split(r"[,;(]", match["name"])[0]) if match else frozenset()
    if 0 < len(name) <= _LONGEST:
        yield Dated(name, found.window, phrase.mark(found.start, found.end))
