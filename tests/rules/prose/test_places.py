"""Findings inside a text name the very characters that are at fault."""

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

TASKS = "tasks:\n  build: {name: Build Wall, duration: 2d}\n"
FAULTS = {
    "unknown-fact": ("{{ finish('bild') }}", "bild"),
    "unsafe-link": ("[notes](file:///etc/passwd)", "file:///etc/passwd"),
    "prose-date": ("Build Wall finishes Week 1 Day 4.", "Week 1 Day 4"),
    "prose-duration": ("Build Wall takes 9 days.", "9 days"),
    "prose-name": ("The Buidl Wall is high.", "Buidl Wall"),
    "literal-fact": ("{{ name('build') }} starts Week 1 Day 1.", "Week 1 Day 1"),
}
STYLES = {
    "literal": "|\n    é first\n\n    {}\n    last",
    "folded": ">-\n   é first\n   {}\n   last",
    "double": '"é \\t\\u00e9\n   and \\\n   {}"',
    "single": "'it''s\n\n  {quoted}'",
    "plain": "it goes\n   {}",
}


def written(style: str, fault: str) -> str:
    return STYLES[style].replace("{quoted}", fault.replace("'", "''")).replace("{}", fault)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("rule", FAULTS)
def test_the_place_is_that_of_the_fault(rule: str, style: str) -> None:
    text, fault = FAULTS[rule]
    source = parse_plan(f"title: T\nsummary: {written(style, f'Then. {text}')}\n{TASKS}".encode(), "plan.yaml")
    place = next(each.place for each in examine(source).findings if each.rule == rule)
    assert place.line == place.end_line
    assert source.line(place.line)[place.column - 1 : place.end_column - 1] == fault


def test_a_text_with_a_bad_fact_is_still_checked_for_links() -> None:
    text = "title: T\nsummary: \"{{ nothing('x') }} [a](file:///a) ![b](https://example.org/b.png) [c](file:///a)\"\n"
    outcome = examine(parse_plan(f"{text}{TASKS}".encode(), "plan.yaml"))
    places = [each.place for each in outcome.findings]
    said = [outcome.source.line(2)[place.column - 1 : place.end_column - 1] for place in places]
    assert said == ["nothing", "file:///a", "https://example.org/b.png", "file:///a"]
    assert places[1].column < places[2].column < places[3].column


def test_a_link_that_a_fact_is_part_of_is_found_at_its_text() -> None:
    text = f"title: T\nsummary: \"[a](file:///{{{{ count('tasks') }}}})\"\n{TASKS}"
    found = examine(parse_plan(text.encode(), "plan.yaml")).findings
    assert [(each.rule, each.place.line, each.place.column) for each in found] == [("unsafe-link", 2, 10)]


def test_the_same_fault_twice_is_two_findings() -> None:
    text = f'title: T\nsummary: "Build Wall finishes Week 1 Day 4. Build Wall finishes Week 1 Day 4."\n{TASKS}'
    found = examine(parse_plan(text.encode(), "plan.yaml")).findings
    assert [each.place.column for each in found if each.rule == "prose-date"] == [31, 65]
    assert len({each.fingerprint for each in found}) == len(found)


def test_a_key_at_fault_is_found_at_the_key() -> None:
    text = f"title: T\nroles: {{developer: {{name: Developer}}}}\n{TASKS.replace('2d', '2d, needs: {devloper: 1}')}"
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    place = next(each.place for each in outcome.findings if each.rule == "unknown-reference")
    assert outcome.source.line(place.line)[place.column - 1 : place.end_column - 1] == "devloper"


PLAN = """title: T
summary: "{said}"
start: 2026-03-02
roles: {{dev: {{name: Developer, count: 2}}}}
people: {{ada: {{name: Ada Byron, role: dev}}}}
tasks:
  build: {{name: Building, duration: 4d, needs: {{dev: 1}}, owner: ada, description: "{own}"}}
  trial: {{name: Trial, duration: 2d, depends_on: build, needs: {{dev: 1}}, owner: ada}}
"""


@pytest.mark.parametrize(
    ("said", "own", "call"),
    [
        ("Trial begins on 5 March 2026.", "D", "first_day('trial')"),
        ("Trial begins on Week 1 Day 2.", "D", "start('trial')"),
        ("Trial is finished on 12 March 2026.", "D", "date('trial')"),
        ("S", "Takes 7 days.", "duration('build')"),
        ("All 5 developers are here.", "D", "headcount('dev')"),
    ],
)
def test_the_help_names_the_fact_that_tells_the_truth(said: str, own: str, call: str) -> None:
    findings = examine(parse_plan(PLAN.format(said=said, own=own).encode(), "plan.yaml")).findings
    helps = [each.help for each in findings if each.rule.startswith("prose-")]
    assert helps == [f"correct the text, or ask for the fact: {{{{ {call} }}}}"]
