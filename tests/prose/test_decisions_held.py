"""What decisions and risks tell of the plan's own data: each statement is held against it, both ways."""

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: Reef
start: 2026-01-05
roles:
  diver: {name: Diver, count: 6, responsibilities: Dives}
  cook: {name: Cook, count: 1, shared: true, responsibilities: "The galley, its stores and its fire"}
  mate: {name: Mate, count: 1, shared: true, counts_as: diver, responsibilities: The boats}
people:
  ann: {name: Ann Reed, role: cook}
  ben: {name: Ben Stone, role: mate}
  cem: {name: Cem Ada, role: diver}
  dov: {name: Dov Levi, role: diver}
waves:
  north:
    name: North Bank
    team: {diver: 2, cook: 1}
    tasks:
      ropes: {name: Ropes and Buoys, duration: 2d, needs: {diver: 2}, owner: cem}
      north-survey: {name: Survey of the North, duration: 3d, depends_on: ropes, needs: {diver: 2}, owner: cem}
      north-count: {name: First Count of the North, duration: 1d, depends_on: ropes, needs: {diver: 1}, owner: cem}
  south:
    name: South Bank
    depends_on: north
    rationale: It begins after the north, and ends last.
    team: {diver: 2}
    tasks:
      south-survey: {name: Survey of the South, duration: 3d, needs: {diver: 2}, owner: dov}
      south-count: {name: First Count of the South, duration: 1d, needs: {diver: 1}, owner: dov}
      summary: {name: Greek Summary, duration: 1d, needs: {cook: 1}, owner: ann}
checkpoints:
  look: {name: First Look, at: W1D5, scope: [ropes, north-survey], command: "npm run look -- --first", owner: dov}
  close: {name: Last Look, at: W3D5, scope: [north, south], owner: dov}
targets:
  air: {name: Air left, threshold: "> 30%"}
  light: {name: Light, threshold: "> 10%"}
meetings:
  morning: {name: Roll Call, on: daily, at: "7:30", lasts: 10 minutes, per_wave: true, audience: all}
coordination:
  handover: {week: 1, topic: Ropes of both banks, providers: north, receivers: south, outcome: A list}
risks:
  fog: {name: Fog, impact: high, probability: high, mitigation: Radar}
  shark: {name: Sharks, impact: medium, probability: low, mitigation: Cages}
  flu:
    name: Flu
    impact: low
    probability: low
    description: Each shared role is held by one person.
    mitigation: Deputies
    actions: [{do: "Name a deputy for each shared role: {{ name('cem') }} for the galley."}]
decisions:
  scope:
    title: What the first look is of
    said: "First Look tests the North Bank before it ends"
    does: "It is of {{ name('ropes') }} and {{ name('north-survey') }}, finished by {{ finish('look') }}."
    why: A look needs something to see
    changes:
      - now: "| {{ name('look') }} | {{ finish('look') }} | `npm run look -- --first` |"
      - now: "| {{ name('fog') }} | High | High | Radar |"
  order: {title: Which bank first, said: South first, does: The north goes first., why: It is nearer}
  weeks:
    title: A week before the start
    said: "Week 1 settles ropes with the North Bank; each team meets daily at 7:30 in all weathers."
    does: "All teams keep the time; the text stands."
    why: It is early
  air:
    title: Air left
    said: Air left must be over 30%, and light may be anything
    does: "Both stand: a target of {{ value('air') }} is enough."
    why: W
  ranks:
    title: Ranks
    said: Fog stands last
    does: "Risks are ranked by exposure; {{ name('fog') }} leads. {{ name('shark') }} and {{ name('flu') }} are small.
      Their exposure is below the rest."
    why: W
  counted:
    title: Whom he counts with
    said: Nobody
    does: "The {{ name('mate') }} dives and counts as a {{ name('diver') }}."
    why: W
  language: {title: Which language, said: Any, does: "It has a Greek summary.", why: W}
"""
FAULTS = [
    ("scope: [ropes, north-survey]", "scope: [ropes]", 'prose-member: "north-survey" is not in the scope of "look"'),
    ("and {{ name('north-survey') }}, f", "and {{ name('north-count') }}, f",
     'prose-member: "north-count" is not in the scope of "look"'),
    ("| `npm run look -- --first`", "| `npm run look -- --last`",
     'prose-figure: "look" runs npm run look -- --first'),
    ("| {{ finish('look') }} |", "| {{ finish('close') }} |", 'prose-date: the finish of "look" is Week 1 Day 5'),
    ("name: Fog, impact: high, probability: high", "name: Fog, impact: high, probability: medium",
     'prose-figure: "fog" has impact high and probability medium'),
    ("The north goes first.", "The south goes first.", 'prose-order: "north-count" begins before "south-count"'),
    ("Week 1 settles", "Week 3 settles", 'prose-date: "handover" is in week 1'),
    ("handover: {week: 1", "handover: {week: 2", 'prose-date: "handover" is in week 2'),
    ('at: "7:30"', 'at: "8:15"', 'prose-figure: "morning" is at 8:15'),
    ("meets daily at 7:30", "meets daily at 9:00", 'prose-figure: "morning" is at 7:30'),
    ('threshold: "> 30%"', 'threshold: "> 40%"', 'prose-figure: the target "air" is > 40%'),
    ("a target of {{ value('air') }}", "a target of {{ value('light') }}", 'prose-figure: the target "air" is > 30%'),
    ("name: Sharks, impact: medium, probability: low", "name: Sharks, impact: high, probability: high",
     'prose-order: the exposure of "shark" is 9'),
    ("counts as a {{ name('diver') }}", "counts as a {{ name('cook') }}", 'prose-member: "mate" counts as "diver"'),
    (", counts_as: diver", "", 'prose-member: "mate" counts as itself alone'),
    ("a Greek summary", "a Turkish summary", 'prose-member: "summary" is called "Greek Summary"'),
    ("held by one person", "held by two people", 'prose-count: the role "cook" counts 1'),
    ("{{ name('cem') }} for the galley", "{{ name('ann') }} for the galley", 'prose-owner: "ann" is the only "cook"'),
    ("and ends last", "and ends first", 'prose-order: "north" ends before "south"'),
]  # fmt: skip
SOUND = [
    ("{{ name('cem') }} for the galley", "{{ name('ann') }} for the boats"),
    ("It is of {{ name('ropes') }} and {{ name('north-survey') }}", "It is of {{ name('ropes') }} and surveys"),
    ("The north goes first.", "The cook goes first."),
    ("a Greek summary", "an English guest"),
    ("Their exposure is below the rest", "Their exposure is below the five others"),
    ("| High | High | Radar", "| high | high | A radar"),
    ("each team meets daily at 7:30", "each team meets daily at 7:30 AM"),
    ("held by one person", "held by a person"),
]


def told(text: str) -> list[str]:
    return [f"{each.rule}: {each.message}" for each in examine(parse_plan(text.encode(), "plan.yaml")).findings]


BEFORE = frozenset(told(PLAN))


def test_nothing_of_it_is_wrong() -> None:
    assert not [each for each in BEFORE if each.startswith("prose-")]


@pytest.mark.parametrize(("text", "other", "found"), FAULTS)
def test_what_no_longer_holds_is_found(text: str, other: str, found: str) -> None:
    assert PLAN.count(text) == 1
    assert any(each.startswith(found) for each in told(PLAN.replace(text, other)))


@pytest.mark.parametrize(("text", "other"), SOUND)
def test_what_holds_in_other_words_is_let_be(text: str, other: str) -> None:
    assert PLAN.count(text) == 1
    assert not [each for each in set(told(PLAN.replace(text, other))) - BEFORE if each.startswith("prose-")]
