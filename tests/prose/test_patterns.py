"""Patterns that are tried only where a word occurs that they cannot do without."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator import literals
from generator.patterns import DIGIT, Pattern, any_of

_ROOT = Path(__file__).parents[2]
_WRITTEN = ("plan/*.yaml", "tests/plans/*.yaml", "tests/prose/*.*", "tests/audit/**/*.md", "docs/*.md")


def _patterns() -> Iterator[tuple[str, Pattern]]:
    for info in pkgutil.iter_modules(literals.__path__):
        for name, value in vars(importlib.import_module(f"generator.literals.{info.name}")).items():
            yield from ((f"{info.name}.{name}", each) for each in _within(value) if each.holds or each.words)


def _within(value: object) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _within(getattr(each, "gap", each))


@cache
def _lines() -> frozenset[str]:
    files = (file for pattern in _WRITTEN for file in _ROOT.glob(pattern))
    return frozenset(line for file in files for line in file.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*each, id=each[0]) for each in _patterns()])
def test_what_a_pattern_is_not_tried_on_it_would_not_find(name: str, pattern: Pattern) -> None:
    missed = [line for line in _lines() if pattern.compiled.search(line) and not pattern.search(line)]
    assert not missed, name


def test_a_pattern_is_compiled_when_it_is_first_tried() -> None:
    pattern = Pattern(r"\bin\s+week\s+\d", ("week",))
    assert pattern.search("in month 3") is None
    assert "compiled" not in vars(pattern)
    assert pattern.search("in week 3")
    assert "compiled" in vars(pattern)


def test_the_words_of_a_pattern_are_looked_for_within_its_bounds() -> None:
    pattern = Pattern(r"week", ("week",))
    assert pattern.search("week and day", 5) is None
    assert pattern.match("a week", 2, 6)
    assert pattern.fullmatch("a week long", 2, 6)
    assert [found.start() for found in pattern.finditer("week, week", 1)] == [6]


def test_a_whole_word_of_a_pattern_is_looked_for_in_small_and_large_letters() -> None:
    pattern = Pattern(r"(?i:all)\s+tasks", words=(any_of("all every"), any_of("tasks")))
    assert pattern.search("All tasks")
    assert pattern.search("call tasks") is None
    assert "compiled" in vars(pattern)
    assert Pattern(r"(?i:all)\s+tasks", words=(any_of("all"),)).search("call tasks") is None


def test_whole_words_are_looked_for_within_the_bounds_of_a_search() -> None:
    pattern = Pattern(r"week", words=(any_of("week"),))
    assert pattern.search("week and day", 5) is None
    assert pattern.match("a week", 2, 6)


def test_any_figure_is_a_word_with_a_digit() -> None:
    pattern = Pattern(r"W\d", words=(any_of(DIGIT),))
    assert pattern.search("from W3 on")
    assert pattern.search("from W on") is None
