"""The edges of rules about chances and factors."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]
TASKS = "title: T\nwaves: {empty: {name: E}, w: {name: W, tasks: {dig: {name: Dig, duration: 5d}}}}\n"


def risks(*lines: str) -> str:
    given = (
        f"  {name}: {{name: R, impact: low, mitigation: M, {rest}}}\n"
        for name, rest in (x.split(" ", 1) for x in lines)
    )
    return f"{TASKS}risks:\n{''.join(given)}"


@pytest.mark.parametrize(
    ("risk", "said"),
    [
        ("a probability: low, factor: 2, affects: dig", ['4:70 "a" has a factor (2) and no chance']),
        ("a probability: low, chance: 5%, factor: 2", ['4:82 "a" has a factor (2) and affects nothing']),
        (
            "a probability: low, chance: 5%, factor: 2, affects: empty",
            ['4:94 "a" has a factor (2), but "empty" has no task'],
        ),
        ("a probability: low, chance: 5%, factor: 2, affects: w", []),
        ("a probability: low, chance: 0%, factor: 2, affects: w", []),
        ("a probability: low, chance: 5%", []),
    ],
)
def test_a_factor_needs_a_chance_and_tasks(said_by: SaidBy, risk: str, said: list[str]) -> None:
    assert said_by("risk-factor-idle", risks(risk)) == said


def test_the_chance_of_a_level_will_do(said_by: SaidBy) -> None:
    text = risks("a probability: low, factor: 2, affects: dig") + "simulation: {chances: {low: 10%}}\n"
    assert not said_by("risk-factor-idle", text)


def test_what_lacks_both_is_told_of_both(said_by: SaidBy) -> None:
    assert len(said_by("risk-factor-idle", risks("a probability: low, factor: 2"))) == 2


def test_equal_chances_are_in_order(said_by: SaidBy) -> None:
    text = risks("a probability: low, chance: 20%", "b probability: high, chance: 20%", "c probability: low")
    assert not said_by("chance-out-of-order", text)


def test_the_one_that_is_too_likely_is_told_beside_the_least_likely(said_by: SaidBy) -> None:
    text = risks(
        "a probability: low, chance: 30%", "b probability: medium, chance: 20%", "c probability: high, chance: 10%"
    )
    assert said_by("chance-out-of-order", text) == [
        '4:70 "a" is low with a chance of 30%, "c" is high with 10%',
        '5:73 "b" is medium with a chance of 20%, "c" is high with 10%',
    ]


def test_the_scale_is_held_against_the_risks(said_by: SaidBy) -> None:
    text = risks("a probability: low, chance: 30%") + "simulation: {chances: {low: 10%, high: 25%}}\n"
    assert said_by("chance-out-of-order", text) == [
        '4:70 "a" is low with a chance of 30%, the scale under "simulation" is high with 25%'
    ]
