"""Rates, parts and products in one sentence: none is held against a total, and factors make what they are said to."""

import pytest

from generator.findings import Severity
from generator.literals.numbers import band_of, numbers_in
from generator.literals.passages import passages
from generator.literals.shared_out import is_shared_out
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: Count
start: 2027-09-06
summary: "Nine halls are fitted out.{summary}"
roles:
  counter: {{name: Counter, count: 24, responsibilities: "Boxes{role}"}}
  clerk: {{name: Clerk, count: 4}}
quotas:
  money:
    name: Budget
    limit: £40,000
    shares: {{halls: 25%, open: 25%, night: 20%}}
    note: "{note}"
calendars: {{late: {{name: Late, hours: ["0:00-4:00", "18:00-24:00"]}}}}
phases:
  schools: {{name: Schools}}
waves:
  halls: {{phase: schools, name: "{wave}", tasks: {{
    fit: {{name: Fit out the Halls, duration: 3d, needs: {{clerk: 2}}}}}}}}
  south: {{phase: schools, name: Schools of the south, depends_on: halls, tasks: {{
    loggers: {{name: Read the Loggers, short: Loggers, duration: 6h}},
    swabs: {{name: Deep clean and swabs, duration: 2d, depends_on: loggers, description: "D{swabs}"}}}}}}
tasks:
  open: {{name: Open the Boxes, duration: 2d, needs: {{counter: 4, clerk: 2}}, description: "{own}"}}
  check: {{name: Check, duration: 1d, depends_on: [open, fold], description: "{check}"}}
  print: {{name: Print the List, duration: 1d}}
  fold: {{name: Fold the List, duration: 1d}}
  night: {{name: Night Count, duration: 10h, calendar: late, start: 2027-09-09 18:00, description: "{night}"}}
milestones:
  back: {{name: Old Wing handed back, depends_on: halls, description: "D{milestone}"}}
  sent: {{name: Sent, depends_on: check, finish_by: 2027-09-14, description: "{sent}"}}
meetings: {{talk: {{name: Shift talk, on: daily, at: "8:00", lasts: 10 minutes, audience: all}}}}
assumptions: {{free: {{text: "T{assumption}"}}}}
"""
GIVEN = dict.fromkeys(("summary", "role", "note", "swabs", "milestone", "assumption"), "") | {
    "wave": "Schools of the north",
    "own": "D",
    "night": "D",
    "note": "N",
    "check": "D",
    "sent": "D",
}
SOUND = [
    ("own", "Four of the twenty-four counters open the boxes."),
    ("own", "Twenty to twenty-four counters come."),
    ("own", "Two or three counters at each table."),
    ("own", "Two of the four clerks do it."),
    ("own", "Three of the four clerks have done it before."),
    ("own", "D. Each table counts 400 boxes an hour, 2,400 boxes in the night."),
    ("own", "Each hall gets eight booths: 72 booths in all."),
    ("own", "Twelve tables, two counters each. 24 tables are in store."),
    ("own", "Twelve tables, four hundred boxes an hour and table: 4,800 boxes in an hour, 28,800 in the six hours."),
    ("own", "Ten lists, one for each hall and one for the mayor."),
    ("own", "54 lists in three buses of twenty."),
    ("own", "54 lists in two lifts of sixteen."),
    ("own", "54 lists in six halls of nine."),
    ("own", "54 lists in three groups of eighteen, and a reserve of six."),
    ("own", "Sixty thousand lists, in nine lots of five thousand and a reserve of fifteen thousand."),
    ("own", "All nine halls have ramps, and six of the nine are new."),
    ("own", "Monday and Tuesday."),
    ("summary", " 12 schools. 6 schools in the north."),
    ("night", "Ten boxes, from six in the evening to four in the morning."),
    ("night", "Lamps burn from seven in the evening to four in the morning."),
    ("note", "£10,000 for the halls, £10,000 for the boxes, £8,000 for the night."),
    ("summary", " In 2023 there were seven halls."),
    ("check", "It cannot begin before Open the Boxes is done."),
    ("sent", "The fair closes on 14 September."),
    ("sent", "The fair opens on 10 September."),
    ("sent", "The office closes on 7 September."),
    ("swabs", ". A swab needs 48 hours, and the weekend has 60."),
    ("swabs", ". No swab lies in the sun for longer than 30 seconds."),
    ("swabs", ". A minute a swab, five minutes a day."),
    ("milestone", ". The lease of the Old Wing ends on Friday, 17 September."),
    ("milestone", ". The lease runs out two days later, on Friday, 17 September."),
    ("milestone", ". After it, on Friday 17 September, the lease ends."),
    ("assumption", ". Nothing is switched off in the Old Wing before Open the Boxes is done."),
    ("assumption", ". Ten loggers over 48 hours tell enough."),
    ("assumption", ". In each shift 360 boxes are counted every two days."),
    ("assumption", ". The last school is done on a Tuesday."),
]
FALSE = [
    ("own", "All twenty-three counters come.", 'the role "counter" counts 24, the text says twenty-three'),
    ("own", "54 lists in three groups of sixteen.", "3 times 16 are 48, not 54"),
    ("own", "Sixty thousand lists, in nine lots of six thousand and a reserve of fifteen thousand.", "are 69,000"),
    ("own", "D. 4,800 in an hour, 24,800 in the six hours.", "6 times 4,800 are 28,800, not 24,800"),
    ("own", "All nine halls have ramps, and six of the ten are new.", "there are nine halls"),
    ("own", "Tuesday and Wednesday.", '"open" begins on a Monday and ends on a Tuesday'),
    ("own", "Starts the Tuesday after the holidays.", '"open" begins on a Monday'),
    ("night", "Ten boxes, from eight in the evening to four in the morning.", '"night" is from 18:00 to 04:00'),
    ("note", "£10,000 for the halls, £10,000 for the boxes, £9,000 for the night.", "20% of £40,000, £8,000"),
    ("check", "It cannot begin until both lists are finished.", 'nothing makes "check" wait for "print"'),
    ("sent", "The fair closes on 10 September.", '"sent" may be finished by 14 September 2027'),
    ("role", ", five of them in each of the nine halls", "9 times 5 are 45, not 24"),
]


def found_with(key: str, text: str) -> list[str]:
    findings = examine(parse_plan(PLAN.format(**GIVEN | {key: text}).encode(), "plan.yaml")).findings
    return [each.message for each in findings if each.severity is Severity.ERROR]


def test_the_plan_itself_is_sound() -> None:
    assert found_with("own", "D") == []


@pytest.mark.parametrize(("key", "text"), SOUND, ids=lambda each: each)
def test_a_rate_or_a_part_is_let_be(key: str, text: str) -> None:
    assert found_with(key, text) == []


@pytest.mark.parametrize(("key", "text", "message"), FALSE, ids=lambda each: each)
def test_what_factors_do_not_make_is_found(key: str, text: str, message: str) -> None:
    found = found_with(key, text)
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("twenty-four", [24]),
        ("2-3", [2, 3]),
        ("two or three", [2, 3]),
        ("twenty to twenty-four", [20, 24]),
        ("twenty-four thousand", [24_000]),
        ("two hundred and fifty-five", [255]),
        ("ninety-nine", [99]),
    ],
)
def test_a_hyphen_within_a_number_divides_nothing(text: str, numbers: list[int]) -> None:
    assert numbers_in(text) == numbers
    assert band_of(text) == (numbers[0], numbers[-1])


@pytest.mark.parametrize(
    ("text", "counted", "is_of_each"),
    [
        ("Each of forty alarms is raised.", "forty alarms", False),
        ("Each of our forty alarms is raised.", "forty alarms", False),
        ("Each of the twelve tables counts 2,400 ballots.", "2,400 ballots", True),
        ("Two swabs at each bed.", "Two swabs", True),
    ],
)
def test_each_of_so_many_are_all_of_them(text: str, counted: str, *, is_of_each: bool) -> None:
    (passage,) = passages(("summary",), text)
    begin = text.index(counted)
    assert is_shared_out(passage, begin, begin + len(counted)) is is_of_each
