"""Of a long plan no sentence and no cell names more than anybody reads: the rest is counted."""

from collections.abc import Callable

import pytest

from generator.snapshot import Snapshot
from generator.views import critical_chain, overview, side_by_side, timeline

Taken = Callable[[str], Snapshot]
WAVES, EACH = 20, 15


@pytest.fixture
def at_once(taken: Taken) -> Snapshot:
    """Twenty waves of equally long tasks, all in the first week."""
    waves = [
        f"  w{wave}: {{name: W{wave}, tasks: {{"
        + ", ".join(f"t{wave}-{each}: {{name: T {wave}-{each}, duration: 5d}}" for each in range(EACH))
        + "}}"
        for wave in range(WAVES)
    ]
    return taken("waves:\n" + "\n".join(waves))


def test_a_week_counts_its_waves_and_what_it_finishes(at_once: Snapshot) -> None:
    (row,) = timeline.view(at_once).rows
    assert (row.waves, row.deliverables) == ("20 waves", "300 tasks")


def test_waves_at_work_together_are_named_as_far_as_they_are_few(at_once: Snapshot) -> None:
    (week,) = side_by_side.view(at_once).weeks
    assert len(week.waves) + week.more_at_work == WAVES
    assert week.more_at_work == 8


def test_the_chain_tells_how_many_tasks_are_as_critical(at_once: Snapshot) -> None:
    chain = critical_chain.view(at_once)
    told = len(chain.links) + sum(len(each.by) for each in chain.further)
    assert len(chain.others) == 12
    assert told + len(chain.others) + chain.more_others == WAVES * EACH


def test_the_overview_counts_waves_too_many_to_name(at_once: Snapshot) -> None:
    (stage,) = overview.view(at_once).stages
    assert (stage.heading, stage.waves) == ("Waves", "20")


def test_the_box_of_the_overview_counts_waves_by_the_time_in_which_they_begin(taken: Taken) -> None:
    before = ["", *(f"t{each}" for each in range(49))]
    tasks = [f"t{each}: {{name: Step {each}, duration: 5d, depends_on: [{before[each]}]}}" for each in range(50)]
    waves = ", ".join(f"w{each}: {{name: Part {each}, tasks: {{{task}}}}}" for each, task in enumerate(tasks))
    (stage,) = overview.view(taken(f"waves: {{{waves}}}")).stages
    rows = stage.box.splitlines()
    assert len(rows) == 12
    assert rows[0] == "Week 1-4: [4 waves, 4 tasks]"
    assert sum(int(row.partition("[")[2].split()[0]) for row in rows) == 50


def test_a_short_plan_names_all(taken: Taken) -> None:
    tasks = ", ".join(f"t{each}: {{name: T{each}, duration: 5d}}" for each in range(20))
    snapshot = taken(f"tasks: {{{tasks}}}")
    (row,) = timeline.view(snapshot).rows
    assert row.deliverables == ", ".join(f"T{each}" for each in range(20))
    assert critical_chain.view(snapshot).more_others == 0
