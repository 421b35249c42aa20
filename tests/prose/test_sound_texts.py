"""What plans say of the world around them: true sentences that share a word with an entry and claim nothing of it."""

from functools import cache

import pytest

from generator.findings import Severity
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: A Bakery Opens
subtitle: "S{subtitle}"
summary: "Work begins on 3 May 2027.{summary}"
start: 2027-05-03
roles:
  baker: {{name: Baker, count: 4}}
  fitter: {{name: Fitter, count: 3}}
  camera: {{name: Camera Operator, count: 2}}
phases:
  before: {{name: Before, goal: "G{phase}"}}
  after: {{name: After}}
waves:
  fitting:
    phase: before
    name: Fitting of the Shop
    team: {{fitter: 2-3, baker: 1, camera: 2}}
    entry: [The builders have left.]
    tests: [{{level: Look, covers: "O{test}"}}]
    goal: "G{goal}"
    tasks:
      survey: {{name: Survey of the Cellar, duration: 2d, needs: {{fitter: 2}}, delivers: cellar-plan}}
      oven:
        name: Install the Oven
        duration: 4d
        depends_on: survey
        needs: {{fitter: 3}}
        description: "D{oven}"
      camera-test: {{name: Camera Test, duration: 1d, needs: {{camera: 2}}}}
      counter:
        name: Build the Counter
        duration: 3d
        depends_on: oven
        needs: {{fitter: 2}}
        description: "D{counter}"
  opening:
    phase: after
    name: Opening
    team: {{baker: 2-4}}
    depends_on: fitting
    tasks:
      baking: {{name: First Baking, duration: 3d, needs: {{baker: 3}}, description: "D{baking}"}}
      guests: {{name: Guest List, duration: 1d, needs: {{baker: 1}}}}
      party:
        name: Party on the Terrace
        duration: 1d
        depends_on: [baking, guests]
        needs: {{baker: 4}}
        description: "D{party}"
milestones:
  opened: {{name: Doors Are Open, depends_on: party, wave: opening, description: "D{opened}"}}
deliverables:
  cellar-plan: {{name: Plan of the cellar}}
risks:
  late:
    name: Late delivery
    impact: high
    probability: low
    mitigation: "M{mitigation}"
    contingency: ["C{contingency}"]
    affects: [oven, counter]
rollbacks:
  fire:
    name: Leaving the cellar
    within: "< 9 min"
    procedure: "P{procedure}"
    steps: [{{do: "S{step}", takes: 3m}}]
assumptions:
  free: {{text: "T{assumption}"}}
decisions:
  which: {{title: Which oven, said: "Gas{said}", does: "Power{does}", why: "W{why}"}}
"""
KEYS = (
    "subtitle", "summary", "phase", "goal", "oven", "counter", "baking", "party", "opened", "mitigation",
    "contingency", "procedure", "step", "test", "assumption", "said", "does", "why",
)  # fmt: skip
AROUND = [
    ("summary", "The town votes on the oven on 6 May."),
    ("summary", "Guests arrive from 14 May."),
    ("summary", "The counter is due on 11 May."),
    ("summary", "The terrace is closed until 12 May."),
    ("summary", "The oven comes on 4 May, on a low loader."),
    ("summary", "Cameras roll for a week from 10 to 15 May."),
    ("summary", "The press sees the party list on 18 May."),
    ("summary", "Water is cut off in the cellar on 7 May."),
    ("summary", "The shop closes on 6 May, and nobody is let in."),
    ("summary", "The bank wants the survey paid by 12 May."),
    ("phase", "The builders wait for the cellar from 13 May."),
    ("summary", "Five ovens come in two lorries. Never lift two ovens on the same day."),
    ("summary", "Twelve shelves are fitted, three shelves at a time."),
    ("phase", "The shop is fitted from 03.05.2027 to 14.05.2027."),
    ("summary", "No First Baking before the Survey of the Cellar is done."),
    ("summary", "We have bought 10,000 rolls."),
    ("opened", "All 10,000 rolls are on the shelf."),
    (
        "goal",
        "Of 40 shelves, the top 12 shelves are fitted first, 20 shelves for the shop and 20 shelves for the cellar.",
    ),
    ("goal", "The landlord looks at the shop on 7 May."),
    ("goal", "The tower of the church is free until 12 May."),
    ("oven", "The lorry was booked on 4 May."),
    ("oven", "Ordered on 3 May."),
    ("oven", "The mason is there on 6 May."),
    ("oven", "The county pays its half on 12 May."),
    ("oven", "The street is closed, as always, on 17 May."),
    ("counter", "Marble comes from Carrara by 6 May."),
    ("counter", "Invoices are sent on 19 May."),
    ("counter", "The joiner comes on 12 May."),
    ("party", "Invitations go out on 5 May."),
    ("party", "The band is paid on 19 May."),
    ("opened", "The mayor has told the paper on 6 May."),
    ("mitigation", "It is in the yard a week before it is set up, by 3 May."),
    ("mitigation", "The dealer is called on 4 May."),
    ("mitigation", "A second oven is held until 12 May."),
    ("contingency", "Use Saturday, 15 May."),
    ("contingency", "The oven is set up on 10 May instead."),
    ("assumption", "The cellar is dry from 4 to 12 May."),
    ("assumption", "The terrace is free from 6 to 19 May."),
    ("assumption", "No baker is away before 12 May."),
    ("why", "The price of gas is fixed on 12 May."),
    ("said", "The oven is set up on 10 May."),
]
OF_SOME = [
    ("counter", "The day after the rolls are baked."),
    ("party", "Two days after the cellar is painted."),
    ("procedure", "Two bakers can be in the cellar within a quarter of an hour."),
]
OF_PARTS = [
    ("oven", "It takes ten minutes."),
    ("oven", "Heated on 6 May, and again on 17 May."),
    ("counter", "The counter is delivered on 6 May."),
]
ORDERS = [
    ("procedure", "Oven first, counter next, then the door."),
    ("procedure", "Counter first, oven next, people counted in the street."),
    ("procedure", "First the party, then the baking."),
    ("step", "Counter first, then the oven."),
    ("mitigation", "Counter first, oven next, as the dealer likes it."),
    ("party", "Baking first, cellar next: a tour for guests."),
    ("oven", "Counter first, oven next, so is the load on the lorry."),
    ("contingency", "Counter first, oven next."),
]
ORDINARY = [
    ("summary", "The oven takes two days to cool."),
    ("summary", "The lease of the shop lasts ten years."),
    ("oven", "The oven takes two days to cool."),
    ("oven", "It takes two hours to heat it."),
    ("oven", "Two fitters carry it and a third holds the door."),
    ("oven", "The old one lasted twelve years."),
    ("oven", "One fitter from the dealer helps for a day."),
    ("oven", "It needs 400 volts and five square metres."),
    ("oven", "Two of the fitters have done this before."),
    ("oven", "Half of the price is paid in advance."),
    ("oven", "The dealer waits for two weeks for his money."),
    ("counter", "The slab is cut in two days by the mason."),
    ("counter", "The marble takes three weeks from Carrara."),
    ("counter", "After the oven, the door is too narrow for it."),
    ("counter", "Before the oven is paid, nobody touches the counter."),
    ("counter", "The oven is hot before the baker comes."),
    ("counter", "Nothing is glued before the oven has cooled."),
    ("baking", "One baker sleeps, one kneads, one watches the oven."),
    ("baking", "The first loaf is ready after an hour."),
    ("baking", "Two bakers begin at four in the morning."),
    ("baking", "The oven is lit an hour before the bakers come."),
    ("baking", "The dough rests for a day before baking."),
    ("baking", "The baker starts before the fitters leave the street."),
    ("party", "Two bakers pour the wine."),
    ("party", "Guests come after work."),
    ("party", "The party is over before midnight."),
    ("party", "Forty guests, two hours, one speech."),
    ("party", "The last guest leaves before the bakers begin."),
    ("party", "The band plays for two hours."),
    ("party", "Rain or not, it is held on the terrace."),
    ("opened", "The doors open at seven every morning."),
    ("opened", "The doors are open six days a week."),
    ("mitigation", "The dealer calls two days before the lorry leaves."),
    ("mitigation", "A second lorry is held for three days."),
    ("mitigation", "Two fitters stay for a week."),
    ("mitigation", "The counter can be built before the oven."),
    ("mitigation", "A mason is asked before the fitters begin."),
    ("assumption", "The lorry needs four days from Milan."),
    ("assumption", "Two fitters are enough for the counter."),
    ("assumption", "The cellar is dry after two days."),
    ("assumption", "Each baker works eight hours."),
    ("why", "The oven lasts twenty years."),
    ("why", "Two bakers know it."),
    ("why", "An oven of this kind takes an hour less."),
    ("why", "Gas takes a permit of six weeks."),
    ("why", "The oven is older than the counter."),
    ("does", "Power from the street, 400 volts."),
    ("goal", "The cellar is dry two weeks later."),
    ("goal", "One week after the oven the shop smells of bread."),
    ("goal", "Nobody works after six."),
    ("goal", "The counter stands before the oven is lit."),
    ("phase", "Two weeks of dust."),
    ("phase", "Three trades share one door."),
    ("phase", "The baker tastes before the guests do."),
    ("phase", "A week before the party the street is told."),
    ("summary", "Two bakers live above the shop."),
    ("summary", "The longest day is that of the party."),
    ("summary", "Three streets, two churches, one bakery."),
    ("summary", "The guests are told two weeks before."),
    ("summary", "The oven is the most expensive of all."),
    ("summary", "Four bakers and a boy sell bread from seven to six."),
    ("summary", "The counter is the last thing that guests see."),
    ("summary", "First the smell, then the bread."),
    ("summary", "The oven was bought before the lease began."),
    ("summary", "The bakers rehearse during the fitting."),
    ("summary", "Every Friday the landlord looks in."),
    ("summary", "The terrace is three weeks older than the shop."),
    ("summary", "Bakers get up before guests do."),
    ("summary", "The party needs no permit."),
    ("summary", "Fitters and bakers never share the cellar."),
    ("step", "Turn the oven off before the doors are opened."),
    ("step", "Two bakers carry the cash box."),
    ("procedure", "The baker leaves last, the guests first."),
    ("procedure", "After the oven is off, all go to the church."),
    ("procedure", "Count the bakers after the guests."),
    ("procedure", "The oven is switched off within two minutes."),
    ("contingency", "Two fitters stay a week longer."),
    ("contingency", "The party waits for the oven."),
    ("contingency", "Build the counter before the oven."),
    ("said", "The counter before the oven."),
]
COUNTS = [
    ("summary", "The street has 420 houses.", "party", "Only guests from 48 houses come."),
    ("summary", "The shop is for 420 customers.", "baking", "A trial with 48 customers."),
    (
        "summary",
        "420 loaves are baked, and two baskets (48 loaves) are given away.",
        "baking",
        "All 420 loaves are sold.",
    ),
    ("summary", "All four bakers are there.", "baking", "Three days for three bakers."),
    ("party", "All four bakers are there.", "baking", "For three bakers."),
    ("summary", "There are 420 letters.", "party", "A day with 30 letters."),
    ("summary", "There are 420 chairs.", "party", "Room for 30 chairs."),
    ("summary", "There are 12 tables.", "counter", "Another three tables come later."),
    ("summary", "There are 420 cards.", "party", "Nine in ten cards are back."),
    ("summary", "There are 420 cards.", "party", "Eight of ten cards are back."),
    ("summary", "There are 420 chairs.", "contingency", "Thirty chairs stay a week longer."),
    ("summary", "There are 420 chairs.", "test", "Ten guests try twelve chairs."),
]


@cache
def found_with(*texts: tuple[str, str]) -> list[str]:
    given = dict.fromkeys(KEYS, "") | {key: f". {text}" for key, text in texts}
    findings = examine(parse_plan(PLAN.format(**given).encode(), "plan.yaml")).findings
    return [f"{each.rule}: {each.message}" for each in findings if each.severity is not Severity.INFO]


def test_the_plan_itself_says_nothing_false() -> None:
    assert [each for each in found_with() if each.startswith("prose-")] == []


@pytest.mark.parametrize(("key", "text"), [*AROUND, *ORDERS, *OF_PARTS, *OF_SOME, *ORDINARY], ids=lambda each: each)
def test_a_true_sentence_about_something_else_is_let_be(key: str, text: str) -> None:
    assert [each for each in found_with((key, text)) if each not in found_with()] == []


@pytest.mark.parametrize(("key", "text", "other", "part"), COUNTS, ids=lambda each: each)
def test_a_part_is_not_held_against_the_whole(key: str, text: str, other: str, part: str) -> None:
    assert [each for each in found_with((key, text), (other, part)) if each not in found_with()] == []
