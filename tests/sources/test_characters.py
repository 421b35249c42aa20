"""Characters that no document can show are told where they stand."""

import pytest

from generator.findings import Finding
from generator.sources.plan_files import parse_plan
from generator.validation import validate


def findings(text: str) -> list[Finding]:
    return list(validate(parse_plan(text.encode(), "plan.yaml")).findings)


@pytest.mark.parametrize(
    ("escape", "told"),
    [
        (r"\x07", "U+0007"),
        (r"\x85", "U+0085 (next line)"),
        (r"\u2028", "U+2028 (line separator)"),
        (r"\u202e", "U+202E (right-to-left override)"),
        (r"\u2060", "U+2060 (word joiner)"),
        (r"\ufeff", "U+FEFF (zero width no-break space)"),
        (r"\U000E0041", "U+E0041 (tag latin capital letter a)"),
    ],
)
def test_an_invisible_character_is_told_with_its_place(escape: str, told: str) -> None:
    (finding,) = findings(f'title: "T{escape}x"\n')
    assert finding.message == f"no document can show the character {told}"
    assert (finding.place.line, finding.place.column) == (1, 10)


def test_the_place_is_that_of_the_character_and_not_of_its_text() -> None:
    (finding,) = findings("title: T\nsummary: |\n  All is good.\n  Here \u202e it is.\n")
    assert (finding.place.line, finding.place.column) == (4, 8)


def test_an_invisible_character_in_a_key_is_told() -> None:
    (finding,) = findings('title: T\n"tasks\\u2060": {a: {name: A, duration: 1d}}\n')
    assert (finding.place.line, finding.place.column) == (2, 7)


@pytest.mark.parametrize("escape", [r"\u00a0", r"\u00ad", r"\u200b", r"\u200d", r"\u200e", r"\u2009"])
def test_what_typesetting_needs_may_stay(escape: str) -> None:
    assert findings(f'title: "T{escape}x"\n') == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (r'"new\nline"', "a name is a single line"),
        ("|\n      new\n      line\n", "a name is a single line"),
        (r'"a\tb"', "a name holds no tab"),
    ],
)
def test_a_line_break_or_tab_in_a_name_is_told_with_its_place(name: str, told: str) -> None:
    (finding,) = findings(f"title: T\ntasks:\n  a:\n    duration: 1d\n    name: {name}\n")
    assert (finding.message, finding.place.line, finding.place.column) == (told, 5, 11)


@pytest.mark.parametrize("name", ['"folded\n      here"', ">\n      folded\n      here\n", "|\n      one line\n"])
def test_a_name_may_be_folded(name: str) -> None:
    assert findings(f"title: T\ntasks:\n  a:\n    duration: 1d\n    name: {name}\n") == []


def test_prose_and_commands_may_have_lines_and_tabs() -> None:
    assert findings('title: T\nsummary: "one\\ttwo\\nthree"\n') == []
