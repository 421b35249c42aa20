"""The rule that finds a name or a path that is written with one letter wrong, once."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]
RULE = "word-misspelt"


def plan(text: str) -> str:
    texts = (
        "The halls of Kelsterbach",
        "Power for Kelsterbach from `site/power`",
        "Back to Kelsterbach, see `site/power`",
        text,
    )
    return "title: T\ntasks:\n" + "".join(
        f"  t{number}: {{name: T{number}, duration: 1d, description: '{each}'}}\n"
        for number, each in enumerate(texts)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lorries to Kelsterbach",
        "The Kelsterbachs are a family",
        "A house in Kelsterdorf",
        "See `site/tower`, and `site/powers`",
    ],
)
def test_the_name_itself_and_others_are_no_finding(said_by: SaidBy, text: str) -> None:
    assert said_by(RULE, plan(text)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Lorries to Kelsterbch", "Kelsterbach"),
        ("Lorries to Kelstrebach", "Kelsterbach"),
        ("See `site/pwoer`", "site/power"),
    ],
)
def test_one_letter_off_is_told(said_by: SaidBy, text: str, right: str) -> None:
    (said,) = said_by(RULE, plan(text))
    assert said.endswith(f'stands nowhere else, and "{right}" often')


def test_two_people_may_be_called_nearly_alike(said_by: SaidBy) -> None:
    people = "roles: {dev: {name: Dev}}\npeople: {a: {name: Anna Kelsterbech, role: dev}}\n"
    assert said_by(RULE, people + plan("A word of Kelsterbech")) == []
