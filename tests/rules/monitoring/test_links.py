"""Rules that hold sources, targets and alerts against what they name, and against the days of the plan."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]


def test_a_plan_without_sources_owes_no_source(said_by: SaidBy) -> None:
    assert said_by("target-without-source", 'title: T\ntargets: {t: {name: T, threshold: "> 1%"}}\n') == []


def test_a_target_without_a_source_is_told_where_the_plan_has_one(said_by: SaidBy) -> None:
    plan = 'title: T\nsources: {s: {name: S, collects: c}}\ntargets: {t: {name: T, threshold: "> 1%"}}\n'
    assert said_by("target-without-source", plan) == ['3:11 "t" has no source']
    assert said_by("target-unwatched", plan) == []


def test_alerts_that_guard_nothing_leave_no_target_out(said_by: SaidBy) -> None:
    plan = 'title: T\ntargets: {t: {name: T, threshold: "> 1%"}}\nalerts: {a: {name: A, threshold: "> 1%"}}\n'
    assert said_by("target-unwatched", plan) == []


def test_every_gap_of_an_alert_is_told(said_by: SaidBy) -> None:
    whole = '{name: A, threshold: "> 1%", target: t, source: s, notify: c, response: r, owner: dev}'
    alerts = "".join(f"  a{n}: {whole}\n" for n in range(3))
    plan = f"""title: T
alerts:
{alerts}  last: {{name: L, threshold: "> 1%", owner: dev}}
roles: {{dev: {{name: D}}}}
sources: {{s: {{name: S, collects: c}}}}
targets: {{t: {{name: T, threshold: "< 1%", source: s}}}}
channels: {{c: {{name: C}}}}
"""
    assert said_by("alert-incomplete", plan) == [
        f'6:3 "last" has no {key}, 3 of 4 alerts have one' for key in ("notify", "response", "source", "target")
    ]


def test_a_channel_or_an_owner_is_somebody(said_by: SaidBy) -> None:
    plan = """title: T
channels: {c: {name: C}}
alerts:
  a: {name: A, threshold: "> 1%", notify: c}
  b: {name: B, threshold: "> 1%"}
"""
    assert said_by("alert-calls-nobody", plan) == ['5:3 "b" has neither an owner nor a channel']
    assert said_by("alert-calls-nobody", plan.replace(", notify: c", "")) == []


def test_an_alert_uses_a_source_as_well(said_by: SaidBy) -> None:
    plan = """title: T
sources: {s: {name: S, collects: c}, u: {name: U, collects: c}}
alerts: {a: {name: A, threshold: "> 1%", source: s}}
"""
    assert said_by("source-unused", plan) == ['2:38 no target and no alert draws on "u"']
    assert said_by("source-unused", plan.replace(", source: s", "")) == []


ASKED = """title: T
waves:
  w:
    name: W
    exit: ["{exit}"]
    tasks: {{a: {{name: A, duration: 5d}}}}
tasks:
  probe: {{name: Probe, duration: {duration}}}
checkpoints: {{early: {{at: W1D3, scope: probe, exit: ["{checkpoint}"], on_failure: "{failure}"}}}}
sources: {{s: {{name: S, collects: c, ready: probe}}}}
targets: {{t: {{name: T, threshold: "> 1%", source: s}}}}
alerts: {{b: {{name: B, threshold: "> 1%", source: s}}}}
criteria: {{met: {{text: Met, items: a{target}}}}}
"""


def asked(duration: str, **texts: str) -> str:
    empty = {"exit": "-", "checkpoint": "-", "failure": "-", "target": ""}
    return ASKED.format(duration=duration, **(empty | texts))


@pytest.mark.parametrize(
    ("texts", "by", "day"),
    [
        ({"exit": "{{ value('t') }}"}, "w", "Week 1 Day 5"),
        ({"checkpoint": "{{ value('alert:b') }}"}, "early", "Week 1 Day 3"),
        ({"target": ", target: t"}, "met", "Week 1 Day 5"),
        ({"exit": "{{ value('t') }}", "checkpoint": "{{ value('t') }}"}, "early", "Week 1 Day 3"),
    ],
)
def test_a_source_after_the_first_who_asks_is_told(said_by: SaidBy, texts: dict[str, str], by: str, day: str) -> None:
    told = said_by("source-too-late", asked("6d", **texts))
    assert len(told) == 1
    assert told[0].startswith(f'10:44 "s" is ready with "probe" (Week 2 Day 1), "{by}" asks for ')
    assert told[0].endswith(day)


@pytest.mark.parametrize(
    ("duration", "texts"),
    [
        ("5d", {"exit": "{{ value('t') }}", "target": ", target: t"}),
        ("3d", {"checkpoint": "{{ value('t') }}"}),
        ("9d", {"failure": "{{ value('t') }}"}),
        ("9d", {"exit": "{{ finish('a') }}"}),
        ("9d", {"exit": "{{ value( }}"}),
    ],
)
def test_a_source_in_time_for_all_who_ask_is_sound(said_by: SaidBy, duration: str, texts: dict[str, str]) -> None:
    assert said_by("source-too-late", asked(duration, **texts)) == []


def test_half_of_the_sources_may_be_there_from_the_start(said_by: SaidBy) -> None:
    plan = """title: T
tasks: {a: {name: A, duration: 1d}}
sources: {s: {name: S, collects: c, ready: a}, u: {name: U, collects: c}}
"""
    assert said_by("source-never-ready", plan) == []


@pytest.mark.parametrize(
    ("name", "rollback", "is_other"),
    [
        ("Slow sign-up", "pull", True),
        ("Sign-up fails", "pull", True),
        ("Slow sign-up", "close", False),
        ("Slow build of sign-up", "pull", False),
        ("Slow pages", "pull", False),
        ("Load of servers", "pull", False),
    ],
)
def test_an_alert_leads_to_the_rollback_that_says_its_name(
    said_by: SaidBy, name: str, rollback: str, *, is_other: bool
) -> None:
    plan = f"""title: T
alerts: {{a: {{name: {name}, threshold: "> 4s", rollback: {rollback}}}}}
rollbacks:
  close: {{name: Sign-up fails under load, procedure: Close it}}
  pull: {{name: The build is faulty, procedure: Halt the stores}}
"""
    assert len(said_by("alert-runs-other-rollback", plan)) == is_other


@pytest.mark.parametrize(
    ("query", "text", "is_other"),
    [
        ("shops_silent_2d / shops", "Call each that is silent for two weeks.", True),
        ("shops_silent_2d / shops", "Call each that is silent for a day.", True),
        ("pumps_dry_30m", "Look at pumps that are dry for an hour", True),
        ("shops_silent_2d / shops", "Call each that is silent for two days.", False),
        ("shops_silent_14d", "Call each that is silent for two weeks.", False),
        ("shops_silent_2d / shops", "Talk to the silent ones for two hours.", False),
        ("shops_silent_2d / shops", "Call the open ones for two weeks.", False),
        ("shops_silent[2d] / shops", "Call each that is silent for two weeks.", False),
        ("shops_silent_2d", "Silent for two days is long, silent for two weeks too long.", False),
    ],
)
def test_a_query_counts_the_time_that_texts_tell(said_by: SaidBy, query: str, text: str, *, is_other: bool) -> None:
    plan = f"""title: T
alerts: {{a: {{name: Silence, threshold: "> 4", query: "{query}", response: ["{text}"]}}}}
"""
    assert len(said_by("query-window-differs", plan)) == is_other
    told = f"""title: T
alerts: {{a: {{name: Silence, threshold: "> 4", query: "{query}"}}}}
risks: {{r: {{name: R, impact: low, probability: low, mitigation: "{text}", trigger: "{{{{ name('a') }}}} rings"}}}}
"""
    assert len(said_by("query-window-differs", told)) == is_other
