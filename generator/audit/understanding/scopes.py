"""What each checkpoint tests, in tables and in checklists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.names import parts_of
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import TESTS, Labels, Unit
from generator.audit.understanding.words import core_of, key_of, level

_VERDICT = re.compile(
    r"\b(?:tests?|checks?)?\s*(?:all\s+)?(?:tests?\s+)?(?:pass(?:es|ed)?|(?:are|is)\s+(?:green|done|passed|ok)"
    r"|verified|successful|signed off|green)\W*$",
    re.IGNORECASE,
)
_COLON = re.compile(r"\s*(?:\([^)]{0,40}\))?\s*(?::|-\s)")
_TIMES = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Scope:
    """A checkpoint and the words for what it tests."""

    unit: Unit
    text: str
    quote: Quote
    labels: Labels

    @property
    def words(self) -> list[str]:
        """The single things that it tests."""
        return [word for word, _, _ in parts_of(self.text)]

    @property
    def cores(self) -> list[frozenset[str]]:
        """The words that tell these things apart."""
        return [core for word in self.words if (core := core_of(word) or key_of(word))]


def scopes_of(reading: Reading) -> list[Scope]:
    """Collect the scopes of tables and those that an entry of a list tells after the checkpoint's name."""
    in_tables = [scope for _, rows in reading.tables for row in rows for scope in _row_scopes(row)]
    in_lists = [scope for phrase in reading.phrases if phrase.form == "item" for scope in _item_scopes(phrase)]
    return [*in_tables, *in_lists]


def _row_scopes(row: Row) -> Iterator[Scope]:
    cell = row.cell("scope", "parts", "name")
    for mention, place in row_units(row):
        if mention.unit.kind in TESTS and cell and cell is not place and not mention.listed:
            yield Scope(mention.unit, level(cell.plain), row.mark(cell), cell.style.labels)


def _item_scopes(phrase: Phrase) -> Iterator[Scope]:
    """`Checkpoint 2: Core features + Auth tests pass`; a time after the name is no scope."""
    plain = level(phrase.plain)
    mentions = [each for each in phrase.units if each.unit.kind in TESTS]
    found = _COLON.match(plain, mentions[0].end) if len(mentions) == 1 and not mentions[0].listed else None
    if found is None:
        return
    start = found.end()
    text = _VERDICT.sub("", _TIMES.sub("", plain[start:])).strip()
    if text and not phrase.windows:
        yield Scope(mentions[0].unit, text, phrase.mark(start, len(plain)), phrase.style.labels)
