"""Networks that textbooks have solved by hand."""

from collections.abc import Callable

import pytest

from generator.scheduling.schedule import Schedule

Scheduled = Callable[[str], Schedule]

FOUNDRY = """
a: 2d
b: 3d
c: 2d, a
d: 4d, b
e: 4d, c
f: 3d, c
g: 5d, d, e
h: 2d, f, g
"""
FOUNDRY_TIMES = {
    "a": (0, 2, 0, 2),
    "b": (0, 3, 1, 4),
    "c": (2, 4, 2, 4),
    "d": (3, 7, 4, 8),
    "e": (4, 8, 4, 8),
    "f": (4, 7, 10, 13),
    "g": (8, 13, 8, 13),
    "h": (13, 15, 13, 15),
}
"""General Foundry (Render, Stair, Hanna: Quantitative Analysis for Management, table 13.3)."""

MEDIUM = """
a: 3d
b: 2d, a
c: 4d, a
d: 3d, b, c
e: 2d, c
f: 4d, d, e
g: 2d, f
"""
MEDIUM_TIMES = {
    "a": (0, 3, 0, 3),
    "b": (3, 5, 5, 7),
    "c": (3, 7, 3, 7),
    "d": (7, 10, 7, 10),
    "e": (7, 9, 8, 10),
    "f": (10, 14, 10, 14),
    "g": (14, 16, 14, 16),
}


def days(schedule: Schedule, item: str) -> tuple[float, ...]:
    dates = schedule.dates[item]
    bounds = (dates.early_start, dates.early_finish, dates.late_start, dates.late_finish)
    return tuple(schedule.time.clock.worked(instant) / schedule.time.day_minutes for instant in bounds)


@pytest.mark.parametrize(
    ("network", "expected", "critical"),
    [(FOUNDRY, FOUNDRY_TIMES, "acegh"), (MEDIUM, MEDIUM_TIMES, "acdfg")],
    ids=["general foundry", "seven activities"],
)
def test_a_textbook_network_has_the_textbook_s_times(
    tasks: Scheduled, network: str, expected: dict[str, tuple[int, ...]], critical: str
) -> None:
    schedule = tasks(network)
    assert {item: days(schedule, item) for item in expected} == expected
    assert schedule.critical_path == tuple(critical)
    assert {item for item, dates in schedule.dates.items() if dates.critical} == set(critical)


def test_total_float_is_the_textbook_s_slack(tasks: Scheduled) -> None:
    schedule = tasks(FOUNDRY)
    slack = {item: dates.total_float / schedule.time.day_minutes for item, dates in schedule.dates.items()}
    assert slack == {"a": 0, "b": 1, "c": 0, "d": 1, "e": 0, "f": 6, "g": 0, "h": 0}


def test_free_float_is_what_no_successor_feels(tasks: Scheduled) -> None:
    schedule = tasks(FOUNDRY)
    free = {item: dates.free_float / schedule.time.day_minutes for item, dates in schedule.dates.items()}
    assert free == {"a": 0, "b": 0, "c": 0, "d": 1, "e": 0, "f": 6, "g": 0, "h": 0}
