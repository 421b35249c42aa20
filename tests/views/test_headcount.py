"""Everybody counts who is counted by a role or named, and nobody twice."""

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan
from generator.views._headcount import headcount_words

PEOPLE = "people: {ann: {name: Ann, role: rigger}, bo: {name: Bo, role: rigger}, cy: {name: Cy, role: lead}}\n"


@pytest.mark.parametrize(
    ("roles", "people", "words"),
    [
        ("rigger: {name: Rigger, count: 6}, lead: {name: Lead}", PEOPLE, "7 people"),
        ("rigger: {name: Rigger, count: 1}, lead: {name: Lead, count: 1}", PEOPLE, "3 people"),
        ("rigger: {name: Rigger, count: 4-6}, lead: {name: Lead, count: 1}", "", "5-7 people"),
        ("lead: {name: Lead, count: 1}", "", "1 person"),
        ("rigger: {name: Rigger}", "", ""),
    ],
)
def test_a_plan_has_those_that_its_roles_count_and_those_that_it_names(roles: str, people: str, words: str) -> None:
    source = parse_plan(f"title: T\nroles: {{{roles}}}\n{people}".encode(), "plan.yaml")
    snapshot = examine(source).snapshot
    assert snapshot is not None
    assert headcount_words(snapshot.plan) == words
