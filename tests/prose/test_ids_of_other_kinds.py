"""An id that the plan has, in a fact that tells nothing of its kind."""

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: T
summary: "At {{ first_day('jutta') }}"
roles: {dev: {name: Dev}}
people: {jutta: {name: J, role: dev}}
tasks: {a: {name: A, duration: 1d, owner: jutta, people: jutta}}
"""


def test_a_known_id_of_another_kind_is_told_as_what_it_is() -> None:
    found = [each for each in examine(parse_plan(PLAN.encode(), "plan.yaml")).findings if each.rule == "unknown-fact"]
    assert [each.message for each in found] == ['"jutta" is a person, of which this fact tells nothing']
    assert found[0].help == "name a task, wave, phase, milestone or checkpoint"
