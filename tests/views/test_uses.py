"""Where the plan refers to an item, found by the types of the model and in its texts."""

from collections.abc import Callable

from generator.snapshot import Snapshot
from generator.views import item_facts, uses

Taken = Callable[[str], Snapshot]

PLAN = """
start: 2026-01-05
summary: "It is done by {{ finish('roof') }}."
roles: {mason: {name: Mason}}
people: {ann: {name: Ann Lee, role: mason, contact: ann@example.com}}
waves:
  house:
    name: The House
    team: {mason: 1}
    lead: ann
    tasks:
      wall: {name: Wall, duration: 2d, owner: ann, needs: {mason: 1}, percent_complete: 50%}
      roof: {name: Roof Frame, duration: 1d, depends_on: wall SS+1d, description: "Oak. Cut by hand."}
checkpoints: {look: {at: W1D5, scope: house, covers: ["The Roof Frame holds"]}}
risks:
  rain: {name: Rain, impact: high, probability: low, mitigation: A tent, affects: [wall],
         actions: [{do: Buy one, before: roof}]}
"""


def told(snapshot: Snapshot, kind: str, item: str) -> dict[str, list[str]]:
    return {each.label: [use.words for use in each.items] for each in uses.view(snapshot).get((kind, item), ())}


def test_every_field_that_refers_to_an_item_is_told_by_its_own_name(taken: Taken) -> None:
    assert told(taken(PLAN), "task", "wall") == {"Tasks, depends on": ["Roof Frame"], "Risks, affects": ["Rain"]}


def test_a_field_inside_an_entry_is_told_with_the_field_around_it(taken: Taken) -> None:
    assert told(taken(PLAN), "task", "roof")["Risks, actions, before"] == ["Rain"]


def test_a_key_that_refers_is_told_by_its_mapping(taken: Taken) -> None:
    found = told(taken(PLAN), "role", "mason")
    assert found == {"People, role": ["Ann Lee"], "Waves, team": ["Wave 1: The House"], "Tasks, needs": ["Wall"]}


def test_a_live_fact_and_a_name_in_a_text_are_mentions(taken: Taken) -> None:
    found = told(taken(PLAN), "task", "roof")
    assert found["The plan, mentions"] == ["summary"]
    assert found["Checkpoints, mentions"] == ["Checkpoint 1"]


def test_an_ordinary_word_is_no_mention(taken: Taken) -> None:
    found = told(taken(PLAN.replace("The Roof Frame holds", "The wall and Rain")), "risk", "rain")
    assert found == {}


def test_what_refers_to_itself_is_not_told(taken: Taken) -> None:
    text = PLAN.replace('"Oak. Cut by hand."', "\"Cut by {{ finish('roof') }}\"")
    assert "Tasks, mentions" not in told(taken(text), "task", "roof")


def test_an_item_is_told_by_date_owner_state_and_first_sentence(taken: Taken) -> None:
    facts = item_facts.view(taken(PLAN))
    wall, roof = facts["task-wall"], facts["task-roof"]
    assert (wall.kind, wall.name, wall.owner) == ("Task", "Wall", "Ann Lee")
    assert wall.when == "Week 1 Day 1 (Mon 5 Jan) to Week 1 Day 2 (Tue 6 Jan)"
    assert wall.state == "50% done, critical"
    assert roof.says == "Oak."
    assert facts["wave-house"].owner == "Ann Lee"
    assert facts["risk-rain"].state == "high impact, low probability"


def test_of_many_uses_the_number_of_the_others_is_told(taken: Taken) -> None:
    tasks = "\n".join(f"  t{number}: {{name: Part {number}, duration: 1d, owner: ann}}" for number in range(40))
    people = "roles: {mason: {name: Mason}}\npeople: {ann: {name: Ann, role: mason}}"
    snapshot = taken(f"{people}\ntasks:\n{tasks}\n")
    (group,) = uses.view(snapshot)[("person", "ann")]
    assert (group.label, len(group.items), group.more) == ("Tasks, owner", 30, 10)


def test_what_has_no_name_is_told_by_what_it_states(taken: Taken) -> None:
    snapshot = taken(f"{PLAN}criteria: {{dry: {{text: 'It is *dry* inside', items: roof}}}}\n")
    assert told(snapshot, "task", "roof")["Criteria, items"] == ["It is dry inside"]
    assert item_facts.view(snapshot)["criterion-dry"].name == "It is dry inside"
