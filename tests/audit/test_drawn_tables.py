"""Tables drawn with dashes, and lists whose marks a converter took for mere characters."""

import pytest

from generator.audit.blocks import Listing, Table
from generator.audit.reading import read_document

GRID = """\
# Boats

+------+-----------------+-------+
| Boat | Skipper         | Seats |
+======+=================+=======+
| Gull | Ada Lind, who   | 12    |
|      | also has Tern   |       |
+------+-----------------+-------+
| Tern | Ada Lind        | 8     |
+------+-----------------+-------+

After.
"""
SIMPLE = """\
# Boats

  Boat   Skipper         Seats
  ------ ------------- -------
  Gull   Ada Lind           12
  Tern                       8

After.
"""
MULTILINE = """\
# Boats

---------------------------------
 Boat   Skipper            Seats
------- ---------------- -------
 Gull   Ada Lind, who         12
        also has Tern

 Tern   Ada Lind               8
---------------------------------

After.
"""


def _cells(text: str) -> list[list[str]]:
    (table,) = read_document(text, "a.md").tables
    return [[cell.plain for cell in row] for row in (table.header, *table.rows)]


@pytest.mark.parametrize("text", [GRID, MULTILINE])
def test_a_cell_may_run_over_lines(text: str) -> None:
    head = ["Boat", "Skipper", "Seats"]
    assert _cells(text) == [head, ["Gull", "Ada Lind, who also has Tern", "12"], ["Tern", "Ada Lind", "8"]]


def test_an_empty_cell_is_one() -> None:
    assert _cells(SIMPLE) == [["Boat", "Skipper", "Seats"], ["Gull", "Ada Lind", "12"], ["Tern", "", "8"]]


@pytest.mark.parametrize("text", [GRID, SIMPLE, MULTILINE])
def test_a_cell_knows_its_place_and_what_follows_is_text(text: str) -> None:
    document = read_document(text, "a.md")
    (table,) = document.tables
    line, column = table.rows[1][2].spot
    assert document.lines[line - 1][column - 1] == "8"
    assert document.texts[-1].plain == "After."


@pytest.mark.parametrize(
    "text",
    [
        "+---+---+\n| a | b |\n+---+---+",
        "+---+---+\n| a | b |\n| one word |\n+---+---+\n| c | d |\n+---+---+",
        "```\n" + GRID + "```",
        "words over the gap\n----- -----\nmore words here\n",
        "text\n--- ---\n",
        "a  b\n---\nc  d\n",
        "+--" * 3000,
        "a\n" + "-- --\n" * 3000,
    ],
)
def test_what_is_no_table_stays_text(text: str) -> None:
    assert read_document(text, "a.md").tables == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1\\. One\n\n2\\. Two", [1, 2]),
        ("a\\) One\n\nb\\) Two", [1, 2]),
        ("a) One\nb) Two", [1, 2]),
        ("\\- One\n\n\\- Two", [None, None]),
    ],
)
def test_marks_of_lists_may_be_escaped(text: str, numbers: list[int | None]) -> None:
    (block,) = read_document(text, "a.md").blocks
    assert isinstance(block, Listing)
    assert [(item.text.plain, item.number) for item in block.items] == [("One", numbers[0]), ("Two", numbers[1])]


@pytest.mark.parametrize("text", ["\\[ \\] Ovens in\n\n\\[x\\] Cooks there", "[ ] Ovens in\n[x] Cooks there"])
def test_boxes_may_stand_without_bullets(text: str) -> None:
    document = read_document(text, "a.md")
    (block,) = document.blocks
    assert isinstance(block, Listing)
    assert [item.checked for item in block.items] == [False, True]
    line, column = block.items[1].text.spot
    assert document.lines[line - 1][column - 1 :] == "Cooks there"


def test_a_single_letter_is_no_list() -> None:
    assert not any(isinstance(block, Listing | Table) for block in read_document("a) One", "a.md").blocks)


BOXED = """\
# Gauges

```text
┌───────┬────────┬───────┐
│ Gauge │ Target │ Alarm │
├───────┼────────┼───────┤
│ Crash │ < 1%   │ > 2%  │
│ Login │ < 3 s  │ > 9 s │
└───────┴────────┴───────┘
```
"""


@pytest.mark.parametrize(
    "text", [BOXED, BOXED.replace("│", "|").translate(str.maketrans("┌┬┐├┼┤└┴┘─", "+" * 9 + "-"))]
)
def test_a_table_drawn_in_a_code_block_has_a_row_a_line(text: str) -> None:
    assert _cells(text) == [["Gauge", "Target", "Alarm"], ["Crash", "< 1%", "> 2%"], ["Login", "< 3 s", "> 9 s"]]


def test_a_box_with_words_besides_its_grid_stays_a_drawing() -> None:
    assert not read_document(BOXED.replace("```text\n", "```text\nAs of May\n"), "a.md").tables
