"""Rules that hold targets and alerts against each other."""

import json
from collections.abc import Callable

import pytest

SaidBy = Callable[[str, str], list[str]]


def pair(goal: str, fires: str, *, names: tuple[str, str] = ("Load", "Load")) -> str:
    return f"""title: T
targets: {{t: {{name: {names[0]}, threshold: "{goal}"}}}}
alerts: {{a: {{name: {names[1]}, threshold: "{fires}", target: t}}}}
"""


@pytest.mark.parametrize(
    ("goal", "fires"),
    [
        ("< 500ms", "> 500ms for 5 min"),
        ("< 500ms", "> 0.4s"),
        ("under 80%", "over 75%"),
        ("> 99%", "< 99.5% in 5 min"),
        ("< 500ms", "> 2x baseline"),
        ("< 5 in 1 h", "> 9 in 1 d"),
        ("< 5 errors", "> 9 refusals"),
        ("under 0.6 per hour", "> 0.01 per minute"),
        ("< 600 calls per hour", "> 9 calls per minute"),
    ],
)
def test_an_alert_at_its_targets_bound_or_before_it_is_in_time(said_by: SaidBy, goal: str, fires: str) -> None:
    assert said_by("alert-looser-than-target", pair(goal, fires)) == []


@pytest.mark.parametrize(
    ("goal", "fires"),
    [
        ("< 500ms", "> 1s for 5 min"),
        ("under 80%", "over 95%"),
        ("> 99%", "< 90%"),
        ("< 5 in 1 h", "> 9 in 60 min"),
        ("under 0.6 per hour", "> 0.5 per minute"),
        ("< 600 calls/h", "> 11 calls per minute"),
    ],
)
def test_an_alert_beyond_its_targets_bound_is_told(said_by: SaidBy, goal: str, fires: str) -> None:
    told = said_by("alert-looser-than-target", pair(goal, fires))
    assert told == [f'3:37 "a" fires at "{fires}", "t" is missed from "{goal}" on']


@pytest.mark.parametrize("names", [("Grid load", "Overload"), ("Load", "High load")])
def test_shares_are_compared_where_names_are_akin(said_by: SaidBy, names: tuple[str, str]) -> None:
    assert len(said_by("alert-looser-than-target", pair("< 80%", "> 95%", names=names))) == 1


def test_shares_of_different_things_are_not_compared(said_by: SaidBy) -> None:
    plan = pair("< 1%", "> 90%", names=("Errors", "Processor in use"))
    assert said_by("alert-looser-than-target", plan) == []


@pytest.mark.parametrize(("goal", "fires"), [("> 80%", "> 95%"), ("< 500ms", "< 1s"), ("at least 3", "over 2")])
def test_an_alert_on_its_targets_own_side_fires_when_all_is_well(said_by: SaidBy, goal: str, fires: str) -> None:
    told = said_by("alert-fires-when-met", pair(goal, fires))
    assert told == [f'3:37 "a" fires at "{fires}", which "t" ({goal}) asks for']


@pytest.mark.parametrize(
    "names", [("System uptime", "Error rate"), ("Sign-in success rate", "Sign-in failure rate"), ("Hits", "Misses")]
)
def test_an_alert_on_another_figure_may_be_on_the_same_side(said_by: SaidBy, names: tuple[str, str]) -> None:
    assert said_by("alert-fires-when-met", pair("> 80%", "> 10%", names=names)) == []


@pytest.mark.parametrize(
    ("goal", "fires", "said"), [("< 500ms", "> 5%", 1), ("< 500ms", "> 1s", 0), ("< 1%", "> 3", 0)]
)
def test_a_figure_has_one_unit(said_by: SaidBy, goal: str, fires: str, said: int) -> None:
    assert len(said_by("alert-in-other-unit", pair(goal, fires))) == said


@pytest.mark.parametrize(
    ("goal", "fires", "said"),
    [("under 70 m/s", "> 55 km/h", 1), ("under 70 km/h", "> 55 km/h", 0), ("< 5%", "> 2 h", 0)],
)
def test_speeds_of_one_thing_have_one_unit(said_by: SaidBy, goal: str, fires: str, said: int) -> None:
    names = ("Gusts on the gallery", "Strong gusts")
    assert len(said_by("alert-in-other-unit", pair(goal, fires, names=names))) == said


@pytest.mark.parametrize(("fires", "said"), [("> 45 °C", 1), ("> 45 °F", 0), ("> 45 kW", 0)])
def test_what_one_source_measures_is_as_warm_in_one_unit(said_by: SaidBy, fires: str, said: int) -> None:
    plan = pair("at most 46 °F", fires, names=("Storage heat", "Warm unit")).replace(
        "target: t", "target: t, source: s"
    )
    plan = plan.replace('46 °F"}}', '46 °F", source: s}}') + "sources: {s: {name: Loggers, collects: Heat}}\n"
    assert len(said_by("alert-in-other-unit", plan)) == said


def targets(*pairs: tuple[str, str]) -> str:
    lines = [f'  t{n}: {{name: {name}, threshold: "{bound}"}}\n' for n, (name, bound) in enumerate(pairs)]
    return f"title: T\ntargets:\n{''.join(lines)}"


@pytest.mark.parametrize("second", ["< 0.5s", "under 500ms"])
def test_one_bound_in_two_spellings_is_one_bound(said_by: SaidBy, second: str) -> None:
    assert said_by("figure-twice", targets(("Page time", "< 500ms"), ("Time of page", second))) == []


@pytest.mark.parametrize("second", ["< 400ms", "> 500ms", "< 500ms in 1 h"])
def test_one_figure_with_two_bounds_is_told_at_the_second(said_by: SaidBy, second: str) -> None:
    told = said_by("figure-twice", targets(("Page times", "< 500ms"), ("Time page", second)))
    assert told == [f'4:36 "t1" is "{second}", "t0" is the same figure and "< 500ms"']


@pytest.mark.parametrize(
    ("name", "bound", "said"),
    [
        ("Uptime", "> 100%", 1),
        ("Uptime", ">= 100%", 0),
        ("Uptime", "exactly 100%", 0),
        ("Test coverage", "at least 101%", 1),
        ("Sales of last year", "> 110%", 0),
        ("Failures", "< 0%", 1),
        ("Failures", "<= 0", 0),
        ("Frost", "< 0 °C", 0),
    ],
)
def test_no_part_is_more_than_the_whole_or_less_than_nothing(
    said_by: SaidBy, name: str, bound: str, said: int
) -> None:
    assert len(said_by("threshold-impossible", targets((name, bound)))) == said


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("500ms", 1),
        ("80%", 1),
        ("100%", 0),
        ("0", 0),
        ("exactly 3", 0),
        ("= 3", 0),
        ("< 3", 0),
        ("-18 °C", 1),
        ("< -18 °C", 0),
    ],
)
def test_a_bare_figure_says_neither_least_nor_most(said_by: SaidBy, bound: str, said: int) -> None:
    assert len(said_by("threshold-without-sign", targets(("Figure", bound)))) == said


@pytest.mark.parametrize(
    ("name", "bound", "said"),
    [
        ("Test coverage", "< 80%", 1),
        ("P95 response time", "> 500ms", 1),
        ("P95 response time", "< 500ms", 0),
        ("Successes after errors", "< 5%", 0),
        ("Visitors", "< 5", 0),
        ("Failures", "exactly 0", 0),
        ("Cache hits", "< 70%", 1),
        ("Rate limit hits", "< 5", 0),
        ("Survey response", "> 30%", 0),
        ("Error budget", "> 20%", 0),
    ],
)
def test_a_target_asks_for_more_of_the_good_and_less_of_the_bad(
    said_by: SaidBy, name: str, bound: str, said: int
) -> None:
    assert len(said_by("threshold-turned", targets((name, bound)))) == said


@pytest.mark.parametrize(
    ("name", "bound", "said"), [("Errors", "< 5%", 1), ("Errors", "> 5%", 0), ("Cache hits", "> 9", 1)]
)
def test_an_alert_fires_at_less_of_the_good_and_more_of_the_bad(
    said_by: SaidBy, name: str, bound: str, said: int
) -> None:
    plan = f'title: T\nalerts: {{a: {{name: {name}, threshold: "{bound}"}}}}\n'
    assert len(said_by("threshold-turned", plan)) == said


def alert(name: str, threshold: str, query: str) -> str:
    return (
        f"title: T\nalerts: {{a: {{name: {name}, threshold: {json.dumps(threshold)}, query: {json.dumps(query)}}}}}\n"
    )


@pytest.mark.parametrize(
    ("threshold", "query", "said"),
    [
        ("> 50ms", "100 * failed / asked", 1),
        ("> 50 GB", "100 * (1 - sum(free[5m]) / sum(all[5m]))", 1),
        ("> 50 s", "failed / asked * 100", 1),
        ("> 5%", "answer_seconds", 1),
        ("> 5%", "histogram_quantile(0.9, rate(answer_seconds_bucket[5m]))", 1),
        ("> 5%", "100 * failed / asked", 0),
        ("> 5", "100 * failed / asked", 0),
        ("> 50ms", "100 * depth", 0),
        ("> 5%", "failed / asked", 0),
        ("> 5%", "rate(busy_seconds[5m])", 0),
        ("> 5s", "answer_seconds", 0),
        ("> 2x usual for 5 min", "100 * failed / asked", 0),
    ],
)
def test_a_query_gives_its_figure_in_the_unit_of_the_threshold(
    said_by: SaidBy, threshold: str, query: str, said: int
) -> None:
    assert len(said_by("query-in-other-unit", alert("A", threshold, query))) == said


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("Answers P95", "histogram_quantile(0.99, x)", 1),
        ("Median of answers", "quantile(0.95, x)", 1),
        ("Answers in the 90th percentile", "p95(x)", 1),
        ("Answers P95", "histogram_quantile(0.95, x)", 0),
        ("Answers P95", "percentile(95, x)", 0),
        ("Answers", "histogram_quantile(0.99, x)", 0),
        ("Answers P95", "histogram_quantile(0.95, x) / histogram_quantile(0.5, x)", 0),
    ],
)
def test_a_query_asks_for_the_quantile_of_the_name(said_by: SaidBy, name: str, query: str, said: int) -> None:
    assert len(said_by("query-other-quantile", alert(name, "> 5", query))) == said


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('failed{env="live"} / asked{env="test"}', 1),
        ('asked{env="live",status="5"} / asked{env="test"}', 1),
        ('asked{env="live"} / asked{env="test"}', 0),
        ('failed{env="live"} / asked{env="live"}', 0),
        ('failed{place="live"} / asked{place="test"}', 0),
        ('failed{env=~"live"} / asked{env="test"}', 0),
    ],
)
def test_a_query_counts_in_one_environment(said_by: SaidBy, query: str, said: int) -> None:
    assert len(said_by("query-of-two-places", alert("A", "> 5", query))) == said


@pytest.mark.parametrize(
    ("threshold", "query", "said"),
    [
        ("> 3 in 5 min", "increase(failed[50m])", 1),
        ("> 3 in 50 min", "increase(failed[5m])", 1),
        ("> 3 in 2 h", "increase(failed[120m])", 0),
        ("> 3 for 5 min", "rate(failed[1m])", 0),
        ("> 3 in 5 min", "increase(failed[5m]) - increase(failed[1h])", 0),
    ],
)
def test_a_query_counts_in_the_time_of_the_threshold(said_by: SaidBy, threshold: str, query: str, said: int) -> None:
    assert len(said_by("query-window-differs", alert("A", threshold, query))) == said
