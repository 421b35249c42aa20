"""Days that words tell by week and by date are known at a glance, where both are the same day."""

import pytest

from generator.audit.rendered.truth import Truth
from generator.snapshot import take_snapshot
from generator.sources.plan_files import find_plan

_PLAN = "title: Told\nstart: 2026-01-05\nwaves:\n  w1: {name: One, tasks: {t1: {name: Job, duration: 1d}}}\n"


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    plan = tmp_path_factory.mktemp("told") / "plan.yaml"
    plan.write_text(_PLAN, encoding="utf-8")
    snapshot = take_snapshot(find_plan(plan)).snapshot
    assert snapshot is not None
    return Truth(snapshot)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Job: Week 2 Day 1 (Mon 12 Jan), 1 day", {7}),
        ("Job: Week 2 Day 1 (Mon 12 Jan) to Week 3 Day 2 (Tue 20 Jan), 7 days", {7, 15}),
    ],
)
def test_days_told_by_week_and_date_are_those_days(words: str, days: set[int], truth: Truth) -> None:
    assert truth.agreed_days(words) == days == {day.index for day in truth.days(words)}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Week 2 Day 1 (Tue 13 Jan)", id="two days"),
        pytest.param("Week 2 Day 1 (Tue 12 Jan)", id="another weekday"),
        pytest.param("Week 2 Day 0 (Mon 12 Jan)", id="no day"),
        pytest.param("Week 2 Day 1 (Mon 12 Jan), due 14 Jan", id="a date besides"),
        pytest.param("Week 2 Day 1 (Mon 12 Jan), then W3D1", id="a week besides"),
        pytest.param("Week 2 Day 1 (Mon 12 Jan) or Week 54 Day 2 (Tue 12 Jan)", id="a date of two weeks"),
        pytest.param("5 days", id="none at all"),
    ],
)
def test_other_words_are_read_with_care(words: str, truth: Truth) -> None:
    assert truth.agreed_days(words) == frozenset()
