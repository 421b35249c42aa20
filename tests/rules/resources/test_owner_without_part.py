"""Who is given something without a part in its work."""

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: T
roles: {r: {name: R}}
people: {ann: {name: Ann Lee, role: r}}
tasks: {a: {name: A, duration: 1d, owner: ann}}
risks:
  k: {name: K, impact: low, probability: low, mitigation: M, affects: nowhere, actions: [{do: Look, owner: ann}]}
"""


def test_an_unknown_item_is_told_as_such_and_nothing_else_of_it() -> None:
    found = [finding.rule for finding in examine(parse_plan(PLAN.encode(), "plan.yaml")).findings]
    assert "unknown-reference" in found
