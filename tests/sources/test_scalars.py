"""Every character of a value is found in the file, whatever style the value is written in."""

import json
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Span
from generator.sources.plan_files import parse_plan
from generator.sources.scalars import stretches
from generator.sources.source import Source
from generator.sources.stretches import place_within, stretch_within

LETTERS = st.characters(codec="utf-8", exclude_characters="\ufeff", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl"])
WORDS = st.text(st.one_of(st.sampled_from("ab:'\"\\#-{}|> é漢😀"), LETTERS), max_size=30)
LINES = st.lists(st.one_of(WORDS, st.just(""), st.sampled_from(["  more", "\ttab", "- a"])), min_size=1, max_size=6)
STYLES = {
    "double": lambda lines: json.dumps("\n".join(lines), ensure_ascii=False),
    "escaped": lambda lines: json.dumps("\n".join(lines)),
    "single": lambda lines: "'" + "\n\n     ".join(line.strip() for line in lines).replace("'", "''") + "'",
    "literal": lambda lines: "|\n" + "\n".join(f"    {line}" for line in lines),
    "literal kept": lambda lines: "|4+ # so\n" + "\n".join(f"     {line}" for line in lines) + "\n\n",
    "folded": lambda lines: ">-\n" + "\n".join(f"   {line}" for line in lines),
    "folded, blank lines": lambda lines: ">\n\n" + "\n\n".join(f"   {line}" for line in lines) + "\n",
    "plain": "\n   ".join,
}


def read(style: Callable[[list[str]], str], lines: list[str]) -> tuple[Source, str] | None:
    source = parse_plan(f"# é漢\nkey: &here {style(lines)}\nnext: 1\n".encode(), "plan.yaml")
    value = source.data.get("key") if isinstance(source.data, dict) else None
    return (source, value) if not source.findings and isinstance(value, str) else None


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@given(lines=LINES)
def test_each_character_is_where_it_is_said_to_be(style: Callable[[list[str]], str], lines: list[str]) -> None:
    found = read(style, lines)
    if found is None:
        return
    source, value = found
    begin = len(value) - len(value.lstrip())
    for index, character in enumerate(value[begin:].rstrip()):
        stretch = stretch_within(source, ("key",), Span(index, index + 1))
        assert stretch is not None
        said = source.text[slice(*stretch)]
        if character.isspace():
            assert said.isspace() or said.startswith("\\")
        elif said != character:
            assert yaml.safe_load(f'"{said}"' if said.startswith("\\") else f"'{said}'") == character


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@given(lines=LINES)
def test_the_place_tells_the_line_and_column_of_the_same_character(
    style: Callable[[list[str]], str], lines: list[str]
) -> None:
    found = read(style, lines)
    if found is None or not found[1].strip():
        return
    source, value = found
    last = len(value.strip()) - 1
    stretch = stretch_within(source, ("key",), Span(last, last + 1))
    place = place_within(source, ("key",), Span(last, last + 1))
    assert stretch is not None
    assert source.line(place.line)[place.column - 1] == source.text[stretch[0]]
    assert place.end_line == place.line
    assert place.end_column - place.column == stretch[1] - stretch[0]


TEXTS = {
    'key: "a\\x62\\u0063 \\\n     d\\te"\n': "abc d\te",
    "key: 'it''s\n\n  two'\n": "it's\ntwo",
    "key: one\n  two\n": "one two",
    "key: >\n  one\n  two\n\n    more\n  three\n": "one two\n\n  more\nthree\n",
    "key: |2\n     one\n  two\n": "   one\ntwo\n",
    "key: |-\n\n  one\r\n  two\r\n": "\none\ntwo",
}


@pytest.mark.parametrize("text", TEXTS)
def test_the_reading_agrees_with_the_parser(text: str) -> None:
    source = parse_plan(text.encode(), "plan.yaml")
    assert source.data == {"key": TEXTS[text]}
    assert stretch_within(source, ("key",), Span(0, len(TEXTS[text].strip()))) is not None


def test_a_stretch_over_folded_lines_covers_both() -> None:
    source = parse_plan(b"key: >\n  ready Week 1\n  Day 5.\n", "plan.yaml")
    place = place_within(source, ("key",), Span(6, 18))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 9, 3, 8)


def test_a_text_that_is_no_such_value_is_not_told_apart() -> None:
    assert stretches('"abc"', 0, 5, "xyz") is None


def test_a_stretch_beyond_the_text_is_the_whole_text() -> None:
    source = parse_plan(b"key: abc\n", "plan.yaml")
    assert place_within(source, ("key",), Span(1, 9)) == source.place(("key",))


def test_the_first_of_a_list_may_be_written_without_the_list() -> None:
    source = parse_plan(b"key: abc\n", "plan.yaml")
    assert place_within(source, ("key", 0), Span(1, 2)).column == 7
