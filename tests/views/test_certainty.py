"""What is told of the runs, and of which plans."""

from collections.abc import Callable

from generator.snapshot import Snapshot
from generator.views import certainty, risk_driver

Taken = Callable[[str], Snapshot]
PLAN = """start: 2026-01-05
simulation: {runs: 2000}
tasks:
  a: {name: A, duration: 2d/4d/9d}
  b: {name: B, duration: 2d, depends_on: a, deadline: 2026-01-14}
risks:
  r: {name: R, impact: high, probability: low, mitigation: M, chance: 20%, factor: 1.5, affects: b}
  s: {name: S, impact: high, probability: low, mitigation: M, chance: 10%, factor: 0.5/0.8/0.9, affects: [a, b]}
  t: {name: T, impact: low, probability: low, mitigation: M}
"""


def test_a_plan_in_which_nothing_is_uncertain_has_nothing_to_tell(taken: Taken) -> None:
    assert certainty.view(taken("tasks: {a: {name: A, duration: 3d}}")) is None


def test_percentiles_are_told_with_their_days(taken: Taken) -> None:
    found = certainty.view(taken(PLAN))
    assert found is not None
    assert [row.name for row in found.percentiles] == ["P10", "P50", "P80", "P90"]
    assert found.headline == f"P80: {found.percentiles[2].finish}"


def test_a_deadline_is_told_of_its_item(taken: Taken) -> None:
    found = certainty.view(taken(PLAN))
    assert found is not None
    assert [(row.what, row.item.words if row.item else "") for row in found.promises] == [
        ("Scheduled finish", ""),
        ("Deadline", "B"),
    ]


def test_tasks_that_vary_are_told_the_most_sensitive_first(taken: Taken) -> None:
    found = certainty.view(taken(PLAN))
    assert found is not None
    assert [row.task.id for row in found.tasks] == ["a", "b"]


def test_risks_are_told_with_what_they_do_to_the_finish(taken: Taken) -> None:
    found = certainty.view(taken(PLAN))
    assert found is not None
    assert [(row.risk.id, row.chance, row.tasks) for row in found.risks] == [
        ("r", "20%", "1 task"),
        ("s", "10%", "2 tasks"),
    ]
    assert found.risks[0].later.endswith(" later")
    assert found.risks[1].later.endswith("earlier")


def test_a_risk_tells_its_part_in_the_simulation(taken: Taken) -> None:
    snapshot = taken(PLAN)
    driving = risk_driver.view(snapshot, "s")
    assert driving is not None
    assert (driving.chance, driving.factor, driving.tasks) == ("10%", "0.8 times as long (0.5 to 0.9)", "2 tasks")
    assert risk_driver.view(snapshot, "t") is None


def test_the_runs_are_made_once(taken: Taken) -> None:
    snapshot = taken(PLAN)
    assert snapshot.simulation is snapshot.simulation


def test_runs_are_told_in_the_settings_of_the_plan(taken: Taken) -> None:
    found = certainty.view(taken(PLAN))
    assert found is not None
    assert found.how.startswith(
        "2,000 runs of the whole schedule (seed 1), in each of which 2 of 2 durations and 2 risks"
    )
