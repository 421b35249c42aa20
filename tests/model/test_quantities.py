"""Quantities: what people write is read, printed back as written, and refused with help where it means nothing."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from generator.errors import BadValueError
from generator.model.breakdown import Link, parse_dependency
from generator.model.notation import (
    describe,
    parse_band,
    parse_date,
    parse_duration,
    parse_estimate,
    parse_shift,
    parse_threshold,
    parse_time,
    parse_weeks,
    parse_when,
)
from generator.model.quantity import Band, Position, Shift, Weeks
from generator.model.team import parse_percent

SPELLINGS: list[tuple[Callable[[str], object], str]] = [
    (parse_duration, "5d"),
    (parse_duration, "1.5 d"),
    (parse_duration, "90 min"),
    (parse_duration, "16h"),
    (parse_estimate, "3d/5d/8d"),
    (parse_estimate, "2w"),
    (parse_band, "3"),
    (parse_band, "2-3"),
    (parse_weeks, "1-2"),
    (parse_when, "W2D1"),
    (parse_when, "2026-01-05"),
    (parse_threshold, "> 80%"),
    (parse_threshold, "under 500ms"),
    (parse_threshold, "> 3 in 5 min"),
    (parse_threshold, "> 10% for 2 minutes"),
    (parse_threshold, "> 2x baseline for 5 min"),
    (parse_threshold, "at least 99.9 %"),
    (parse_time, "9:00 AM"),
    (parse_time, "15:30"),
    (parse_dependency, "db-setup"),
    (parse_dependency, "db-setup SS+2d"),
    (parse_dependency, "auth FF-1d"),
]


@pytest.mark.parametrize(("parse", "text"), SPELLINGS, ids=[text for _, text in SPELLINGS])
def test_a_quantity_prints_back_as_it_was_written(parse: Callable[[str], object], text: str) -> None:
    assert str(parse(text)) == text
    assert str(parse(f"  {text} ")) == text


BAD: list[tuple[Callable[[str], object], str, str, str]] = [
    (parse_duration, "5 days", '"5 days" is not a duration', '"5d"'),
    (parse_duration, "5", '"5" is not a duration', '"5d"'),
    (parse_duration, "-5d", '"-5d" is not a duration', '"5d"'),
    (parse_duration, "99999w", "longer than a hundred years", "unit"),
    (parse_duration, "9" * 5000 + "d", "longer than a hundred years", "number and its unit"),
    (parse_estimate, "3d/5d", "is not a duration", "three points"),
    (parse_estimate, "8d/5d/3d", "is not in order", "smallest first"),
    (parse_band, "3-2", "runs backwards", '"2-3"'),
    (parse_band, "two", '"two" is not a number of people', '"2-3"'),
    (parse_weeks, "0-2", 'week "0" is before the first', "count from 1"),
    (parse_when, "W0D1", "is before the plan", "W1D1 is the first day"),
    (parse_when, "W1", '"W1" is not a date', '"W2D1"'),
    (parse_date, "2026-02-30", "is not a date", "2026-01-05"),
    (parse_date, "20260105", "is not a date", "2026-01-05"),
    (parse_date, "05.01.2026", "is not a date", "2026-01-05"),
    (parse_date, "0001-01-01", "is out of range", "1900 to 2199"),
    (parse_date, "9999-12-31", "is out of range", "1900 to 2199"),
    (parse_threshold, "fast", "is not a threshold", '"> 70%"'),
    (parse_threshold, "> 3 in 5 fortnights", 'unknown unit "fortnights"', '"5 min"'),
    (parse_time, "25:00", "is not a time of day", '"15:30"'),
    (parse_time, "13:00 PM", "is not a time of day", '"9:00 AM"'),
    (parse_time, "noon", "is not a time of day", '"9:00"'),
    (parse_shift, "17:00-9:00", "ends before it starts", "9:00-17:00"),
    (parse_shift, "all day", "is not a pair of times", "9:00-17:00"),
    (parse_percent, "0.2", '"0.2" may be 20% or 0.2%', 'write "20%", or "0.2%"'),
    (parse_percent, ".125", '".125" may be 12.5% or 0.125%', '"12.5%"'),
    (parse_percent, "1.0", '"1.0" may be 100% or 1.0%', '"100%"'),
    (parse_percent, "120%", "from 0 to 100", "at most 100%"),
    (parse_dependency, "a b c", "expected a dependency", '"db-setup SS+2d"'),
    (parse_dependency, "a SS+2", '"2" is not a duration', '"5d"'),
]


@pytest.mark.parametrize(("parse", "text", "message", "help_text"), BAD, ids=[each[1][:20] for each in BAD])
def test_what_means_nothing_is_refused_with_help(
    parse: Callable[[str], object], text: str, message: str, help_text: str
) -> None:
    with pytest.raises(BadValueError) as refused:
        parse(text)
    assert message in refused.value.message
    assert help_text in str(refused.value.help)


@pytest.mark.parametrize("value", [None, "", [], {}, ["5d"]])
def test_another_kind_of_value_is_told_as_what_it_is(value: object) -> None:
    with pytest.raises(BadValueError, match=f"found {describe(value)}"):
        parse_estimate(value)


@pytest.mark.parametrize(
    ("text", "share"), [("0.2%", "0.2"), ("0.2 %", "0.2"), ("1", "1"), ("0.0", "0"), ("60", "60")]
)
def test_a_percentage_that_means_one_thing_is_read(text: str, share: str) -> None:
    assert parse_percent(text) == Decimal(share)


def test_units_are_worth_what_the_calendar_says() -> None:
    assert parse_duration("2d").minutes(day=480, week=2400) == 960
    assert parse_duration("1.5h").minutes(day=480, week=2400) == 90
    assert parse_duration("1w").minutes(day=480, week=1440) == 1440
    assert parse_duration("90min").minutes(day=480, week=1440) == 90


def test_one_duration_is_all_three_points() -> None:
    estimate = parse_estimate("5d")
    assert estimate.optimistic is estimate.likely is estimate.pessimistic
    assert not estimate.is_range
    assert parse_estimate("3d/1w/2w").is_range


def test_bands_add_up() -> None:
    assert parse_band("2-3") + parse_band("1") == Band(3, 4)
    assert str(Band(2, 2)) == "2"


def test_values_are_read_as_what_they_mean() -> None:
    assert parse_weeks("3") == Weeks(3, 3)
    assert parse_when("w2 d1") == Position(2, 1)
    assert parse_when("2026-01-05") == date(2026, 1, 5)
    assert parse_shift("9:00-17:30") == Shift(540, 1050)
    assert (parse_time("12:05 AM").hour, parse_time("12:05 pm").hour, parse_time("9:00 PM").hour) == (0, 12, 21)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("> 3 in 5 min", (">", Decimal(3), "", "", Decimal(5))),
        ("< 500ms", ("<", Decimal(500), "ms", "", None)),
        ("over 70%", (">", Decimal(70), "%", "", None)),
        ("above 70%", (">", Decimal(70), "%", "", None)),
        ("no more than 3 errors in 5 min", ("<=", Decimal(3), "errors", "", Decimal(5))),
        ("fewer than 20", ("<", Decimal(20), "", "", None)),
        ("≥ 99.9 %", (">=", Decimal("99.9"), "%", "", None)),
        ("> 2x baseline for 5 min", (">", Decimal(2), "x", "baseline", Decimal(5))),
        ("at most 5 errors in 2 hours", ("<=", Decimal(5), "errors", "", Decimal(120))),
        ("< 5 min", ("<", Decimal(5), "min", "", None)),
        ("99", ("=", Decimal(99), "", "", None)),
        ("at most -18 °C", ("<=", Decimal(-18), "°C", "", None)),
        ("> −23.5 LUFS in 5 min", (">", Decimal("-23.5"), "LUFS", "", Decimal(5))),
    ],
)
def test_a_threshold_is_taken_apart(text: str, parts: tuple[object, ...]) -> None:
    found = parse_threshold(text)
    assert (found.operator, found.amount, found.unit, found.of, found.window_minutes) == parts


def test_a_window_in_milliseconds_is_no_window_in_minutes() -> None:
    window = parse_threshold("> 3 in 600 ms").window_minutes
    assert window is not None
    assert round(window, 6) == Decimal("0.01")


@pytest.mark.parametrize(
    ("text", "on", "link", "lag"),
    [
        ("a", "a", Link.FINISH_TO_START, 0),
        ("a ss + 2d", "a", Link.START_TO_START, 960),
        ("a-b FF-1w", "a-b", Link.FINISH_TO_FINISH, -2400),
    ],
)
def test_a_dependency_is_taken_apart(text: str, on: str, link: Link, lag: int) -> None:
    found = parse_dependency(text)
    assert (found.on, found.link, found.lag_minutes(480, 2400)) == (on, link, lag)


@pytest.mark.parametrize(
    ("text", "told"), [("999999999999d", "longer than a hundred years"), ("0.0000000001d", "too exact")]
)
def test_a_number_out_of_reach_is_told_as_that(text: str, told: str) -> None:
    with pytest.raises(BadValueError, match=told):
        parse_duration(text)
