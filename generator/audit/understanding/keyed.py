"""Lists and tables of named or coded things, each with the words that lead to it: which of them tells of which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.audit.blocks import Heading, Listing, Paragraph, Table, Text
from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.columns import meaning_of
from generator.audit.understanding.entries import LONGEST
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.totals import like_total
from generator.audit.understanding.words import key_of, level, tokens_of

Key = frozenset[str]

_NAME_END = re.compile(r"\s*(?::|\s-|,|\(|\.\s).*", re.DOTALL)
_NAME = r"[A-ZÀ-Þ0-9][\w'-]*(?: [\w'-]+){0,2}"
_BRACKETED = re.compile(
    rf"\b(?:[Aa]ll|[Ee]ach of) (?:of )?(?:the |our "
    rf"|its )?(?:(?!other|remain|further"
    rf"|more)[a-z]+ )?[a-z]+s,? ?\((?P<list>{_NAME}(?:, {_NAME}){{0,11}},? (?:and |& )?{_NAME})\)"
)
_FEWEST, _FIRST_WORDS = 2, 3


@dataclass(frozen=True, eq=False)
class Keyed:
    """What the entries of one list or the rows of one table are called, and what is said around it."""

    file: str
    keys: dict[Key, Quote]
    title: str
    lead: tuple[str, ...]
    """The paragraphs right before it, up to the heading, and the one right after it."""
    names: dict[Key, str]
    header: tuple[str, ...] = ()


def keyed_of(reading: Reading) -> list[Keyed]:
    """Collect every list and table whose entries all have names of their own, and what sentences name in brackets."""
    spoken = {phrase.text for phrase in reading.phrases}
    found = [each for document in reading.documents for each in _of(document.blocks, spoken)]
    known = {key for each in found for key in each.keys}
    told = [_by_first_words(each, known) for each in found]
    return [*told, *(each for phrase in reading.phrases if phrase.is_spoken for each in _in_brackets(phrase.text))]


def _by_first_words(listed: Keyed, known: set[Key]) -> Keyed:
    """`Mill manned` is the entry of the mill, where all entries begin with names that other places have."""
    if listed.header:
        return listed
    keys: dict[Key, Quote] = {}
    names: dict[Key, str] = {}
    for quote in listed.keys.values():
        words = tokens_of(quote.text)[:LONGEST]
        lengths = range(min(len(words), _FIRST_WORDS), 0, -1)
        firsts = ((frozenset(stem for stem, _, _ in words[:length]), words[length - 1][2]) for length in lengths)
        key, end = next(
            ((key, end) for key, end in firsts if key in known and key not in listed.keys and key not in keys),
            (None, 0),
        )
        if key is None:
            return listed
        keys[key], names[key] = quote, level(quote.text)[:end]
    return replace(listed, keys=keys, names=names)


def _in_brackets(text: Text) -> Iterator[Keyed]:
    """`all crews (Red, Blue and White)`."""
    plain = level(text.plain)
    for found in _BRACKETED.finditer(plain):
        names = [part for part in re.split(r",? and |,? & |, ", found["list"]) if part]
        quote = Quote(text.plain.strip(), text.place(found.start("list"), found.end("list")))
        keys = {key_of(name): quote for name in names}
        lead = f"{plain[: found.start('list')]} {plain[found.end('list') :]}"
        if len(keys) == len(names) >= _FEWEST:
            yield Keyed(text.file, keys, "", (lead,), dict(zip(keys, names, strict=True)))


def _of(blocks: tuple[object, ...], spoken: set[Text]) -> Iterator[Keyed]:
    lead: list[str] = []
    title = ""
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            lead, title = [], block.text.plain
        elif isinstance(block, Paragraph):
            lead.append(block.text.plain)
        elif isinstance(block, Table | Listing):
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            said = (*lead[-2:], *([after.text.plain] if isinstance(after, Paragraph) else []))
            texts = [row[_key_column(block)] for row in _body(block)] if isinstance(block, Table) else _entries(block)
            header = tuple(cell.plain for cell in block.header) if isinstance(block, Table) else ()
            keys = _keys(texts) if texts and texts[0] in spoken else {}
            if len(keys) >= _FEWEST:
                names = {key: _called(quote.text) for key, quote in keys.items()}
                yield Keyed(texts[0].file, keys, title, said, names, header)
            lead = []


def _key_column(table: Table) -> int:
    """The first column, or the one right of a running number."""
    numbered = meaning_of(table.header[0].plain) == "identity" and len(table.header) > 1
    return int(numbered and all(row[0].plain.strip().isdecimal() for row in table.rows))


def _body(table: Table) -> list[tuple[Text, ...]]:
    return [row for row in table.rows if not any(like_total(cell.plain) for cell in row[:2])]


def _entries(block: Listing) -> list[Text]:
    return [item.text for item in block.items if not item.depth]


def _keys(texts: list[Text]) -> dict[Key, Quote]:
    """The name of each entry; nothing where two are called alike or one has no name."""
    found: dict[Key, Quote] = {}
    for text in texts:
        key = _name(text.plain)
        if not key or len(key) > LONGEST or key in found:
            return {}
        found[key] = Quote(text.plain.strip(), text.place())
    return found


def _name(plain: str) -> Key:
    code = leading_code(plain)
    return frozenset({code}) if code else key_of(_called(plain))


def _called(plain: str) -> str:
    return leading_code(plain) or _NAME_END.sub("", level(plain)).strip()
