"""Lists whose entries all tell the same under the same labels are understood as the tables that they stand for."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.audit.audit import contradictions
from generator.audit.reading import read_document
from generator.audit.understanding.listed_tables import with_listed_tables

SEED = (Path(__file__).parents[1] / "seed" / "quick_reference.md").read_text(encoding="utf-8")
Row = dict[str, str]


def told(text: str) -> list[str]:
    """What is found, whatever the lines are."""
    found = [f"{each.rule}: {each.message}" for each in contradictions([read_document(text, "doc.md")])]
    return sorted(re.split(r': "| \(the r', each)[0] for each in found)


def rewritten(text: str, write: Callable[[str, Row], list[str]]) -> str:
    """Write each row of each table anew."""
    return "\n".join(_lines(text.split("\n"), write))


def _lines(lines: list[str], write: Callable[[str, Row], list[str]]) -> Iterator[str]:
    header: list[str] = []
    for line, follows in zip(lines, [*lines[1:], ""], strict=True):
        if not line.startswith("|"):
            header = []
            yield line
        elif re.fullmatch(r"\|[\s:|-]+\|", follows):
            header = _cells(line)
        elif not re.fullmatch(r"\|[\s:|-]+\|", line):
            name, *values = _cells(line)
            name = f"{header[0]} {name}" if name.isdecimal() else name
            yield from write(name.strip("*"), dict(zip(header[1:], values, strict=True)))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def in_line(name: str, row: Row) -> list[str]:
    return [f"- **{name}**: " + ", ".join(f"{label}: {value}" for label, value in row.items())]


def nested(name: str, row: Row) -> list[str]:
    return [f"- **{name}**", *(f"  - {label}: {value}" for label, value in row.items())]


def headed(name: str, row: Row) -> list[str]:
    return ["", f"#### {name}", "", *(f"- **{label}**: {value}" for label, value in row.items())]


@pytest.mark.parametrize("write", [in_line, nested, headed])
def test_the_seed_says_the_same_in_lists_as_in_tables(write: Callable[[str, Row], list[str]]) -> None:
    assert told(rewritten(SEED, write)) == told(SEED)


def test_words_of_such_a_list_keep_their_places() -> None:
    text = "- **Gate 1**: When: Week 2, Scope: Login\n- **Gate 2**: When: Week 4, Scope: Search\n"
    (table,) = with_listed_tables(read_document(text, "doc.md")).tables
    assert [cell.plain for cell in table.cells] == [
        "", "When", "Scope", "Gate 1", "Week 2", "Login", "Gate 2", "Week 4", "Search",
    ]  # fmt: skip
    lines = text.splitlines()
    for cell in table.cells[1:]:
        place = cell.place()
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == cell.plain


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- Gate 1: When: Week 2, Scope: Login\n- Gate 2: When: Week 4\n", id="other labels"),
        pytest.param("- Gate 1: When: Week 2\n- Gate 2: When: Week 4\n", id="one label"),
        pytest.param("- Gate 1: When: Week 2, Scope: Login\n", id="one entry"),
        pytest.param("- Ada: Colour: red, Taste: sweet\n- Bob: Colour: blue, Taste: sour\n", id="of nothing known"),
        pytest.param("- [ ] Gate 1: When: Week 2\n  - Scope: Login\n- [ ] Gate 2\n  - Scope: Search\n", id="boxes"),
        pytest.param("- Login\n  - quick: yes\n  - safe\n- Search\n  - quick: no\n  - safe\n", id="not all labelled"),
    ],
)
def test_other_lists_stay_lists(text: str) -> None:
    assert with_listed_tables(read_document(text, "doc.md")).tables == ()


def test_a_title_may_stand_on_the_level_of_its_sections() -> None:
    text = (
        "# Phase 5 in short\n\n# Order\n\n## Phase 1: Base (Weeks 1-2)\n\n## Phase 2: Rest (Weeks 3-4)\n\n# People\n"
    )
    assert told(text) == []
