"""Rhythms, roles, turns and procedures that a text tells of the plan, held against it."""

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: Fair
summary: "Build-up begins on Monday at eight; {{ name('rows') }} first."
start: 2026-01-05
calendar: {hours: ["8:00-12:00", "13:00-17:00"]}
calendars: {early: {name: Early, hours: ["6:00-14:00"]}}
roles:
  guard: {name: Guard, count: 2, calendar: early, responsibilities: "The gates until two"}
  smith: {name: Smith, count: 3}
  clerk: {name: Clerk, count: 1}
people:
  ann: {name: Ann Reed, role: smith}
  ben: {name: Ben Stone, role: clerk}
waves:
  build:
    name: Build-up
    rationale: Its second week is for what was forgotten.
    tasks:
      rows: {name: Rows of the Market, duration: 3d, needs: {smith: 2}, owner: ann,
          description: "First, because all stand on it."}
      roof: {name: Roof of the Market, duration: 3d, depends_on: rows, needs: {smith: 2}, owner: ann,
          description: "From the west, after the rows."}
      lamps: {name: Lamps of the Market, duration: 2d, depends_on: roof, needs: {smith: 1}, owner: ann,
          description: "Defects of {{ name('look') }} are mended."}
  days:
    name: Market Days
    depends_on: build
    goal: "The days run alone until {{ name('over') }}."
    tasks:
      market: {name: Market, duration: 2d, needs: {clerk: 1}, owner: ben,
          description: "On a Thursday morning, with music."}
milestones:
  over: {name: All Over, depends_on: market, owner: ben}
checkpoints:
  look: {name: First Look, at: W2D1, scope: [rows, roof], owner: ann, on_failure: "{{ name('lamps') }} waits."}
targets: {noise: {name: Noise, threshold: "< 80 dB"}, dust: {name: Dust, threshold: "< 5 mg"}}
rollbacks:
  close: {name: Closing, within: "< 5 min", procedure: Close}
  drain: {name: Draining, within: "< 9 min", procedure: Drain}
risks:
  rain:
    name: Rain
    impact: high
    probability: high
    mitigation: Ropes are stretched before the market
    actions: [{do: Stretch ropes over the place, before: market, owner: ann}]
    rollback: drain
  crowd: {name: Crowd, impact: low, probability: low, mitigation: "Noise {{ value('noise') }}", rollback: close}
meetings:
  round: {name: Long Round, on: fri, at: "16:00", lasts: 1 hour, audience: all,
      agenda: ["The checkpoint, told by {{ name('ann') }}."]}
decisions:
  turn: {title: In which turn, said: Roof first,
      does: "{{ name('rain') }} is answered by {{ name('drain') }}.", why: W}
  who: {title: Who does it, said: Nobody,
      does: "{{ name('market') }} is done by the {{ name('clerk') }}, weekly before the {{ name('round') }}.", why: W}
"""
FAULTS = [
    ("begins on Monday at eight", "begins on Monday at ten", '"build" begins at 08:00'),
    ("The gates until two", "The gates until four", 'the hours of "early" are 6:00-14:00'),
    ("Its second week", "Its fourth week", '"build" is in 2 weeks'),
    ("First, because all", "Last, because all", '"lamps" begins after "rows"'),
    ("From the west, after the rows", "From the west, before the rows", '"roof" is not finished before "rows"'),
    ("at: W2D1, scope: [rows, roof]", "at: W2D5, scope: [rows, roof]", '"look" takes place after the end of "lamps"'),
    ("{{ name('lamps') }} waits", "{{ name('rows') }} waits", '"rows" is finished when "look" takes place'),
    ("The days run", "The {{ name('build') }} runs", None),
    ("On a Thursday morning", "On a Monday morning", '"market" is on a Thursday'),
    ("told by {{ name('ann') }}", "told by {{ name('ben') }}", '"look" has "ann" in charge'),
    ("Noise {{ value('noise') }}", "Noise {{ value('dust') }}", 'the target "noise" is < 80 dB'),
    ("Ropes are stretched before", "Ropes are stretched after", 'an action of "rain" is before "market"'),
    ("answered by {{ name('drain') }}", "answered by {{ name('close') }}", 'the rollback of "rain" is "drain"'),
    ("done by the {{ name('clerk') }}", "done by the {{ name('smith') }}", '"market" needs clerk'),
    ("weekly before the", "daily before the", '"round" is weekly'),
]  # fmt: skip
SOUND = [
    ("The gates until two", "The gates until noon, and the yard"),
    ("First, because all", "Last, although it is seen first, because all"),
    ("{{ name('lamps') }} waits", "{{ name('rows') }} is done again"),
    ("Ropes are stretched before", "Sails are bought after"),
    ("weekly before the", "always before the"),
    ("told by {{ name('ann') }}", "told by all"),
]


def told(text: str) -> list[str]:
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    assert outcome.snapshot is not None
    return [each.message for each in outcome.findings if "prose" in each.rule]


def test_nothing_of_it_is_wrong() -> None:
    assert not told(PLAN)


@pytest.mark.parametrize(("text", "other", "found"), FAULTS)
def test_what_no_longer_holds_is_found(text: str, other: str, found: str | None) -> None:
    assert PLAN.count(text) == 1
    assert any(each.startswith(found or "") for each in told(PLAN.replace(text, other)))


@pytest.mark.parametrize(("text", "other"), SOUND)
def test_what_holds_in_other_words_is_let_be(text: str, other: str) -> None:
    assert PLAN.count(text) == 1
    assert not told(PLAN.replace(text, other))
