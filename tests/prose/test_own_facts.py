"""Days, hours, people and ratios that a text tells of its own entry, or of what another text tells as well."""

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: Lighthouse
start: 2027-02-01
summary: "Two waves bring light. It is lit on Friday, 19 February; the rehearsal is on the day before."
principles: ["A lens is touched by a keeper or not at all.", "A keeper never works alone."]
calendar: {hours: ["8:00-12:00", "13:00-16:30"]}
roles:
  keeper: {name: Keeper, count: 4}
  mason: {name: Mason, count: 3}
quotas: {oil: {name: Oil, limit: 400 litres, shares: {stairs: 40%, lighting: 60%}}}
phases:
  work: {name: Work, rationale: "{{ label('tower') }} is at work on the rock from Week 1."}
waves:
  tower:
    phase: work
    name: Tower
    label: Wave 1
    exit: ["The lime is thicker than 30 microns.", "Nine in ten steps are dry."]
    tasks:
      stairs: {name: Stairs, duration: 4d, needs: {mason: 3}, delivers: signed-steps,
          description: "Every step is signed by Thursday, 4 February."}
      lime: {name: Lime, duration: 4d, depends_on: stairs, needs: {mason: 2}, delivers: white-lime,
         description: "Three coats, the last on Wednesday, 10 February. It cannot begin before the stairs are built."}
  lamp:
    phase: work
    name: Lamp
    label: Wave 2
    depends_on: tower
    tasks:
      lighting: {name: Lighting, duration: 2d, needs: {keeper: 2}, delivers: hung-lens,
          description: "The lens is hung, on 11 and 12 February; only keepers touch it."}
      oiling: {name: Oiling, duration: 3d, depends_on: lighting, needs: {keeper: 4}, delivers: full-tanks,
          description: "Four keepers for three days."}
      rehearsal: {name: Rehearsal, duration: 1d, depends_on: oiling, needs: {keeper: 2},
          description: "Drawn and written down in a day. It follows the oil: one day with every keeper."}
      lit: {name: Dance and Light, duration: 2d, depends_on: rehearsal, needs: {keeper: 2},
          description: "Dance is on Friday and Monday."}
milestones:
  rock: {name: Rock Cleared, depends_on: stairs SS+1d, wave: tower, description: "It is bare on the second day."}
deliverables:
  signed-steps: {name: Signed steps}
  white-lime: {name: White lime}
  hung-lens: {name: Hung lens}
  full-tanks: {name: Full tanks}
targets: {coat: {name: Thickness of the lime, threshold: "> 30 microns"}}
alerts: {thin: {name: Thin lime, threshold: "< 35 microns for 10 min", target: coat}}
criteria: {dry: {text: "Nine in ten steps are dry", items: [tower]}}
decisions:
  hours: {title: Late work, said: Two shifts,
      does: "One shift, until half past four.", why: "Four keepers are too few."}
"""
FAULTS = [
    ("Two waves bring", "Three waves bring", "the plan has 2 waves"),
    ("rehearsal is on the day before", "rehearsal is on the day after", '"rehearsal" is on 18 February'),
    ("touched by a keeper or", "touched by a mason or", 'elsewhere it is "keepers"'),
    ("keeper never works", "keeper always works", '"lighting" needs 2 of "keeper"'),
    ("stairs: 40%", "stairs: 50%", 'the shares of "oil" come to 110%'),
    ("rock from Week 1", "rock from Week 2", '"tower" is at work in weeks 1-2'),
    ("thicker than 30 microns", "thicker than 20 microns", 'the target "coat" is > 30 microns'),
    ('"> 30 microns"', '"> 40 microns"', '"thin" fires at "< 35 microns for 10 min"'),
    ('"Nine in ten steps are dry", items', '"Eight in ten steps are dry", items', 'elsewhere it is "Nine in ten"'),
    ("by Thursday, 4 February", "by Wednesday, 3 February", '"stairs" finishes 4 February'),
    ("last on Wednesday, 10 February", "last on Wednesday, 10 March", '"lime" finishes 10 February'),
    ("It cannot begin before", "It can begin before", '"lime" depends on "stairs"'),
    ("on 11 and 12 February", "on 11 and 12 March", '"lighting" finishes 12 February'),
    (
        "The lens is hung, on 11 and 12 February; only keepers touch it.",
        "Four keepers for three days.",
        "all that is",
    ),
    ("bare on the second day", "bare on the fourth day", '"rock" is on Week 1 Day 2'),
    ("written down in a day", "written down in two days", '"rehearsal" takes 1d'),
    ("oil: one day with", "oil: three days with", '"rehearsal" takes 1d'),
    ("Dance is on Friday and Monday", "Dance is on Thursday and Friday", '"lit" begins on a Friday'),
    ("half past four", "half past five", "the working hours end at 16:30"),
    ("Four keepers are too few", "Five keepers are too few", 'the role "keeper" counts 4'),
]
SOUND = [
    ("Two waves bring light.", "One wave brings stone, one light."),
    ("the rehearsal is on the day before", "the choir sings on the day after"),
    ("touched by a keeper or not at all", "touched by a keeper or a mason"),
    ("A keeper never works alone.", "A mason always brings a lamp."),
    ("limit: 400 litres, shares: {stairs: 40%", "limit: 400 litres a day, shares: {stairs: 50%"),
    ("thicker than 30 microns", "whiter than 20 sheets"),
    ('"Nine in ten steps are dry", items', '"Eight in ten lenses are clear", items'),
    ("Every step is signed by Thursday, 4 February.", "Half of them are signed by Wednesday, 3 February."),
    ("Three coats, the last on Wednesday, 10 February.", "Three coats, the last one thin."),
    ("It cannot begin before the stairs are built.", "It can begin before the sea is calm."),
    ("The lens is hung, on 11 and 12 February;", "Ships pass on 11 and 12 March;"),
    ("It is bare on the second day.", "Gulls nest on the fourth day."),
    ("Drawn and written down in a day.", "Drawn for those who will be there in two weeks."),
    ("Dance is on Friday and Monday.", "Market is on Thursday and Friday."),
    ("One shift, until half past four.", "One shift, until the light fades."),
    ("Four keepers are too few.", "Two keepers are enough."),
]


def told(text: str) -> list[str]:
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    assert outcome.snapshot is not None
    rules = ("quota-over-100", "alert-looser-than-target")
    return [each.message for each in outcome.findings if "prose" in each.rule or each.rule in rules]


def test_nothing_of_it_is_wrong() -> None:
    assert not told(PLAN)


@pytest.mark.parametrize(("text", "other", "found"), FAULTS)
def test_what_no_longer_holds_is_found(text: str, other: str, found: str) -> None:
    assert PLAN.count(text) == 1
    assert any(each.startswith(found) for each in told(PLAN.replace(text, other))), told(PLAN.replace(text, other))


@pytest.mark.parametrize(("text", "other"), SOUND)
def test_what_holds_in_other_words_is_let_be(text: str, other: str) -> None:
    assert PLAN.count(text) == 1
    assert not told(PLAN.replace(text, other))
