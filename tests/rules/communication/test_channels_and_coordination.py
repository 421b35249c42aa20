"""Rules on channels, and on what waves settle between them."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


def found_by(rule: str, lines: list[str]) -> list[str]:
    return [line.removesuffix(f" ({rule})").partition(" ")[2] for line in lines if line.endswith(f" ({rule})")]


CHANNELS = """title: T
summary: "{summary}"
meetings: {{m: {{name: M, on: fri, lasts: 1 h, audience: A, channel: team}}}}
channels:
  team: {{name: Team, handle: "#team"}}
  seams: {{name: Seams, handle: "#seams"}}
"""


def test_a_channel_may_be_used_by_a_text(found: Found) -> None:
    unused = ['nothing is told in channel "seams"']
    assert found_by("channel-unused", found(CHANNELS.format(summary="Seams"))) == unused
    assert found_by("channel-unused", found(CHANNELS.format(summary="See {{ name('seams') }}"))) == []
    assert found_by("channel-unused", found(CHANNELS.format(summary="See `#seams`"))) == []


def test_channels_that_nothing_uses_are_a_list_of_channels(found: Found) -> None:
    assert found_by("channel-unused", found(CHANNELS.format(summary="S").replace(", channel: team", ""))) == []


def test_handles_differ_in_more_than_case(found: Found) -> None:
    lines = found(CHANNELS.format(summary="S").replace("#seams", "#Team"))
    assert found_by("handle-twice", lines)[0].startswith('channels "seams" and "team" are both "#Team"')


@pytest.mark.parametrize(
    ("first", "second", "found_at"), [("", "", 0), (", audience: A", "", 1), (", audience: A", ", audience: B", 0)]
)
def test_audiences_are_told_for_all_channels_or_none(found: Found, first: str, second: str, found_at: int) -> None:
    plan = f"title: T\nchannels:\n  a: {{name: A{first}}}\n  b: {{name: B{second}}}\n"
    assert len(found_by("channel-without-audience", found(plan))) == found_at


POINTS = """title: T
waves:
  one: {{name: One, tasks: {{a: {{name: A, duration: 5d}}}}}}
  two: {{name: Two, tasks: {{b: {{name: B, duration: 5d, depends_on: a}}}}}}
  three: {{name: Three, tasks: {{c: {{name: C, duration: 15d}}}}}}
coordination: {{k: {{topic: K, {point}}}}}
"""


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("week: 1, providers: one, receivers: two", None),
        ("week: 1, between: [one, three]", None),
        ("week: 1", '"k" names no wave'),
        ("week: 1, providers: one", '"k" hands over to nobody'),
        ("week: 1, receivers: two", '"k" is handed over by nobody'),
        ("week: 1, between: one", '"k" is settled by "one" alone'),
        (
            "week: 1, between: [one, two], providers: three",
            '"k" names waves among equals beside providers or receivers',
        ),
    ],
)
def test_a_point_has_two_sides(found: Found, point: str, told: str | None) -> None:
    assert found_by("coordination-one-sided", found(POINTS.format(point=point))) == ([told] if told else [])


def test_teams_without_waves_may_coordinate_as_well(found: Found) -> None:
    assert found("title: T\ncoordination: {k: {week: 1, topic: K}}\n") == []


@pytest.mark.parametrize(
    ("point", "late"),
    [
        ("week: 1, providers: three, receivers: one", None),
        ("week: 2, providers: three, receivers: one", '"k" is settled in week 2, but "one" ends in week 1'),
        ("week: 3, between: [three, two]", '"k" is settled in week 3, but "two" ends in week 2'),
        ("week: 3, providers: one, receivers: three", None),
    ],
)
def test_what_is_settled_is_settled_for_those_at_work(found: Found, point: str, late: str | None) -> None:
    assert found_by("coordination-too-late", found(POINTS.format(point=point))) == ([late] if late else [])


@pytest.mark.parametrize(
    ("point", "count"),
    [
        ("week: 1, providers: two, receivers: one", 1),
        ("week: 1, providers: one, receivers: two", 0),
        ("week: 1, providers: [one, two], receivers: three", 0),
        ("week: 1, providers: two, receivers: [three, one]", 1),
    ],
)
def test_a_receiver_is_there_when_its_provider_is(found: Found, point: str, count: int) -> None:
    assert len(found_by("receiver-before-provider", found(POINTS.format(point=point)))) == count


def test_a_wave_on_both_sides_is_found_among_the_receivers(found: Found) -> None:
    lines = found_by(
        "coordination-with-itself", found(POINTS.format(point="week: 1, providers: one, receivers: [two, one]"))
    )
    assert lines == ['"one" hands over to itself in "k"']


def test_points_without_owner_are_found_where_most_have_one(found: Found) -> None:
    points = [
        f"  {name}: {{week: 1, topic: {name}, between: [one, three], owner: dev}}\n" for name in ("x", "y", "z")
    ]
    plan = POINTS.partition("coordination")[0].format() + "roles: {dev: {name: D}}\ncoordination:\n" + "".join(points)
    assert found_by("coordination-without-owner", found(plan)) == []
    lines = found(plan.replace("topic: y, between: [one, three], owner: dev", "topic: y, between: [one, three]"))
    assert found_by("coordination-without-owner", lines) == ['"y" has no owner; 2 of 3 coordination points have one']


@pytest.mark.parametrize(
    ("point", "count"),
    [
        ("week: 1, providers: two, receivers: three", 1),
        ("week: 2, providers: two, receivers: three", 0),
        ("week: 1, providers: [one, two], receivers: three", 0),
        ("week: 1, between: [two, three]", 0),
    ],
)
def test_a_point_needs_somebody_who_has_begun(found: Found, point: str, count: int) -> None:
    assert len(found_by("coordination-too-early", found(POINTS.format(point=point)))) == count


POSTED = """title: T
channels:
  hall: {{name: Hall, audience: Everyone in the hall., purpose: P}}
  office: {{name: Office, audience: {readers}, purpose: P}}
meetings:
  stand-up: {{name: {name}, on: fri, at: "{at}", lasts: 1 h, audience: everyone in the hall, channel: office}}
"""


@pytest.mark.parametrize(
    ("readers", "told"),
    [("plant management", 1), ("the whole plant", 0), ("fitters of the hall", 0), ("everyone in the hall", 0)],
)
def test_an_outcome_goes_to_those_who_came(found: Found, readers: str, told: int) -> None:
    lines = found(POSTED.format(readers=readers, name="Stand-up", at="9:00"))
    assert len(found_by("meeting-on-other-channel", lines)) == told


@pytest.mark.parametrize(
    ("name", "at", "told"),
    [
        ("Morning call", "9:00", 0),
        ("Morning call", "19:00", 1),
        ("Evening news", "7:15", 1),
        ("Lunch of all", "12:30", 0),
        ("From morning to evening", "19:00", 0),
        ("Eveningside", "7:15", 0),
    ],
)
def test_a_name_tells_a_part_of_the_day(found: Found, name: str, at: str, told: int) -> None:
    lines = found(POSTED.format(readers="all", name=name, at=at))
    assert len(found_by("meeting-named-for-other-time", lines)) == told
