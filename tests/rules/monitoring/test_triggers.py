"""The rule that holds the alert that a risk or a rollback waits for against where that alert leads."""

from collections.abc import Callable

SaidBy = Callable[[str, str], list[str]]
PLAN = """title: T
roles: {pilot: {name: Pilot}}
alerts:
  gusts: {name: Gusts of wind, threshold: "> 50 km/h", rollback: stop}
  overload: {name: Overload, threshold: "> 80%", rollback: shed}
rollbacks:
  stop: {name: Storm, within: "< 20 min", procedure: Open the exits, trigger: "{{ name('gusts') }}"}
  shed: {name: Load, within: "< 5 min", procedure: Switch off, trigger: "{{ name('overload') }}"}
risks:
  storm: {name: Storm, impact: high, probability: low, mitigation: W, trigger: "{{ name('gusts') }}", rollback: stop}
"""
RULE = "trigger-leads-elsewhere"


def test_alerts_that_lead_where_they_are_waited_for_are_no_finding(said_by: SaidBy) -> None:
    assert said_by(RULE, PLAN) == []


def test_a_risk_that_waits_for_the_sign_of_another_is_told(said_by: SaidBy) -> None:
    wrong = PLAN.replace(
        "trigger: \"{{ name('gusts') }}\", rollback: stop", "trigger: \"{{ name('overload') }}\", rollback: stop"
    )
    (said,) = said_by(RULE, wrong)
    assert said.endswith('"storm" begins by "overload", which leads to "shed"')


def test_a_trigger_in_words_or_with_the_right_sign_among_others_is_no_finding(said_by: SaidBy) -> None:
    words = PLAN.replace(
        "trigger: \"{{ name('gusts') }}\", rollback: stop", "trigger: The flag stands straight, rollback: stop"
    )
    both = PLAN.replace(
        "trigger: \"{{ name('gusts') }}\", rollback: stop",
        "trigger: \"{{ name('overload') }} or {{ name('gusts') }}\", rollback: stop",
    )
    assert said_by(RULE, words) == []
    assert said_by(RULE, both) == []


def test_an_early_sign_that_leads_nowhere_is_no_finding(said_by: SaidBy) -> None:
    early = PLAN.replace("alerts:\n", 'alerts:\n  clouds: {name: Clouds of a storm, threshold: "> 50%"}\n')
    early = early.replace(
        "trigger: \"{{ name('gusts') }}\", rollback: stop", "trigger: \"{{ name('clouds') }}\", rollback: stop"
    )
    assert said_by(RULE, early) == []
