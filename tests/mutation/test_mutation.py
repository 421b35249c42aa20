"""Every single fault that is put into a sound plan is found by the rule meant for it, at its exact place."""

import pytest

from tests.mutation.fault import Good
from tests.mutation.plan_text import PlanText
from tests.mutation.run import FLOORS, good_plans, kinds, table, tried

SAMPLE = PlanText('a: {b: [c, d], e: "f"}\ng:\n  h: 1\n  i:\n    - j\n    - k\n  l: >-\n    m\n    n\no: 2\n')


@pytest.mark.parametrize("good", good_plans(), ids=lambda good: good.name)
def test_a_sound_plan_has_no_finding(good: Good) -> None:
    assert good.outcome.findings == ()


@pytest.mark.parametrize("kind", kinds())
def test_a_fault_is_found(kind: str) -> None:
    tally = tried(kind)
    assert tally.tried
    assert len(tally.missed) <= tally.tried * (1 - FLOORS.get(kind, 1)), table([tally])


def test_there_are_many_kinds() -> None:
    assert len(kinds()) >= 40


@pytest.mark.parametrize(
    ("edited", "data"),
    [
        (SAMPLE.put(("a", "e"), "x"), {"a": {"b": ["c", "d"], "e": "x"}}),
        (SAMPLE.drop(("a", "e")), {"a": {"b": ["c", "d"]}}),
        (SAMPLE.drop(("a", "b", 0)), {"a": {"b": ["d"], "e": "f"}}),
        (SAMPLE.append(("a", "b"), "x"), {"a": {"b": ["c", "d", "x"], "e": "f"}}),
        (SAMPLE.append(("a", "e"), "x"), {"a": {"b": ["c", "d"], "e": ["f", "x"]}}),
        (SAMPLE.add(("a",), "x", "y"), {"a": {"x": "y", "b": ["c", "d"], "e": "f"}}),
        (SAMPLE.swap(("a", "e"), ("a", "b")), {"a": {"b": "f", "e": ["c", "d"]}}),
        (SAMPLE.drop(("g", "l")), {"g": {"h": "1", "i": ["j", "k"]}}),
        (SAMPLE.drop(("g", "i", 1)), {"g": {"h": "1", "i": ["j"], "l": "m n"}}),
        (SAMPLE.append(("g", "i"), "x"), {"g": {"h": "1", "i": ["j", "k", "x"], "l": "m n"}}),
        (SAMPLE.rename(("g", "h"), "x"), {"g": {"x": "1", "i": ["j", "k"], "l": "m n"}}),
    ],
)
def test_an_edit_changes_what_it_says_and_nothing_else(edited: str, data: dict[str, object]) -> None:
    assert PlanText(edited).data == {**SAMPLE.data, **data}
