"""The rule that holds the brackets and quotes of a query against each other."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]


def plan(query: str) -> str:
    quoted = query.replace("'", "''")
    return f"title: T\nalerts:\n  a: {{name: A, threshold: \"> 1%\", query: '{quoted}'}}\n"


@pytest.mark.parametrize(
    "query",
    [
        'sum(rate(failed{env="a"}[5m]))',
        "SELECT count(*) FROM t WHERE name = 'a)b' -- (the old one",
        'grep "it\'s (open" log',
        "avg:queue.size{host:a} in [0, 5)",
        r"match(/\(/)",
        "don't count",
    ],
)
def test_what_is_whole_is_no_finding(said_by: SaidBy, query: str) -> None:
    assert said_by("unbalanced-query", plan(query)) == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ('sum(rate(failed{env="a"}[5m])', "opens ( without )"),
        ("rate(failed[5m)", "opens [ without ]"),
        ("rate(failed)) > 1", "closes ) without ("),
        ('count(kind = "late)', 'opens " without "'),
        ("{app=a | json", "opens { without }"),
    ],
)
def test_a_mark_without_its_other_half_is_told(said_by: SaidBy, query: str, told: str) -> None:
    (said,) = said_by("unbalanced-query", plan(query))
    assert said.endswith(f'the query of "a" {told}')
