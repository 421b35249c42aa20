"""Rules that hold the risk register against the work, the procedures and itself."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]
GAPS = ["risk-without-owner", "risk-without-trigger", "risk-without-contingency"]


def register(impact: str, probability: str, more: str = "") -> str:
    risk = f"{{name: R, impact: {impact}, probability: {probability}, mitigation: m{more}}}"
    return f"title: T\nroles: {{dev: {{name: D}}}}\nrisks:\n  r: {risk}\n"


@pytest.mark.parametrize("rule", GAPS)
@pytest.mark.parametrize(("impact", "probability"), [("high", "medium"), ("medium", "high"), ("high", "high")])
def test_a_high_risk_must_say_it_all(said_by: SaidBy, rule: str, impact: str, probability: str) -> None:
    word = rule.rpartition("-")[2]
    told = f'4:3 "r" has no {word} (impact {impact}, probability {probability})'
    assert said_by(rule, register(impact, probability)) == [told]


@pytest.mark.parametrize("rule", GAPS)
@pytest.mark.parametrize(("impact", "probability"), [("high", "low"), ("medium", "medium"), ("low", "high")])
def test_a_lesser_risk_may_be_one_line(said_by: SaidBy, rule: str, impact: str, probability: str) -> None:
    assert said_by(rule, register(impact, probability)) == []


def test_a_rollback_is_a_contingency(said_by: SaidBy) -> None:
    plan = register("high", "high", ", rollback: back") + "rollbacks: {back: {name: B, procedure: p}}\n"
    assert said_by("risk-without-contingency", plan) == []


@pytest.mark.parametrize(
    ("rule", "key"), [(GAPS[0], "owner: dev"), (GAPS[1], "trigger: t"), (GAPS[2], "contingency: c")]
)
def test_a_small_risk_unlike_most_others_is_told(said_by: SaidBy, rule: str, key: str) -> None:
    low = "impact: low, probability: low, mitigation: m"
    risks = "".join(f"  r{n}: {{name: R{n}, {low}, {key}}}\n" for n in range(3))
    plan = f"title: T\nroles: {{dev: {{name: D}}}}\nrisks:\n{risks}  last: {{name: Last, {low}}}\n"
    assert said_by(rule, plan) == [f'7:3 "last" has no {rule.rpartition("-")[2]} (3 of 4 risks have one)']


LATE = """title: T
tasks:
  a: {{name: A, duration: 5d}}
  b: {{name: B, duration: 5d, depends_on: a}}
  c: {{name: C, duration: 5d, depends_on: b}}
checkpoints: {{mid: {{at: W1D3, scope: a}}, end: {{at: W2D5, scope: b}}}}
risks:
  r:
    {{name: R, impact: low, probability: low, mitigation: m, affects: [{affects}],
      actions: [{{do: it, before: {before}}}]}}
"""


@pytest.mark.parametrize(
    ("affects", "before"), [("a", "a"), ("a", "b"), ("b, a", "c"), ("a", "mid"), ("b", "end"), ("a, c", "end")]
)
def test_an_action_in_time_for_any_exposed_work_is_in_time(said_by: SaidBy, affects: str, before: str) -> None:
    assert said_by("mitigation-too-late", LATE.format(affects=affects, before=before)) == []


def test_an_action_due_after_all_exposed_work_is_told_with_both_days(said_by: SaidBy) -> None:
    assert said_by("mitigation-too-late", LATE.format(affects="a", before="c")) == [
        '10:34 action 1 of "r" is due before "c" (Week 3 Day 1), after the exposed "a" is finished (Week 1 Day 5)'
    ]


def test_a_risk_that_names_no_exposed_work_is_held_against_none(said_by: SaidBy) -> None:
    plan = LATE.format(affects="a", before="c").replace(", affects: [a]", "")
    assert said_by("mitigation-too-late", plan) == []


@pytest.mark.parametrize(
    ("affects", "message"),
    [
        ("a, b, a", '"r" affects "a" twice'),
        ("a, w", '"r" affects "a" and "w", of which it is part'),
        ("p, w", '"r" affects "w" and "p", of which it is part'),
    ],
)
def test_exposed_work_is_named_once(said_by: SaidBy, affects: str, message: str) -> None:
    plan = f"""title: T
phases: {{p: {{name: P}}}}
waves: {{w: {{name: W, phase: p, tasks: {{a: {{name: A, duration: 1d}}, b: {{name: B, duration: 1d}}}}}}}}
risks: {{r: {{name: R, impact: low, probability: low, mitigation: m, affects: [{affects}]}}}}
"""
    assert [line.partition(" ")[2] for line in said_by("affects-repeated", plan)] == [message]


LINKED = """title: T
risks:
  r: {{name: R, impact: low, probability: low, mitigation: m{r}}}
  s: {{name: S, impact: low, probability: low, mitigation: m{s}}}
rollbacks:
  a: {{name: A, procedure: p{a}}}
  b: {{name: B, procedure: p{b}}}
"""


@pytest.mark.parametrize(
    ("r", "s", "a", "b"),
    [
        ("", "", "", ""),
        (", rollback: a", ", rollback: b", "", ""),
        (", rollback: a", ", rollback: b", ", risks: r", ", risks: s"),
        (", rollback: a", "", ", risks: r", ", risks: r"),
    ],
)
def test_links_that_agree_or_are_told_on_one_side_alone_are_sound(
    said_by: SaidBy, r: str, s: str, a: str, b: str
) -> None:
    plan = LINKED.format(r=r, s=s, a=a, b=b)
    assert said_by("risk-omits-rollback", plan) + said_by("rollback-omits-risk", plan) == []


def test_a_risk_that_leads_to_another_procedure_is_told_once(said_by: SaidBy) -> None:
    plan = LINKED.format(r=", rollback: b", s="", a=", risks: r", b=", risks: s")
    assert said_by("risk-omits-rollback", plan) == [
        '3:72 "r" is undone by "b", but "a" says that it answers it',
        '4:3 "s" names no rollback, "b" answers it',
    ]
    assert said_by("rollback-omits-risk", plan) == []


def test_an_unknown_rollback_is_no_disagreement(said_by: SaidBy) -> None:
    plan = LINKED.format(r=", rollback: nope", s="", a=", risks: r", b="")
    assert said_by("risk-omits-rollback", plan) == []


@pytest.mark.parametrize("text", ["Roll back", "the change is rolled back", "run the linked rollback", "roll-back"])
def test_a_rollback_that_is_promised_must_be_named(said_by: SaidBy, text: str) -> None:
    plan = LINKED.format(r=f", contingency: [wait, {text}]", s="", a="", b="")
    assert [line.partition(" ")[2] for line in said_by("rollback-unnamed", plan)] == [
        '"r" speaks of a rollback, but names none'
    ]
    assert said_by("rollback-unnamed", plan.partition("rollbacks:")[0]) == []


def test_an_action_without_a_deadline_is_told_by_its_number(said_by: SaidBy) -> None:
    actions = ", ".join("{do: it" + (", before: a}" if n else "}") for n in range(4))
    plan = register("low", "low", f", actions: [{actions}]") + "tasks: {a: {name: A, duration: 1d}}\n"
    told = said_by("action-without-deadline", plan)
    assert [line.partition(" ")[2] for line in told] == [
        'action 1 of "r" is due at no time, 3 of 4 actions say before what'
    ]


def test_half_of_the_risks_may_affect_nothing(said_by: SaidBy) -> None:
    plan = LINKED.format(r=", affects: a", s="", a="", b="") + "tasks: {a: {name: A, duration: 1d}}\n"
    assert said_by("risk-without-affects", plan) == []


def test_a_rollback_stands_for_no_contingency_where_most_risks_have_one(said_by: SaidBy) -> None:
    told = "impact: high, probability: high, mitigation: m, rollback: back"
    risks = "".join(f"  r{n}: {{name: R{n}, {told}, contingency: c}}\n" for n in range(3))
    plan = (
        f"title: T\nrollbacks: {{back: {{name: B, procedure: p}}}}\nrisks:\n{risks}  last: {{name: Last, {told}}}\n"
    )
    assert said_by("risk-without-contingency", plan) == ['7:3 "last" has no contingency (3 of 4 risks have one)']


def test_half_of_the_risks_may_have_no_actions(said_by: SaidBy) -> None:
    plan = LINKED.format(r=", actions: [{do: it}]", s="", a="", b="")
    assert said_by("risk-without-actions", plan) == []


@pytest.mark.parametrize(
    ("trigger", "is_late"),
    [
        ("No answer by the middle of February", True),
        ("Nothing arrives by 20 January", True),
        ("Nobody has signed by the end of January", True),
        ("No answer by mid-December", False),
        ("No answer by the middle of December", False),
        ("Nobody has signed by the end of November", False),
        ("In February no answer has come", False),
        ("Fever", False),
    ],
)
def test_a_sign_is_looked_for_before_all_is_over(said_by: SaidBy, trigger: str, *, is_late: bool) -> None:
    plan = f"""title: T
start: 2026-11-02
tasks: {{a: {{name: A, duration: 3ew/4ew/8ew}}}}
risks: {{r: {{name: R, impact: low, probability: low, mitigation: M, trigger: "{trigger}", affects: a}}}}
"""
    assert len(said_by("trigger-too-late", plan)) == is_late


def test_without_dates_no_sign_is_too_late(said_by: SaidBy) -> None:
    risk = "{name: R, impact: low, probability: low, mitigation: M, trigger: By May, affects: a}"
    plan = f"title: T\ntasks: {{a: {{name: A, duration: 1d}}}}\nrisks: {{r: {risk}}}\n"
    assert said_by("trigger-too-late", plan) == []


@pytest.mark.parametrize(
    ("do", "before", "affects", "said"),
    [
        ("Inject an outage into the soak.", "a", "[a, s]", 1),
        ("Count the refusals during the soak.", "a", "[a, s]", 1),
        ("Count the refusals during the soak.", "z", "[a, s]", 0),
        ("Write down what the soak shall show.", "a", "[a, s]", 0),
        ("Count the refusals during the soak.", "a", "[a]", 0),
        ("Put the clocks into the room.", "a", "[a, s]", 0),
    ],
)
def test_what_is_done_within_work_is_due_behind_its_beginning(
    said_by: SaidBy, do: str, before: str, affects: str, said: int
) -> None:
    plan = f"""title: T
tasks:
  a: {{name: Alpha, duration: 2d}}
  s: {{name: Long Soak, duration: 2d, depends_on: a}}
  z: {{name: Zeta, duration: 2d, depends_on: s}}
risks:
  r:
    {{name: R, impact: low, probability: low, mitigation: m, affects: {affects},
     actions: [{{do: {do}, before: {before}}}]}}
"""
    assert len(said_by("action-before-its-work", plan)) == said
