"""The lines that the text format shows, and the columns that it marks."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding, Place, Severity
from generator.reporters import text
from generator.reporters._excerpt import excerpt
from generator.reporters._report import Report, printable, width

LINES = (
    "summary: |",
    "  first line",
    "",
    "  second 設計 line",
    "\tthird\tline",
    "  fourth line",
    "  fifth line",
    "",
    "next: x",
)


def shown(place: tuple[int, int, int, int]) -> list[str]:
    found = excerpt(Place("p", *place), LINES)
    return [row for each in found for row in (each.text, " " * each.start + "^" * each.length)]


@pytest.mark.parametrize(("columns", "widest"), [(None, 110), (300, 110), (60, 60), (50, 50), (10, 30)])
def test_a_line_is_cut_to_the_terminal(columns: int | None, widest: int) -> None:
    line = "key: " + "word " * 60
    found = Finding("r", Severity.ERROR, "m", Place("p", 1, 151, 1, 155))
    report = Report((found,), lines={"p": (line,)}, columns=columns)
    _, shown, mark, *_ = text.format(report).split("\n")
    assert widest - 2 <= len(shown) <= widest
    assert shown[mark.index("^") : mark.rindex("^") + 1] == "word"


def test_a_value_of_several_lines_is_marked_on_each() -> None:
    assert shown((1, 10, 3, 1)) == ["summary: |", "         ^", "  first line", "  ^^^^^^^^^^"]


def test_lines_without_text_are_passed_over() -> None:
    assert shown((2, 3, 4, 9)) == ["  first line", "  ^^^^^^^^^^", "  second 設計 line", "  ^^^^^^"]


def test_wide_characters_take_two_columns() -> None:
    assert shown((4, 10, 4, 12)) == ["  second 設計 line", "         ^^^^"]
    assert shown((4, 13, 4, 17)) == ["  second 設計 line", "              ^^^^"]


def test_a_tab_takes_the_column_that_it_counts_for() -> None:
    assert shown((5, 8, 5, 12)) == [" third line", "       ^^^^"]


def test_of_many_lines_the_first_and_the_last_are_shown() -> None:
    rows = shown((1, 10, 9, 1))
    assert rows[::2] == ["summary: |", "  first line", "…", "  fifth line"]
    assert rows[5] == ""


def test_a_place_at_the_end_of_a_line_is_marked_behind_it() -> None:
    assert shown((9, 8, 9, 8)) == ["next: x", "       ^"]


@pytest.mark.parametrize("place", [(0, 1, 0, 1), (10, 1, 10, 2), (8, 1, 8, 1), (3, 1, 3, 1)])
def test_nothing_is_shown_of_lines_that_are_not_there_or_empty(place: tuple[int, int, int, int]) -> None:
    assert shown(place) == []


def columns(text: str) -> str:
    """Write a text with a blank behind each character that takes two columns, and without those that take none."""
    return "".join(char.ljust(width(char)) for char in text if width(char))


@given(st.text(min_size=1, max_size=15).filter(str.strip), st.data())
def test_the_mark_stands_below_the_value_whatever_it_is_made_of(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line.rstrip()) - 1))
    end = data.draw(st.integers(start + 1, len(line.rstrip())))
    (each,) = excerpt(Place("p", 1, start + 1, 1, end + 1), [line])
    value = columns(printable(line[start:end].replace("\t", " ")))
    assert columns(each.text)[each.start : each.start + each.length].strip() == value.strip()


@given(st.lists(st.text(max_size=150), max_size=4), st.tuples(*[st.integers(0, 200)] * 4))
def test_no_place_is_too_odd_to_be_shown(lines: list[str], place: tuple[int, int, int, int]) -> None:
    for each in excerpt(Place("p", *place), lines):
        assert each.number is None or lines[each.number - 1].strip()


def found(line: int, section: str, **more: str) -> Finding:
    place = Place(more.get("file", "plan.yaml"), line, 1, line, 2)
    return Finding("a-rule", Severity.ERROR, "wrong", place, pointer=(section,) if section else ())


def headings(*findings: Finding) -> list[str]:
    return [line for line in text.format(Report(findings)).splitlines() if line.startswith("──")]


def test_a_few_findings_have_no_headings() -> None:
    assert headings(*(found(line, f"s{line}") for line in range(1, 11))) == []


def test_many_findings_stand_below_the_section_that_they_are_in() -> None:
    many = [found(line, "tasks") for line in range(1, 8)] + [found(line, "") for line in (8, 9)]
    more = [found(10, "risks"), replace(found(11, "risks"), severity=Severity.INFO)]
    assert headings(*many, *more) == ["── tasks: 9 errors ──", "── risks: 1 error and 1 remark ──"]


def test_findings_of_several_files_stand_below_the_file() -> None:
    assert headings(found(1, "a"), found(2, "b", file="other.md")) == [
        "── plan.yaml: 1 error ──",
        "── other.md: 1 error ──",
    ]


def test_what_is_resolved_is_named_below_the_findings() -> None:
    told = text.format(Report((found(1, "a"),), resolved=("old-rule: was wrong",)))
    assert told.endswith("wrong (a-rule)\n\nresolved: old-rule: was wrong\n")


def test_nothing_is_written_of_a_sound_plan(reports: Mapping[str, Report]) -> None:
    assert text.format(reports["sound"]) == ""


def test_a_file_that_cannot_be_read_is_told_with_its_line(reports: Mapping[str, Report]) -> None:
    lines = text.format(reports["unread"]).splitlines()
    assert lines[0].startswith("plan/plan.yaml:")
    assert lines[0].endswith("(yaml-syntax)")
