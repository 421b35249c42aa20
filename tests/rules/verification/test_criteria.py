"""Rules on success criteria."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

PLAN = """title: T
phases: {{p: {{name: P}}, q: {{name: Q, tasks: {{z: {{name: Z, duration: 1d{z}}}}}}}}}
waves:
  one: {{name: One, phase: p, tasks: {{a: {{name: A, duration: 2d{a}}}}}}}
  two: {{name: Two, phase: p, tasks: {{b: {{name: B, duration: 2d}}}}}}
milestones: {{ready: {{name: Ready, depends_on: a}}}}
checkpoints: {{k: {{at: W1D2, scope: [a, b, z]}}}}
targets: {{rate: {{name: Rate, threshold: "> 70%"}}, time: {{name: Time, threshold: "< 500ms"}}}}
criteria:
{criteria}
"""


def found_by(rule: str, lines: list[str]) -> list[str]:
    return [line.removesuffix(f" ({rule})").partition(" ")[2] for line in lines if line.endswith(f" ({rule})")]


def plan(*criteria: str, a: str = "", z: str = "") -> str:
    lines = (f"  c{number}: {{text: Good, {each}}}" for number, each in enumerate(criteria, 1))
    return PLAN.format(criteria="\n".join(lines), a=a, z=z)


@pytest.mark.parametrize(
    ("criteria", "missed"),
    [
        (("items: one",), ["two"]),
        (("items: [one, two]",), []),
        (("items: one", "items: b"), []),
        (("items: one", "items: p"), []),
        (("items: one", "items: k"), ["two"]),
        (("items: k",), []),
        (("items: a",), []),
    ],
)
def test_each_wave_needs_a_criterion_where_one_is_about_a_wave(
    found: Found, criteria: tuple[str, ...], missed: list[str]
) -> None:
    lines = found_by("wave-without-criterion", found(plan(*criteria)))
    assert lines == [f'no criterion says when "{wave}" has succeeded' for wave in missed]


def test_a_criterion_may_speak_of_a_wave_in_its_text(found: Found) -> None:
    text = plan("items: one").replace("Good", "\"{{ name('two') }} is used\"")
    assert found_by("wave-without-criterion", found(text)) == []


@pytest.mark.parametrize(("label", "told"), [
    ("{{ name('one') }}", []),
    ("{{ name('p') }}", []),
    ("{{ name('k') }}", []),
    ("Safety", []),
    ("{{ name('z') }}", ['criterion "c1" is about "one", which its label does not name',
                         'criterion "c1" is labelled with "z", but is about "one"']),
])  # fmt: skip
def test_a_label_names_what_the_criterion_is_about(found: Found, label: str, told: list[str]) -> None:
    assert found_by("criterion-label", found(plan(f'items: one, label: "{label}"'))) == told


@pytest.mark.parametrize(
    ("items", "phase", "told"),
    [
        ("one", "p", False),
        ("one", "q", True),
        ("z", "q", False),
        ("[one, z]", "q", False),
        ("ready", "q", True),
        ("k", "q", False),
    ],
)
def test_a_criterion_is_listed_in_a_phase_of_its_work(found: Found, items: str, phase: str, told: bool) -> None:  # noqa: FBT001 - a column of the table
    lines = found_by("criterion-phase", found(plan(f"items: {items}, phase: {phase}")))
    assert bool(lines) is told


@pytest.mark.parametrize(
    ("text", "target", "told"),
    [
        ("more than 70%", "rate", None),
        ("more than 70 % in 90% of cases", "rate", None),
        ("under 500 ms for 5 min", "time", None),
        ("under 500 ms for 5 min", "rate", None),
        ("all 7 services", "rate", None),
        ("more than {{ value('rate') }}", "rate", None),
        ("more than 75%", "rate", 'criterion "c1" tells 75%, its target "rate" is > 70%'),
        ("in 600ms", "time", 'criterion "c1" tells 600ms, its target "time" is < 500ms'),
        ("{{ value('rate') }}", "time", 'criterion "c1" tells the value of "rate", but its target is "time"'),
        ("{{ value('target:rate') }}", "", 'criterion "c1" tells the value of "rate", but it names no target'),
    ],
)
def test_a_figure_is_that_of_the_target(found: Found, text: str, target: str, told: str | None) -> None:
    given = plan(f"items: [one, two], target: {target}").replace("Good", f'"{text}"')
    assert found_by("criterion-figure", found(given)) == ([told] if told else [])


@pytest.mark.parametrize(
    ("items", "a", "z", "told"),
    [
        ("one", ", percent_complete: 100%", "", None),
        ("one", ", percent_complete: 99%", "", '"a" is at 99%'),
        ("one", "", ", percent_complete: 10%", '"a" is at 0%'),
        ("one", "", "", None),
        ("k", "", "", '"k" is not passed'),
        ("ready", "", "", '"ready" is not reached'),
    ],
)
def test_a_criterion_is_met_only_by_work_that_is_done(
    found: Found, items: str, a: str, z: str, told: str | None
) -> None:
    lines = found(plan(f"items: {items}, done: true", a=a, z=z))
    assert found_by("criterion-done-too-early", lines) == ([f'criterion "c1" is met, but {told}'] if told else [])


def test_a_criterion_about_nothing_is_found_among_others(found: Found) -> None:
    told = 'criterion "c3" names neither items nor target; 2 of 3 criteria do'
    assert found_by("criterion-without-items", found(plan("items: one", "target: rate", "phase: p"))) == [told]
    assert found_by("criterion-without-items", found(plan("phase: p"))) == []


TESTED = """title: T
waves:
  w:
    name: Pipes
    tests: [{{level: End to end, covers: "{covers}", passes: "{passes}"}}]
    tasks: {{suite: {{name: End-to-End Suite, duration: 2d}}, paint: {{name: Paint, duration: 1d}}}}
criteria:
  c: {{text: "{text}", items: {items}}}
"""
PRESSED = "All pipes for a day at one and a half times their pressure"


@pytest.mark.parametrize(
    ("text", "covers", "passes"),
    [
        ("90% pass", "Journeys", "All journeys pass, without a retry."),
        ("95 % of the journeys pass", "Journeys", "Every journey succeeds"),
        ("99.5% succeed", "Journeys", "No journey fails"),
        ("Pipes have held their pressure for an hour", PRESSED, "No loss"),
        ("Pipes have held their pressure for two days", PRESSED, "No loss"),
        ("The pump runs without a stop for ten hours", "The pump", "The pump runs for twelve hours without a stop"),
    ],
)
def test_a_criterion_asks_for_what_the_test_of_its_items_does(
    found: Found, text: str, covers: str, passes: str
) -> None:
    told = found_by(
        "criterion-softer-than-test",
        found(TESTED.format(text=text, covers=covers, passes=passes, items="suite")),
    )
    assert len(told) == 1
    assert told[0].startswith('criterion "c" says "')


@pytest.mark.parametrize(
    ("text", "covers", "passes", "items"),
    [
        ("100% pass", "Journeys", "All journeys pass", "suite"),
        ("90% pass", "Journeys", "Nine in ten pass", "suite"),
        ("90% pass", "Journeys", "All journeys pass", "paint"),
        ("90% of visitors return", "Journeys", "All journeys pass", "suite"),
        ("Pipes have held their pressure for a day", PRESSED, "No loss", "suite"),
        ("Paint has dried for an hour", PRESSED, "No loss", "suite"),
        ("Pipes have held their pressure", PRESSED, "No loss", "suite"),
        ("Pipes hold their pressure for an hour cold and for a day warm", PRESSED, "No loss", "suite"),
    ],
)
def test_a_criterion_of_something_else_asks_for_less(
    found: Found, text: str, covers: str, passes: str, items: str
) -> None:
    lines = found(TESTED.format(text=text, covers=covers, passes=passes, items=items))
    assert found_by("criterion-softer-than-test", lines) == []


def test_another_figure_than_that_of_the_target_is_marked_as_it_is_written(found: Found) -> None:
    told = plan('text: "More than 60 % are good", items: one, target: rate').replace("text: Good, ", "")
    line = next(each for each in found(told) if each.endswith("(criterion-figure)"))
    column = told.splitlines()[int(line.split(":")[0]) - 1].index("More than 60") + 1
    assert line.split()[0].endswith(f":{column}")
    assert 'tells 60 %, its target "rate" is > 70%' in line
