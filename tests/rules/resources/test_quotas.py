"""Rules on shares of what is limited."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]

SHARED = """title: T
waves:
  one: {{name: One, tasks: {{a: {{name: A, duration: 5d}}}}}}
  two: {{name: Two, {after} tasks: {{b: {{name: B, duration: 5d}}}}}}
  three: {{name: Three, {after} tasks: {{c: {{name: C, duration: 5d}}}}}}
quotas: {{api: {{name: API, shares: {{one: {one}, two: {two}, three: {three}}}}}}}
"""


@pytest.mark.parametrize(
    ("one", "two", "three", "after"),
    [("50%", "30%", "20%", ""), ("100%", "60%", "40%", "depends_on: one,"), ("33.4%", "33.3%", "33.3%", "")],
)
def test_shares_at_work_at_once_may_come_to_all(said_by: SaidBy, one: str, two: str, three: str, after: str) -> None:
    assert said_by("quota-over-100", SHARED.format(one=one, two=two, three=three, after=after)) == []


def test_the_share_that_no_longer_fits_is_told_with_the_day(said_by: SaidBy) -> None:
    plan = SHARED.format(one="90%", two="60%", three="41%", after="depends_on: one,")
    told = ['6:63 the shares of "api" come to 101% Week 2 Day 1, more than 100%']
    assert said_by("quota-over-100", plan) == told


def test_a_share_inside_a_wave_with_a_share_does_not_come_on_top(said_by: SaidBy) -> None:
    plan = """title: T
waves: {w: {name: W, tasks: {a: {name: A, duration: 5d}}}}
quotas: {api: {name: API, shares: {w: 80%, a: 30%}}}
"""
    assert said_by("quota-over-100", plan) == []
    told = ['3:47 "api" has a share for "a" and one for "w", of which it is part']
    assert said_by("quota-share-twice", plan) == told


@pytest.mark.parametrize(
    ("share", "message"),
    [("w: 50%", '"api" gives 50% to "w", which holds no task'), ("a: 0%", '"api" gives 0% to "a"')],
)
def test_a_share_of_nothing_is_told(said_by: SaidBy, share: str, message: str) -> None:
    plan = f"""title: T
waves: {{w: {{name: W}}}}
tasks: {{a: {{name: A, duration: 1d}}}}
quotas: {{api: {{name: API, shares: {{{share}}}}}}}
"""
    assert said_by("quota-share-idle", plan) == [f"4:39 {message}"]


@pytest.mark.parametrize(
    ("limit", "is_spent"),
    [("180,000 euros", True), ("USD 9,000", True), ("€ 300 a day", False), ("500 calls", False)],
)
def test_money_is_spent_once(said_by: SaidBy, limit: str, *, is_spent: bool) -> None:
    plan = f"""
title: Example
tasks:
  crawl: {{name: Crawl, duration: 5d}}
  import: {{name: Import, duration: 5d, depends_on: crawl}}
quotas:
  ads: {{name: Ads, limit: "{limit}", shares: {{crawl: 60%, import: 50%}}}}
"""
    told = [f'7:{60 + len(limit)} the shares of "ads" come to 110%, more than 100%']
    assert said_by("quota-over-100", plan) == (told if is_spent else [])
