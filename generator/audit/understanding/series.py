"""Parts told one by one in a list, a table or a sentence, each by its names: what can be held side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Heading, Listing, Paragraph
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.words import level

Words = tuple[str, ...]
_LABEL = re.compile(
    r"\W{0,3}(?P<label>[^\W_][^:,;()]{0,40}?)(?P<rest>\s*(?:\((?P<inside>[^()]{1,60})\)\s*)?(?::\s|\s-\s|,\s).*)",
    re.DOTALL,
)
_HEADED = re.compile(r"\W*(?P<label>[^\W_][^:()]{0,40}?)\s*(?=[(:]|\s-\s)")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_TITLE = re.compile(r"\s*:\s+|\s+-\s+")
_CODE = re.compile(r"[a-z]{2,4}\d{1,3}")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST, _MOST = 3, 60


@dataclass(frozen=True, eq=False)
class Entry:
    """What one entry of a list tells, from its label on."""

    names: frozenset[Words]
    label: str
    phrase: Phrase
    start: int
    """Where the label ends."""
    below: tuple[Phrase, ...]
    """The entries nested in it."""
    lead: str
    """The heading above its list, and the paragraph right before it."""

    @property
    def rest(self) -> str:
        """The words behind the label."""
        return level(self.phrase.plain)[self.start :]

    @property
    def quote(self) -> Quote:
        """Its own words."""
        return self.phrase.quote()


def names_of_part(text: str, kind: str = "") -> frozenset[Words]:
    """Return all that a part is called by: `East` below *Batch* is `Batch East` and East, `1` is `Batch 1` alone."""
    plain = _BRACKETS.sub("", level(text)).strip(" *")
    noun = _words(kind)[-1:]
    found: set[Words] = set()
    for part in (plain, _TITLE.split(plain, maxsplit=1)[0]):
        words = _words(part)
        found |= {words} if words else set()
        if noun and words and _singular(words[0]) == _singular(noun[0]):
            found |= {words[1:]} if words[1:] else set()
        elif noun and words:
            found.add((_singular(noun[0]), *words))
    return frozenset(each for each in found if len(each) > 1 or _is_name(each[0]))


def row_names(row: Row) -> frozenset[Words]:
    """Return what the part of a row is called by; nothing for totals."""
    column = row.grid.key_column
    return frozenset() if is_total(row) else names_of_part(row.cells[column].plain, row.grid.header[column].plain)


def lists_of(reading: Reading) -> Iterator[list[Entry]]:
    """Yield the labelled entries of each list that has two or more, and no label twice."""
    phrases = {phrase.text: phrase for phrase in reading.phrases if phrase.form == "item"}
    for document in reading.documents:
        for before, block in zip((None, *document.blocks), document.blocks, strict=False):
            if isinstance(block, Listing):
                items = [phrases[item.text] for item in block.items if item.text in phrases]
                titles = [each.text.plain for each in block.under[-1:]]
                lead = [before.text.plain] if isinstance(before, Paragraph) else []
                yield from (each for each in _levels(items, " ".join([*titles, *lead])) if _are_apart(each))


def headings_of(reading: Reading) -> Iterator[list[Entry]]:
    """Yield sibling headings as a list: what stands in brackets or behind a colon is told of the part."""
    groups: dict[tuple[str, tuple[Heading, ...]], list[Entry]] = {}
    for phrase in reading.headings:
        found = _HEADED.match(level(phrase.plain))
        names = names_of_part(found["label"]) if found else frozenset[Words]()
        entry = [Entry(names, found["label"].strip(), phrase, found.end("label"), (), "")] if found and names else []
        groups.setdefault((phrase.text.file, phrase.under), []).extend(entry)
    yield from (each for each in groups.values() if _are_apart(each))


def _levels(items: list[Phrase], lead: str) -> Iterator[list[Entry]]:
    """The outermost entries, and the entries of each that has labelled ones below it."""
    groups: list[tuple[Phrase, list[Phrase]]] = []
    outermost = min((_depth(each) for each in items), default=0)
    for each in items:
        if _depth(each) == outermost:
            groups.append((each, []))
        elif groups:
            groups[-1][1].append(each)
    yield [entry for head, below in groups for entry in _entry(head, below, lead)]
    for _, below in groups:
        yield from _levels(below, lead) if below else ()


def _depth(phrase: Phrase) -> int:
    return phrase.item.depth if phrase.item else 0


def _entry(phrase: Phrase, below: list[Phrase], lead: str) -> Iterator[Entry]:
    found = _LABEL.fullmatch(level(phrase.plain))
    end = found.end("label") if found else len(phrase.plain)
    names = names_of_part(found["label"] if found else phrase.plain)
    if names and (found or below):
        yield Entry(names, (found["label"] if found else phrase.plain).strip(), phrase, end, tuple(below), lead)


def _are_apart(entries: list[Entry]) -> bool:
    names = [name for each in entries for name in each.names]
    return 1 < len(entries) <= _MOST and len(names) == len(set(names))


def _is_name(word: str) -> bool:
    return (word.isalpha() and len(word) >= _SHORTEST) or bool(_CODE.fullmatch(word))


def _words(text: str) -> Words:
    return tuple(_WORD.findall(level(text).lower()))


def _singular(word: str) -> str:
    return word.removesuffix("s")
