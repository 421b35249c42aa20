"""Ranges that say too little, leads that reach too far, stages out of order."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("duration", "message"),
    [
        ("2d", None),
        ("2d/3d/10d", None),
        ("2d/3d/11d", 'duration 2d/3d/11d of "a" spans more than 5 times its optimistic point (estimate-too-wide)'),
        ("0d/3d/5d", 'duration 0d/3d/5d of "a" spans more than 5 times its optimistic point (estimate-too-wide)'),
        ("4h/1d/2d", None),
        ("8h/1d/2d", None),
        ("12h/3d/1w", 'duration 12h/3d/1w of "a" mixes three units (estimate-units)'),
        ("1ed/5d/5d", 'duration 1ed/5d/5d of "a" mixes elapsed and working time (estimate-units)'),
        ("1ed/2ed/5ed", None),
    ],
)
def test_a_range_says_how_long_work_takes(found: Found, duration: str, message: str | None) -> None:
    lines = found(f"title: T\ntasks: {{a: {{name: A, duration: {duration}}}}}\n")
    assert [line for line in lines if "estimate" in line] == ([f"2:32 {message}"] if message else [])


def test_how_wide_is_too_wide_can_be_told(found: Found) -> None:
    plan = "title: T\nchecks: {estimate-too-wide: {most: 2}}\ntasks: {a: {name: A, duration: 2d/3d/5d}}\n"
    assert found(plan) == [
        '3:32 duration 2d/3d/5d of "a" spans more than 2 times its optimistic point (estimate-too-wide)'
    ]


LEAD = """title: T
waves: {{w: {{name: W, tasks: {{a: {{name: A, duration: 1d}}, b: {{name: B, duration: 2d, depends_on: a}}}}}}}}
tasks: {{z: {{name: Z, duration: 4d}}, c: {{name: C, duration: 1d, depends_on: [z, {link}]}}}}
"""


@pytest.mark.parametrize(
    ("link", "is_found"),
    [
        ("b FS-2d", False),
        ("b FS-3d", True),
        ("b FF-3d", True),
        ("w FS-3d", False),
        ("w FS-4d", True),
        ("b SS", False),
    ],
)
def test_a_lead_ends_where_its_predecessor_starts(found: Found, link: str, is_found: bool) -> None:  # noqa: FBT001
    lines = [line for line in found(LEAD.format(link=link)) if "lead" in line]
    before = link[0]
    told = f'3:80 "{link}" reaches back to before "{before}" starts (lead-beyond-predecessor)'
    assert lines == ([told] if is_found else [])


STAGES = """title: T
phases:
  p: {{name: P, tasks: {{a: {{name: A, duration: 2d, {first}}}}}}}
  q: {{name: Q, tasks: {{b: {{name: B, duration: 2d, {second}}}}}}}
"""


def test_a_phase_that_is_over_before_the_one_above_begins_is_found(found: Found) -> None:
    assert found(STAGES.format(first="depends_on: b", second="")) == [
        '4:3 "q" ends W1D2, before "p" begins W1D3 (line 3) (order-of-stages)'
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("", ""), ("", "depends_on: a"), ("depends_on: b FS-1d", ""), ("depends_on: b SS+1d", "")]
)
def test_phases_beside_each_other_are_in_order(found: Found, first: str, second: str) -> None:
    assert found(STAGES.format(first=first, second=second)) == []


def test_waves_are_in_order_only_where_they_are_numbered(found: Found) -> None:
    plan = """title: T
waves:
  wave-1: {name: One, tasks: {a: {name: A, duration: 2d, depends_on: b}}}
  wave-2: {name: Two, tasks: {b: {name: B, duration: 2d}}}
"""
    assert [line.rpartition(" ")[2] for line in found(plan)] == ["(order-of-stages)"]
    assert found(plan.replace("wave-1", "food").replace("wave-2", "sound")) == []
