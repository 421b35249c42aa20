"""Takes documents apart into texts, each with what surrounds it."""

from collections.abc import Iterator
from itertools import pairwise

from generator.audit.blocks import Block, Code, Document, Heading, Listing, Paragraph, Table, Text
from generator.audit.understanding.grids import read_table
from generator.audit.understanding.numbers import uses_decimal_comma
from generator.audit.understanding.own_nouns import own_nouns
from generator.audit.understanding.past import heads_the_past
from generator.audit.understanding.phrases import Drawing, Grid, Phrase, Reading, Row, Style
from generator.audit.understanding.points import date_style, years_in
from generator.audit.understanding.units import Codes, Labels, Nouns, codes_in, header_kind, units_only
from generator.audit.understanding.words import level

_DRAWN = frozenset({"", "text", "txt", "ascii", "plain", "plaintext"})
_LONGEST_LEAD = 60


def take_apart(documents: tuple[Document, ...]) -> Reading:
    """Give every text its surroundings."""
    phrases: list[Phrase] = []
    tables: list[tuple[Grid, tuple[Row, ...]]] = []
    drawings: list[Drawing] = []
    years = years_in([text.plain for document in documents for text in document.texts])
    styles = _styles(documents, years)
    for document, style in zip(documents, styles, strict=True):
        first = document.headings[:1]
        for before, block in pairwise((None, *document.blocks)):
            if block is None or _is_aside(block, first):
                continue
            if isinstance(block, Table):
                tables.append(read_table(block, style, document.file))
                grid, rows = tables[-1]
                phrases += [*grid.header, *(cell for row in rows for cell in row.cells)]
            elif isinstance(block, Code):
                lines = tuple(Phrase(line, "code", block.under, style) for line in block.lines)
                drawings.append(Drawing(block.info, lines, block.under))
                phrases += lines
            else:
                phrases += _phrases(block, style, _lead(before))
    headings = tuple(phrase for phrase in phrases if phrase.form == "heading")
    titles = frozenset(
        title for document, style in zip(documents, styles, strict=True) for title in _titles(document, style)
    )
    return Reading(documents, tuple(phrases), tuple(tables), tuple(drawings), headings, titles)


def _styles(documents: tuple[Document, ...], years: frozenset[int]) -> list[Style]:
    """Each document has its dates and codes; the nouns of one are those of all."""
    texts = [[text.plain for text in document.texts] for document in documents]
    dates = [date_style(told, years) for told in texts]
    nouns = own_nouns(zip(documents, dates, strict=True))
    return [
        Style(uses_decimal_comma(told), written, Labels(_codes(document, nouns), nouns))
        for document, told, written in zip(documents, texts, dates, strict=True)
    ]


def _codes(document: Document, nouns: Nouns) -> Codes:
    columns = [
        (header_kind(header.plain, Labels((), nouns)), [row[index].plain for row in table.rows])
        for table in document.tables
        for index, header in enumerate(table.header)
    ]
    return codes_in(columns)


def _titles(document: Document, style: Style) -> tuple[Heading, ...]:
    """The first heading is the title, unless it begins with a part and has others of its kind beside it."""
    first, others = document.headings[:1], document.headings[1:]
    kinds = [_leading_kind(heading, style) for heading in first]
    beside = any(heading.level <= first[0].level and _leading_kind(heading, style) in kinds for heading in others)
    return () if any(kinds) and beside else first


def _leading_kind(heading: Heading, style: Style) -> str:
    found = units_only(heading.text.plain, labels=style.labels)
    return found[0].unit.kind if found else ""


def _is_aside(block: Block, first: tuple[Heading, ...]) -> bool:
    told = [*block.under, *([block] if isinstance(block, Heading) else [])]
    is_past = any(heads_the_past(heading.text.plain) for heading in told if heading not in first)
    return is_past or (isinstance(block, Code) and block.info.split(" ")[0].lower() not in _DRAWN)


def _lead(before: Block | None) -> Text | None:
    """`Alarm at once:`, a line that a list stands below as it would below a heading."""
    plain = level(before.text.plain).strip() if isinstance(before, Paragraph) else ""
    leads = plain.endswith(":") and len(plain) <= _LONGEST_LEAD and "." not in plain
    return before.text if leads and isinstance(before, Paragraph) else None


def _phrases(block: Block, style: Style, lead: Text | None) -> Iterator[Phrase]:
    if isinstance(block, Listing):
        yield from (Phrase(item.text, "item", block.under, style, item, lead) for item in block.items)
    elif isinstance(block, Heading):
        yield Phrase(block.text, "heading", block.under, style)
    elif isinstance(block, Paragraph):
        yield Phrase(block.text, "paragraph", block.under, style)
