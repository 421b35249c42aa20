"""Markdown as people write it is read whole, and every word knows its line and column."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.blocks import Code, Document, Heading, Listing, Paragraph, Text, texts_of
from generator.audit.reading import decode_document, read_document, slug_of

HERE = Path(__file__).parent


def read(text: str) -> Document:
    return read_document(text, "doc.md")


def shown(document: Document, text: Text) -> str:
    """Return what stands in the file at the place of a text."""
    place = text.place()
    assert place.line == place.end_line
    return document.lines[place.line - 1][place.column - 1 : place.end_column - 1]


def test_headings_know_their_level_and_those_above() -> None:
    document = read("Title\n=====\n\n## A\n\n### B {#bee}\n\n## C\n")
    told = [(each.text.plain, each.level, [up.text.plain for up in each.under]) for each in document.headings]
    assert told == [("Title", 1, []), ("A", 2, ["Title"]), ("B", 3, ["Title", "A"]), ("C", 2, ["Title"])]
    assert document.anchors >= {"title", "a", "bee", "c"}


def test_a_line_of_bold_words_is_a_heading_and_a_bold_sentence_is_not() -> None:
    document = read("**1. Overview**\n\nText.\n\n**This is important.**\n\n**Total**: 5\n")
    assert [each.text.plain for each in document.headings] == ["1. Overview"]
    assert [type(block) for block in document.blocks] == [Heading, Paragraph, Paragraph, Paragraph]


def test_cells_are_found_in_tables_of_any_form() -> None:
    document = read("| A | B |\n|---|:-:|\n| `x \\| y` | **z**&nbsp;1 |\n\nC | D\n--- | ---\n | e\nf |\n")
    first, second = document.tables
    assert [[cell.plain for cell in row] for row in first.rows] == [["x | y", "z\u00a01"]]
    assert [[cell.plain for cell in row] for row in second.rows] == [["e", ""], ["f", ""]]
    assert (first.rows[0][1].place().line, first.rows[0][1].place().column) == (3, 16)


def test_a_table_in_html_is_a_table() -> None:
    document = read(
        "<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td>one</td><td>two &amp; three</td></tr>\n</table>\n"
    )
    table = document.tables[0]
    assert [cell.plain for cell in table.cells] == ["A", "B", "one", "two & three"]
    assert (table.rows[0][0].place().line, table.rows[0][0].place().column) == (3, 9)


def test_lists_keep_nesting_numbers_and_boxes() -> None:
    document = read("1. one\n   - [x] done\n   - [ ] open\n2. two\n")
    (listing,) = [block for block in document.blocks if isinstance(block, Listing)]
    told = [(item.text.plain, item.depth, item.number, item.checked) for item in listing.items]
    assert told == [("one", 0, 1, None), ("done", 1, None, True), ("open", 1, None, False), ("two", 0, 2, None)]
    assert listing.items[1].above == listing.items[0].text


def test_code_and_boxes_are_kept_line_by_line() -> None:
    document = read("```text\nWeek 1: [A]\n  B\n```\n\n    indented\n")
    blocks = [block for block in document.blocks if isinstance(block, Code)]
    assert [[line.plain for line in block.lines] for block in blocks] == [["Week 1: [A]", "  B"], ["    indented"]]
    assert (blocks[0].info, blocks[0].lines[1].place().line) == ("text", 3)


def test_front_matter_is_no_text_and_moves_no_line() -> None:
    document = read("---\ntitle: X\n---\n\n# Heading\n")
    assert [type(block) for block in document.blocks] == [Code, Heading]
    assert document.headings[0].text.place().line == 5


def test_links_and_anchors_are_collected() -> None:
    document = read('See [the *plan*](plan.md#top) and <a id="here"></a>.\n\n## A b!\n\n## A b!\n')
    assert [(link.text, link.target, link.place.column) for link in document.links] == [
        ("the plan", "plan.md#top", 6)
    ]
    assert document.anchors == {"here", "a-b", "a-b-1"}


def test_text_inside_a_quotation_and_after_a_table_in_a_list_is_not_lost() -> None:
    document = read("> quoted **words**\n\n- item\n\n  | A |\n  |---|\n  | cell |\n")
    texts = [text.plain for block in document.blocks for text in texts_of(block)]
    assert texts == ["quoted words", "item", "A", "cell"]


def test_bytes_are_decoded_as_editors_save_them() -> None:
    assert decode_document("é".encode("utf-8-sig"), "x") == "é"
    assert decode_document("é".encode("utf-16"), "x") == "é"


def test_slugs_are_those_of_a_known_site() -> None:
    assert slug_of("Risks & Mitigations: Top 5") == "risks--mitigations-top-5"


@pytest.mark.parametrize(
    "path",
    [HERE.parent / "seed" / "quick_reference.md", *sorted(HERE.glob("documents/**/*.md"))],
    ids=lambda path: path.name,
)
def test_every_word_stands_where_its_place_says(path: Path) -> None:
    document = read(path.read_text(encoding="utf-8"))
    texts = [text for text in document.texts if text.plain.strip() and text.plain.isascii()]
    assert len(texts) > 10
    for text in texts:
        for offset, char in enumerate(text.plain):
            place = text.place(offset, offset + 1)
            written = document.lines[place.line - 1][place.column - 1 :]
            assert not char.isalnum() or written.startswith((char, "&"))


@given(st.text(alphabet="ab *_`[]()|\\&;<>#\n-", max_size=60))
def test_places_are_inside_the_file(text: str) -> None:
    document = read(text)
    for each in document.texts:
        place = each.place()
        assert 1 <= place.line <= place.end_line <= len(document.lines)
        assert 1 <= place.column <= len(document.lines[place.line - 1]) + 2


def test_a_cell_s_place_is_its_words() -> None:
    document = read("|  A |B|\n|---|---|\n|  **one two**  |`x`|\n")
    assert [shown(document, cell) for cell in document.tables[0].rows[0]] == ["one two", "x"]
