"""The rule that holds the weekday in a task's name against the day on which it is done."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]


def plan(name: str) -> str:
    return f"title: T\nstart: 2026-05-18\ntasks:\n  t: {{name: {name}, duration: 1d}}\n"


@pytest.mark.parametrize(
    "name", ["Watch on the First Monday", "First Monday", "Brief for Tuesday", "Monday to Friday"]
)
def test_a_name_of_its_day_or_of_another_thing_is_no_finding(said_by: SaidBy, name: str) -> None:
    assert said_by("name-weekday", plan(name)) == []


@pytest.mark.parametrize("name", ["Watch on the First Tuesday", "First Friday", "Talk on Sunday"])
def test_a_name_of_another_day_is_told(said_by: SaidBy, name: str) -> None:
    (said,) = said_by("name-weekday", plan(name))
    assert said.endswith(", and is done on Monday")


def test_a_plan_without_dates_has_no_weekdays(said_by: SaidBy) -> None:
    assert said_by("name-weekday", "title: T\ntasks: {t: {name: Talk on Sunday, duration: 1d}}\n") == []
