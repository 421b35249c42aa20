"""Tables found without the parser: the same cells at the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.blocks import Code
from generator.audit.pipe_tables import set_aside
from generator.audit.reading import read_document

_CELL = st.text(alphabet="ab1 *`_[]()<>&\\|~", max_size=12).map(lambda cell: cell.replace("|", "\\|"))
_ROWS = st.lists(st.lists(_CELL, min_size=1, max_size=4), min_size=1, max_size=4)


def _cells(text: str, indent: int = 0) -> list[tuple[str, int, int]]:
    tables = read_document(text, "a.md").tables
    return [
        (cell.plain, cell.spot[0], cell.spot[1] - indent)
        for table in tables
        for cell in table.cells
        if cell.plain.strip()
    ]


@given(_ROWS)
def test_a_table_reads_as_with_the_parser(rows: list[list[str]]) -> None:
    """A line that is indented is left to the parser."""
    told = ["|" + "|".join(f" {cell} " for cell in row) + "|" for row in rows]
    lines = [told[0], "|" + "---|" * len(rows[0]), *told[1:]]
    assert _cells("\n".join(lines)) == _cells("\n".join(f" {line}" for line in lines), 1)


@pytest.mark.parametrize(
    "table", ["| a | b |\n|---|---|\n| 1 |", "| a |\n|---|\n| 1 | 2 |\n| \\| |", "| a\n|---|\n| 1"]
)
def test_rows_are_as_long_as_the_header(table: str) -> None:
    assert _cells(f"# T\n\n{table}\n\nb") == _cells(f"# T\n\n {table.replace(chr(10), chr(10) + ' ')}\n\nb", 1)


@pytest.mark.parametrize(
    "code", ["```\n\n{}\n\n```", "~~~~\n\n{}\n\n~~~\n~~~~", "- a\n\n    ```\n\n{}\n\n    ```", "<!--\n\n{}\n\n-->"]
)
def test_what_may_stand_in_code_is_left_to_the_parser(code: str) -> None:
    assert set_aside(code.format("| a |\n|---|").split("\n"))[1] == {}


def test_a_table_ends_a_list_and_stands_in_its_order() -> None:
    document = read_document("- a\n\n| t |\n|---|\n| 1 |\n\n- b\n\n```\nc\n```\n", "a.md")
    assert [type(block).__name__ for block in document.blocks] == ["Listing", "Table", "Listing", Code.__name__]


def test_lines_that_no_table_begins_with_are_none() -> None:
    assert set_aside(["| a |", "| b |"])[1] == {}
    assert set_aside(["words", "| a |", "|---|"])[1] == {}
    assert set_aside(["| a |", "|---|", "words"])[1] == {}
