"""Rules on procedures: whole, in time, and led to."""

from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]

TIMED = """title: T
{calendar}
rollbacks:
  r: {{name: R, procedure: p, within: "{within}", steps: [{steps}], verify: [{{do: look, takes: 99m}}]}}
"""


def timed(within: str, *takes: str, calendar: str = "") -> str:
    steps = ", ".join(f"{{do: it, takes: {each}}}" if each else "{do: it}" for each in takes)
    return TIMED.format(within=within, steps=steps, calendar=calendar)


@pytest.mark.parametrize(
    ("within", "takes"),
    [
        ("< 5 min", ("2m", "2.9m")),
        ("<= 5 min", ("2m", "3m")),
        ("5 min", ("5m",)),
        ("at most 1 h", ("60m",)),
        ("< 90 s", ("0.5m", "0.9m")),
        ("< 5 min", ()),
        ("> 5 min", ("9m",)),
    ],
)
def test_steps_within_the_limit_are_in_time(said_by: SaidBy, within: str, takes: tuple[str, ...]) -> None:
    assert said_by("steps-beyond-limit", timed(within, *takes)) == []


@pytest.mark.parametrize(
    ("within", "takes", "sum_of"),
    [
        ("< 5 min", ("2m", "3m"), "5 min"),
        ("<= 5 min", ("2m", "3.5m"), "5.5 min"),
        ("under 2 h", ("2h", "10m"), "130 min"),
        ("< 1 d", ("3d",), "1440 min"),
        ("< 1 d", ("1ed",), "1440 min"),
    ],
)
def test_steps_beyond_the_limit_are_added_up(
    said_by: SaidBy, within: str, takes: tuple[str, ...], sum_of: str
) -> None:
    told = said_by("steps-beyond-limit", timed(within, *takes))
    assert told == [f'4:38 the steps of "r" take {sum_of}, its limit is "{within}"']


@pytest.mark.parametrize(
    ("within", "fault"),
    [
        ("> 5 min", "a least, not a most"),
        ("< 5", "no time"),
        ("< 5%", "no time"),
        ("at least 5 s", "a least, not a most"),
    ],
)
def test_a_limit_is_a_most_of_a_time(said_by: SaidBy, within: str, fault: str) -> None:
    assert said_by("limit-not-a-time", timed(within)) == [f'4:38 the limit of "r" is "{within}": {fault}']


@pytest.mark.parametrize("within", ["< 5 min", "5 minutes", "under 30 s", "<= 2h", "at most 500ms", "exactly 3 min"])
def test_times_in_any_spelling_are_limits(said_by: SaidBy, within: str) -> None:
    assert said_by("limit-not-a-time", timed(within)) == []


def test_an_untimed_step_among_timed_ones_is_told(said_by: SaidBy) -> None:
    told = said_by("step-untimed", timed("< 5 min", "1m", "", "1m"))
    assert [line.partition(" ")[2] for line in told] == ['step 2 of "r" has no time, 2 of 3 have one']
    assert said_by("step-untimed", timed("< 5 min", "", "")) == []


def allowed(target: str, within: str) -> str:
    return f"""title: T
targets: {{t: {{{target}}}}}
rollbacks: {{r: {{name: R, procedure: p, within: {within}}}}}
"""


@pytest.mark.parametrize(
    ("target", "within"),
    [
        ('name: Uptime, threshold: "> 99.9%"', "43 min"),
        ('name: Uptime, threshold: "> 99.9% in 1 d"', "1 min"),
        ("name: Recovery time, threshold: under 1 h", "60 min"),
        ("name: Response time, threshold: under 500ms", "60 min"),
        ('name: Test coverage, threshold: "> 99%"', "100 h"),
        ('name: Uptime, threshold: "> 100%"', "< 5"),
    ],
)
def test_a_way_back_within_the_outage_allowed_is_sound(said_by: SaidBy, target: str, within: str) -> None:
    assert said_by("rollback-longer-than-outage", allowed(target, within)) == []


@pytest.mark.parametrize(
    ("target", "within", "allows"),
    [
        ('name: Uptime, threshold: "> 99.9%"', "44 min", "43.2 min"),
        ('name: Service availability, threshold: "> 99.9% in 1 d"', "2 min", "1.44 min"),
        ("name: Recovery time, threshold: under 1 h", "2 h", "60 min"),
    ],
)
def test_a_way_back_beyond_the_outage_allowed_is_told(said_by: SaidBy, target: str, within: str, allows: str) -> None:
    told = said_by("rollback-longer-than-outage", allowed(target, within))
    assert len(told) == 1
    assert f'"r" may take "{within}"' in told[0]
    assert told[0].endswith(f"allows {allows}")


def test_an_alert_leads_to_a_rollback(said_by: SaidBy) -> None:
    plan = """title: T
alerts: {x: {name: X, threshold: "> 1%", rollback: a}}
rollbacks: {a: {name: A, procedure: p}, b: {name: B, procedure: p}, c: {name: C, procedure: p, risks: r}}
risks: {r: {name: R, impact: low, probability: low, mitigation: m}}
"""
    assert said_by("rollback-unused", plan) == ['3:41 no risk and no alert leads to "b"']
    assert said_by("rollback-unused", plan.replace(", rollback: a", "")) == []


@pytest.mark.parametrize(("listing", "place"), [("risks: s", "6:82"), ("owner: dev", "6:3")])
def test_a_risk_that_its_rollback_leaves_out_is_told_at_the_rollback(
    said_by: SaidBy, listing: str, place: str
) -> None:
    names = "".join(f"  {each}: {{name: {each}, procedure: p, risks: s}}\n" for each in ("x", "y", "z"))
    plan = f"""title: T
risks:
  r: {{name: R, impact: low, probability: low, mitigation: m, rollback: back}}
  s: {{name: S, impact: low, probability: low, mitigation: m}}
rollbacks:
  back: {{name: Back, procedure: p, within: 5 min, trigger: t, after: [a], {listing}}}
{names}roles: {{dev: {{name: D}}}}
"""
    told = [f'{place} "back" does not list "r", which names it as its rollback']
    assert said_by("rollback-omits-risk", plan) == told


def test_a_procedure_in_one_line_among_others_in_one_line_is_enough(said_by: SaidBy) -> None:
    plan = "title: T\nrollbacks: {a: {name: A, procedure: p}, b: {name: B, procedure: p, steps: [{do: it}]}}\n"
    assert said_by("rollback-without-steps", plan) == []


COMMANDS = """title: T
rollbacks:
  r: {{name: R, procedure: p, within: "< 3 min", after: [{after}], steps: [{{do: it, command: {step}}}],
    verify: [{{do: look, command: {verify}}}]}}
"""


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("helm rollback app --wait --timeout 15m", 1),
        ("kubectl rollout status app --timeout=181s", 1),
        ("db restore --lock-timeout=1h", 1),
        ("helm rollback app --wait --timeout 3m", 0),
        ("helm rollback app --timeout 900", 0),
        ("curl --timeout=500ms", 0),
        ("set timeout 15m", 0),
    ],
)
def test_a_command_waits_no_longer_than_its_rollback_may_take(said_by: SaidBy, command: str, said: int) -> None:
    assert len(said_by("timeout-beyond-limit", COMMANDS.format(after="", step=command, verify="look"))) == said


@pytest.mark.parametrize(
    ("step", "verify", "after", "said"),
    [
        ("flags off --env=live", "smoke --env=test", "", 1),
        ("flags off --environment live", "smoke --environment 'test'", "", 1),
        ("flags off --env=live", "smoke --env=live", "", 0),
        ("flags off --env=live", "smoke --env=$ENV", "", 0),
        ("flags off --env=live", "smoke --env=test", "Let test and live be one again", 0),
        ("flags off --site=live", "smoke --site=test", "", 0),
        ("flags off", "smoke --env=test", "", 0),
    ],
)
def test_what_is_undone_is_verified_where_it_was(
    said_by: SaidBy, step: str, verify: str, after: str, said: int
) -> None:
    assert len(said_by("verify-elsewhere", COMMANDS.format(after=after, step=step, verify=verify))) == said


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("tool mark", "sql run", 1),
        ("sql run", "tool mark", 0),
        ("tool mark", "tool list", 0),
        ("look", "sql run", 0),
    ],
)
def test_a_step_points_to_the_side_on_which_the_command_stands(
    said_by: SaidBy, one: str, other: str, said: int
) -> None:
    middle = """{do: "Undo; the tool's own command below marks it."}"""
    steps = f"{{do: first, command: {one}}}, {middle}, {{do: last, command: {other}}}"
    plan = f"title: T\nrollbacks: {{r: {{name: R, procedure: p, steps: [{steps}]}}}}\n"
    assert len(said_by("step-points-nowhere", plan)) == said
