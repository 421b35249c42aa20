"""Numbers, ranks and earlier texts that are held against one another, in a plan of its own."""

from collections.abc import Callable

import pytest

from generator.literals.numbers import LONG_NUMBER, number_of
from generator.patterns import Pattern
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

Told = Callable[..., list[str]]
PLAN = """title: Reef
subtitle: "{subtitle}"
summary: "{summary}"
start: 2026-01-05
roles: {{diver: {{name: Diver, count: 6}}, cook: {{name: Cook}}}}
tasks:
  survey: {{name: Survey, duration: 5d, needs: {{diver: 2, cook: 1}}, description: "{description}"}}
alerts: {{swell: {{name: Swell, threshold: "> 2 m"}}, air: {{name: Air pressure, threshold: "> 10% in 2 min"}}}}
quotas: {{boat: {{name: Boat, shares: {{survey: 60%}}}}}}
rollbacks:
  storm: {{name: Storm, within: "< 30 min", procedure: Go in}}
  loss: {{name: Loss of anchor, within: "< 50 min", procedure: Go in}}
risks:
  shark: {{name: Sharks, impact: high, probability: low, mitigation: M}}
  fog: {{name: Fog, impact: high, probability: high, mitigation: M}}
decisions:
  hull: {{title: Wood or steel, said: "Wood", does: "The hull is of steel.", why: W}}
  bound: {{title: B, said: "{said}", does: "{does}", why: W}}
"""
GIVEN = {"subtitle": "S", "summary": "S", "description": "D", "said": "S", "does": "D"}


@pytest.fixture(scope="session")
def told() -> Told:
    """Tell what is found of prose where some texts of the plan are others."""

    def tell(**texts: str) -> list[str]:
        findings = examine(parse_plan(PLAN.format(**GIVEN | texts).encode(), "plan.yaml")).findings
        return [each.rule for each in findings if each.rule.startswith("prose-") or each.rule == "decided-otherwise"]

    return tell


@pytest.mark.parametrize(
    ("said", "does", "rules"),
    [
        ("Air pressure alerts above 12%, and nobody knows why.", "Both figures stand.", ["prose-figure"]),
        ("Air pressure alerts above 12%, and nobody knows why.", "The alert is at ten.", []),
        ("Air pressure alerts above 10%, and nobody knows why.", "Both stand.", []),
        ("Survey: 70%, the rest for guests.", "The shares stand as they are.", ["prose-share"]),
        ("Survey: 70%, the rest for guests.", "Shares stand in the log book.", []),
        ("Survey: 60%, the rest for guests.", "The shares stand.", []),
    ],
)
def test_an_earlier_text_that_stands_holds(told: Told, said: str, does: str, rules: list[str]) -> None:
    assert told(said=said, does=does) == rules


@pytest.mark.parametrize(
    ("does", "rules"),
    [
        ("Risks are ranked by impact times probability; {{ name('shark') }} leads.", ["prose-order"]),
        ("The order is by exposure: {{ name('shark') }} comes first.", []),
        ("Ranked by exposure, {{ name('shark') }} heads the list.", ["prose-order"]),
        ("Risks are ranked by impact times probability; {{ name('fog') }} leads.", []),
        ("{{ name('shark') }} leads.", []),
        ("The longest of them has {{ within('storm') }}.", ["prose-figure"]),
        ("The shortest of all, {{ within('rollback:loss') }}, is tried twice.", ["prose-figure"]),
        ("The longest of them has {{ within('loss') }}.", []),
        ("The shortest of them has {{ within('storm') }}.", []),
    ],
)
def test_what_leads_a_ranking_is_the_first_of_it(told: Told, does: str, rules: list[str]) -> None:
    found = told(does=does)
    assert found == rules or (does.startswith("The order") and set(found) <= {"prose-order"})


@pytest.mark.parametrize(
    ("said", "does", "rules"),
    [
        ("The list names seven buoys.", "The reef has a ninth, which holds the tide gauge.", ["prose-count"]),
        ("There are three small boats.", "The crew gets a sixth for the winter.", ["prose-count"]),
        ("The list names seven buoys.", "The reef has an eighth, which holds the tide gauge.", []),
        ("The list names seven buoys.", "The reef has a third of its coral left.", []),
        ("Two lists name seven buoys and four lamps.", "The reef has a ninth.", []),
    ],
)
def test_one_more_is_the_next(told: Told, said: str, does: str, rules: list[str]) -> None:
    assert told(said=said, does=does) == rules


@pytest.mark.parametrize(
    ("subtitle", "rules"),
    [
        ("A wooden boat and its crew", []),
        ("A hull of wood", ["decided-otherwise"]),
        ("A hull of steel", []),
        ("Steel, not wood", []),
        ("Steel in place of wood", []),
    ],
)
def test_a_title_tells_what_was_decided(told: Told, subtitle: str, rules: list[str]) -> None:
    assert told(subtitle=subtitle) == rules


@pytest.mark.parametrize(
    ("does", "rules"),
    [
        ("{{ name('survey') }} is the first work, done by three divers.", ["prose-count"]),
        ("{{ name('survey') }} is the first work, done by two divers.", []),
        ("{{ name('survey') }} is the first work, done by two divers and one cook.", []),
        ("It is the first work, done by three divers.", []),
    ],
)
def test_who_does_what_a_sentence_begins_with_is_counted(told: Told, does: str, rules: list[str]) -> None:
    assert told(does=does) == rules


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("two hundred and forty", 240),
        ("a hundred and twenty-two", 122),
        ("a thousand and one", 1001),
        ("one hundred sixty", 160),
        ("six hundred", 600),
        ("forty-two", 42),
    ],
)
def test_hundreds_are_read_with_what_is_added_to_them(text: str, number: int) -> None:
    found = Pattern(LONG_NUMBER).match(f"{text} houses")
    assert found is not None
    assert (found[0], number_of(found[0])) == (text, number)
