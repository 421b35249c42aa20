"""Live facts that ask for another item than their sentence means, and short statements without a verb."""

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: Mill
start: 2026-01-05
summary: >-
  {{ count('checkpoints') }} trials show it, from {{ finish('first') }} to {{ finish('last') }}; the stones are
  ordered by {{ finish('stones-ordered') }}.
roles: {miller: {name: Miller, count: 4}, driver: {name: Driver, count: 2}}
phases:
  making: {name: Making, team: {driver: 1}, team_total: {miller: 2},
      goal: "Its total of {{ total('making', 'miller') }} is enough."}
  using: {name: Using, team_total: {miller: 4}, rationale: Gears before flour}
waves:
  one:
    phase: making
    name: Wheels
    team: {miller: 2}
    tests: [{level: Turn, covers: Forty turns by hand, passes: Forty of forty}]
    tasks:
      gears: {name: Gears, duration: 4d, needs: {miller: 2}, description: "Four days of greasing in all."}
      stones: {name: Stones, duration: 2d, needs: {miller: 2, driver: 1},
          description: "Two at the crane and one on the road."}
  two:
    phase: using
    name: Grain
    depends_on: one
    rationale: "Until {{ start('two') }} {{ name('one') }} may use the yard."
    team: {miller: 4}
    tasks:
      flour: {name: Flour, duration: 4d, needs: {miller: 4},
          description: "Bags stand ready; four days of greasing are over."}
milestones: {stones-ordered: {name: Stones Ordered, depends_on: gears}}
checkpoints:
  first: {name: First Turn, at: W1D5, scope: one}
  last: {name: Last Turn, at: W2D5, scope: [one, two], exit: "Noise is {{ value('noise') }}."}
targets: {noise: {name: Noise, threshold: "< 80 dB"}}
decisions:
  noise: {title: Noise, said: Nothing,
      does: "The target ({{ value('noise') }}) is proved by {{ name('last') }}.", why: W}
  crew: {title: A crew, said: None,
      does: "The {{ name('driver') }} works in {{ name('making') }} throughout.", why: W}
  power: {title: Steam or water, said: Steam, does: Water with a dam., why: W}
  turn: {title: Which first, said: "Sails first, as they are light", does: The wheels go first., why: W}
"""
FAULTS = [
    ("from {{ finish('first') }}", "from {{ finish('last') }}", '"first" is on'),
    ("to {{ finish('last') }}", "to {{ finish('first') }}", '"last" is on'),
    ("ordered by {{ finish('stones-ordered') }}", "ordered by {{ finish('flour') }}", '"stones-ordered" is on'),
    ("total of {{ total('making'", "total of {{ total('using'", 'the text speaks of "making"'),
    ("Gears before flour", "Flour before gears", '"flour" begins after the end of "gears"'),
    ("Forty turns", "Thirty turns", 'the test covers "Thirty turns"'),
    ("four days of greasing", "six days of greasing", 'elsewhere it is "Four days"'),
    ("Two at the crane", "Three at the crane", '"stones" needs 3 people'),
    ("Until {{ start('two') }} {{", "Until {{ start('one') }} {{", 'until its start "one" does nothing'),
    ("proved by {{ name('last') }}", "proved by {{ name('first') }}", '"noise" is told by "last"'),
    ("works in {{ name('making') }}", "works in {{ name('using') }}", '"driver" is in the team of "making"'),
    ("does: Water with a dam.", "does: Steam with a dam.", 'decision "power" does what was said before'),
    ("The wheels go first.", "The sails go first.", 'decision "turn" does what was said before'),
]
SOUND = [
    ("from {{ finish('first') }}", "from {{ finish('gears') }}"),
    ("ordered by {{ finish('stones-ordered') }}", "carried by {{ finish('flour') }}"),
    ("Gears before flour", "Bread before gears"),
    ("Forty turns", "Turns"),
    ("four days of greasing", "two nights of greasing"),
    ("Two at the crane", "One at the crane"),
    ("does: Water with a dam.", "does: Both for a while."),
]


def told(text: str) -> list[str]:
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    assert outcome.snapshot is not None
    return [each.message for each in outcome.findings if "prose" in each.rule or each.rule == "decision-unchanged"]


def test_nothing_of_it_is_wrong() -> None:
    assert not told(PLAN)


@pytest.mark.parametrize(("text", "other", "found"), FAULTS)
def test_what_no_longer_holds_is_found(text: str, other: str, found: str) -> None:
    assert PLAN.count(text) == 1
    assert any(each.startswith(found) for each in told(PLAN.replace(text, other)))


@pytest.mark.parametrize(("text", "other"), SOUND)
def test_what_holds_in_other_words_is_let_be(text: str, other: str) -> None:
    assert PLAN.count(text) == 1
    assert not told(PLAN.replace(text, other))
