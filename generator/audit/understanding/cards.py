"""What lists, rows, sections and drawn lines tell of each part of a series, field by field, wherever it stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.audit.understanding.phrases import Drawing, Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.series import Words, lists_of, names_of_part, row_names
from generator.audit.understanding.units import SECTION_NUMBER
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_HEAD = re.compile(r"\W*(?P<label>[^\W_][^():]{0,50}?)\s*(?=$|[(:]|\s-\s|,\s)")
_TITLE = re.compile(r"(?::|\s-)\s+(?P<title>[^():]{3,50}?)\s*(?=$|\()")
_BRACKETS = re.compile(r"\((?P<inside>[^()]{2,90})\)")
_CLAUSE = re.compile(r"\.\s+|;\s+|\s[·|]\s|\s-\s|\n|\s{2,}|\.$")
_LABEL = re.compile(r"\W*(?P<label>[A-Za-z][\w /'-]{1,28}?)\W{0,3}:\s+(?=\S)")
_BY = re.compile(r"\W*(?P<label>(?:[a-z-]{2,20} ){0,2}by)\s+(?=[A-ZÀ-Þ])")
"""`led by Ada Lind`, `signed off by Tom Rau`: who does it stands behind a label."""
_PIECE = re.compile(r",\s+(?:and\s+)?")
_GAP = re.compile(r"\s{2,}|\s*[|│┃║]\s*")
_FEWEST, _MOST, _LONGEST = 2, 60, 200


@dataclass(frozen=True, eq=False)
class Field:
    """A label, where there is one, with the value that stands behind it or in its column."""

    label: str
    value: Phrase
    quote: Quote
    loose: bool = False
    """A piece of an enumeration, or one of several values in a line, told without a label of its own."""


@dataclass(frozen=True, eq=False)
class Card:
    """A part and all that one place tells of it."""

    names: frozenset[Words]
    called: str
    fields: tuple[Field, ...]
    time: tuple[Window, Quote] | None = None
    """When its row takes place."""


@dataclass(frozen=True, eq=False)
class Deck:
    """The parts of one list, table, drawing or level of headings; `title` is what stands above them."""

    cards: tuple[Card, ...]
    title: str
    source: object

    def by_name(self) -> dict[Words, Card]:
        """Parts by all that one of them alone is called by."""
        counts = Counter(name for card in self.cards for name in card.names)
        return {name: card for card in self.cards for name in card.names if counts[name] == 1}


def decks_of(reading: Reading) -> list[Deck]:
    """Collect every place that tells of two parts or more."""
    found = [_of_table(grid, rows) for grid, rows in reading.tables]
    found += [*_of_headings(reading), *_of_lists(reading), *(_of_drawing(each) for each in reading.drawings)]
    return [each for each in found if _FEWEST <= len(each.cards) <= _MOST]


def _of_table(grid: Grid, rows: tuple[Row, ...]) -> Deck:
    cards = []
    for row in rows[: _MOST + 1]:
        key = row.cells[grid.key_column]
        cells = [(header, cell) for header, cell in zip(grid.header, row.cells, strict=True) if cell is not key]
        fields = [
            Field(_headed(header, at), cell, row.mark(cell))
            for at, (header, cell) in enumerate(cells)
            if cell.plain.strip()
        ]
        if row_names(row):
            names = row_names(row) | _names(key.plain)
            told = row_window(row)
            time = (told[0], row.mark(told[1])) if told else None
            cards.append(Card(names, key.plain.strip(), (*fields, *_in_brackets(key, 0)), time))
    return Deck(tuple(cards), _title(grid.under), grid)


def _headed(header: Phrase, column: int) -> str:
    """A column without a heading is known by its place."""
    return header.plain.strip() or f"#{column}"


def _of_headings(reading: Reading) -> Iterator[Deck]:
    """Sibling headings, each with the entries and sentences right below it."""
    body: dict[int, list[Phrase]] = defaultdict(list)
    for phrase in reading.phrases:
        if phrase.is_spoken and phrase.under and not phrase.is_box:
            body[id(phrase.under[-1].text)].append(phrase)
    groups: dict[object, list[Card]] = defaultdict(list)
    titles: dict[object, str] = {}
    for phrase in reading.headings:
        key = (phrase.text.file, phrase.under)
        titles[key] = _title(phrase.under)
        groups[key] += _card(phrase, body[id(phrase.text)])
    yield from (Deck(tuple(cards), titles[key], key) for key, cards in groups.items())


def _of_lists(reading: Reading) -> Iterator[Deck]:
    for entries in lists_of(reading):
        cards = [card for each in entries for card in _card(each.phrase, each.below) if not each.phrase.is_box]
        yield Deck(tuple(cards), entries[0].lead, entries[0].phrase)


def _of_drawing(drawing: Drawing) -> Deck:
    """`|  Act 2   Polish   Weeks 7-10   Team Kelp  |`: a name and what wide gaps part from it."""
    cards = []
    for line in drawing.lines:
        spans = [span for span in _spans(level(line.plain), _GAP, 0) if re.search(r"\w", line.plain[slice(*span)])]
        timed = len(spans) > _FEWEST and any(each.end <= spans[0][1] for each in line.windows)
        own = spans.pop(1 if timed else 0) if len(spans) >= _FEWEST else (0, 0)
        names = _names(line.plain[slice(*own)])
        if names:
            fields = [_field(f"#{number}", line, span) for number, span in enumerate(spans, start=1)]
            cards.append(Card(names, line.plain[slice(*own)].strip(), tuple(fields)))
    return Deck(tuple(cards), _title(drawing.under), drawing)


def _card(head: Phrase, below: Iterable[Phrase]) -> Iterator[Card]:
    """What stands in brackets behind the name, behind a colon, and in the lines below."""
    plain = level(head.plain)
    number = SECTION_NUMBER.match(plain) if head.form == "heading" else None
    begin = number.end() if number else 0
    found = _HEAD.match(plain, begin)
    names = _names(plain[begin:]) if found else frozenset()
    if not found or not names or len(plain) > _LONGEST:
        return
    fields = [*_in_brackets(head, found.end())]
    if head.form == "item":
        rest = found.end() + len(re.match(r"\s*(?:\([^()]*\))?\s*[:,-]?", plain[found.end() :]).group())  # type: ignore[union-attr]
        fields += _in_line(head, rest)
    lines = list(below)[:_MOST]
    fields += [field for line in lines for field in (*_in_line(line, 0), *_in_brackets(line, 0))]
    yield Card(names, found["label"].strip(), tuple(fields))


def _names(text: str) -> frozenset[Words]:
    """By the words before its time and title, by both, and by its title alone."""
    found, title = _HEAD.match(level(text)), _TITLE.search(level(text))
    names = names_of_part(found["label"]) if found else frozenset[Words]()
    return names | (names_of_part(title["title"]) if title else frozenset())


def _in_brackets(phrase: Phrase, start: int) -> Iterator[Field]:
    """`(8 people: 5 programmers, 3 artists)`."""
    found = _BRACKETS.search(level(phrase.plain), start)
    if found:
        edges = [found.start("inside"), found.end("inside")]
        for span in _spans(level(phrase.plain)[: edges[1]], re.compile(r",\s+|:\s+|;\s+"), edges[0]):
            yield _field("", phrase, span, loose=True)
        yield _field("", phrase, (edges[0], edges[1]))


def _in_line(phrase: Phrase, start: int) -> Iterator[Field]:
    """Clauses with their labels; those without one piece by piece as well."""
    plain = level(phrase.plain)
    if len(plain) > _LONGEST * 2:
        return
    for left, right in _spans(plain, _CLAUSE, start):
        label = _LABEL.match(plain, left, right)
        begin = label.end() if label else left
        if plain[begin:right].strip():
            yield _field(label["label"] if label else "", phrase, (begin, right))
        for one, end in _spans(plain[:right], _PIECE, begin):
            done = _BY.match(plain, one, end)
            if done:
                yield _field(done["label"], phrase, (done.end(), end))
            elif (one, end) != (begin, right):
                yield _field("", phrase, (one, end), loose=True)


def _spans(plain: str, edge: "re.Pattern[str]", start: int) -> list[tuple[int, int]]:
    """What lies between the edges, none of it empty."""
    found, at = [], start
    for match in [*edge.finditer(plain, start), None]:
        end = match.start() if match else len(plain)
        found += [(at, end)] if plain[at:end].strip() else []
        at = match.end() if match else end
    return found


def _field(label: str, phrase: Phrase, span: tuple[int, int], *, loose: bool = False) -> Field:
    start, end = span
    start += len(phrase.plain[start:end]) - len(phrase.plain[start:end].lstrip())
    value = Phrase(phrase.text.cut(start, end), phrase.form, phrase.under, phrase.style)
    return Field(label, value, phrase.mark(start, end), loose)


def _title(under: Iterable[object]) -> str:
    headings = list(under)
    return headings[-1].text.plain if headings else ""  # type: ignore[attr-defined]
