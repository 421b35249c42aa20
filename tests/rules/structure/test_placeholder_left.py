"""Marks of unfinished text are found wherever they stand, and only they."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


def placeholders(lines: list[str]) -> list[str]:
    return [line.partition(" (placeholder-left)")[0] for line in lines if line.endswith("(placeholder-left)")]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("TBD", "TBD"),
        ("Signed by TBD until noon", "TBD"),
        ("TODO write this", "TODO"),
        ("Owner: TODO", "TODO"),
        ("Tiles [TODO], then paint", "TODO"),
        ("Who pays??", "??"),
        ("By ??? at noon", "???"),
        ("Five people (?) at work", "(?)"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("Ask <name> for the key", "<name>"),
        ("Ask [your name] for the key", "[your name]"),
        ("...", "..."),
    ],
)
def test_a_mark_is_found(found: Found, text: str, mark: str) -> None:
    assert placeholders(found(f'title: T\nsummary: "{text}"\n')) == [f'2:10 placeholder "{mark}" is left']


@pytest.mark.parametrize(
    "text",
    [
        "No TODO is left in the code",
        "Press <kbd>Enter</kbd> twice",
        "Run `kubectl rollout undo <service>`",
        "Who pays?",
        "5 < 7 and 9 > 8",
        "See [name of the page](guide.md)",
        "See <https://example.org>",
        "Wait … then go on",
        "`TBD`",
    ],
)
def test_ordinary_text_is_left_alone(found: Found, text: str) -> None:
    assert placeholders(found(f'title: T\nsummary: "{text}"\n')) == []


def test_names_and_lists_deep_in_the_plan_are_read(found: Found) -> None:
    plan = """title: T
people: {p: {name: TBD, role: r}}
roles: {r: {name: R}}
risks:
  x: {name: X, impact: low, probability: low, mitigation: M, contingency: [Call, "???"]}
"""
    assert placeholders(found(plan)) == ['2:20 placeholder "TBD" is left', '5:82 placeholder "???" is left']


def test_what_an_earlier_text_said_is_quoted_as_it_was(found: Found) -> None:
    assert placeholders(found('title: T\ndecisions: {d: {title: D, said: "Date TBD", does: X, why: Y}}\n')) == []
