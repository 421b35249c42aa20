"""The charts of a simulated finish: what they show, and of which plans."""

import re
from collections.abc import Callable

import pytest

from generator import discovery
from generator.charts import convergence, finish_distribution, tornado
from generator.charts._chart import Box
from generator.charts._finish_bins import place_of
from generator.charts._render import render
from generator.documents.figures import UNLED, figure_html
from generator.snapshot import Snapshot
from generator.templates.rendering import Renderer

Snapshots = Callable[[str], Snapshot]
LONG = "title: Long\n{start}tasks: {{a: {{name: A, duration: 20d/60d/400d}}}}\n"


@pytest.mark.parametrize("name", ["finish_distribution", "tornado", "convergence"])
@pytest.mark.parametrize("plan", ["without start", "several waves", "empty"])
def test_a_plan_in_which_nothing_is_uncertain_has_none(name: str, plan: str, snapshot_of: Snapshots) -> None:
    assert discovery.module("generator.charts", name).data(snapshot_of(plan)) is None


def test_the_bars_hold_every_run(snapshot_of: Snapshots) -> None:
    data = finish_distribution.data(snapshot_of("uncertain"))
    assert data is not None
    assert sum(bar.share for bar in data.bars) == pytest.approx(1)
    assert data.bars[-1].until == 1


def test_a_day_ends_at_the_right_edge_of_its_bar(snapshot_of: Snapshots) -> None:
    """So the line of finished runs is at the share that a mark tells, where its line crosses."""
    data = finish_distribution.data(snapshot_of("uncertain"))
    assert data is not None
    for mark in data.marks:
        place = place_of(data.bars, mark.day.index)
        assert place is not None
        assert place == int(place)
        assert data.bars[int(place) - 1].until == pytest.approx(mark.share)


def test_four_in_five_runs_are_finished_by_the_p80_and_fewer_the_day_before(snapshot_of: Snapshots) -> None:
    data = finish_distribution.data(snapshot_of("uncertain"))
    assert data is not None
    p80 = next(mark for mark in data.marks if mark.what == "P80")
    before = max(bar.until for bar in data.bars if bar.last < p80.day.index)
    assert before < 0.8 <= p80.share


def test_the_description_tells_percentiles_and_promises(snapshot_of: Snapshots) -> None:
    data = finish_distribution.data(snapshot_of("uncertain"))
    assert data is not None
    told = finish_distribution.description(data)
    assert told.startswith("2,000 runs: P50 ")
    assert "the committed finish Wed 14 Jan is kept in " in told


def test_days_on_which_nothing_can_finish_have_no_bar(snapshot_of: Snapshots) -> None:
    snapshot = snapshot_of("uncertain")
    data = finish_distribution.data(snapshot)
    assert data is not None
    assert all(snapshot.schedule.time.is_workday(bar.first) for bar in data.bars)


@pytest.mark.parametrize("start", ["start: 2026-01-05\n", ""])
def test_many_days_are_gathered_by_weeks(start: str, snapshot_of: Snapshots) -> None:
    data = finish_distribution.data(snapshot_of(LONG.format(start=start)))
    assert data is not None
    assert len(data.bars) <= 45
    assert all((bar.last - bar.first + 1) % 7 == 0 for bar in data.bars)
    assert sum(bar.share for bar in data.bars) == pytest.approx(1)


def test_a_promise_far_from_every_finish_is_told_but_not_drawn(snapshot_of: Snapshots) -> None:
    data = finish_distribution.data(
        snapshot_of(
            "title: T\nstart: 2026-01-05\ncommitted: {finish: 2029-01-05}\nchecks: {duration-commitment: 'off'}\n"
            "tasks: {a: {name: A, duration: 1d/2d/4d}}\n"
        )
    )
    assert data is not None
    assert "committed finish Fri 5 Jan 2029 is kept in 100%" in finish_distribution.description(data)
    assert len(data.bars) < 20


def test_the_strongest_stands_first_in_the_tornado(snapshot_of: Snapshots) -> None:
    data = tornado.data(snapshot_of("uncertain"))
    assert data is not None
    swings = [abs(row.badly - row.well) for row in data.rows]
    assert swings == sorted(swings, reverse=True)
    assert data.rows[0].name == "Risk: Frost <i>& (20%)"


def test_an_opportunity_is_told_as_one(snapshot_of: Snapshots) -> None:
    data = tornado.data(snapshot_of("uncertain"))
    assert data is not None
    sun = next(row for row in data.rows if row.name.startswith("Risk: Sun"))
    assert re.fullmatch(r"Risk: Sun \(50%\): −0\.[234] days if it happens, \+0\.[234] days if it does not", sun.told)


def test_a_wave_shows_its_own_tasks_and_risks(snapshot_of: Snapshots) -> None:
    shown = tornado.data(snapshot_of("uncertain"), wave="frame")
    assert shown is not None
    assert sorted(row.name for row in shown.rows) == ["Build <b>&", "Risk: Sun (50%)"]


def test_a_wave_has_no_finish_of_its_own(snapshot_of: Snapshots) -> None:
    snapshot = snapshot_of("uncertain")
    assert finish_distribution.data(snapshot, wave="frame") is None
    assert convergence.data(snapshot, wave="frame") is None


def test_bars_of_the_tornado_lie_on_their_sides_of_the_mean(snapshot_of: Snapshots) -> None:
    data = tornado.data(snapshot_of("uncertain"))
    assert data is not None
    bars = [shape for shape in tornado.drawing(data).layers["bars"] if isinstance(shape, Box)]
    middle = max(bar.x for bar in bars)
    assert {bar.fill for bar in bars if bar.x + bar.width <= middle + 0.01} <= {"done", "hatch:done"}
    assert {bar.fill for bar in bars if bar.x >= middle - 0.01} <= {"critical", "hatch:critical"}


def test_the_convergence_ends_at_all_runs(snapshot_of: Snapshots) -> None:
    data = convergence.data(snapshot_of("uncertain"))
    assert data is not None
    assert convergence.table(data).rows[-1][0] == "2,000"


def test_the_convergence_is_folded_on_the_site(snapshot_of: Snapshots, board: Renderer) -> None:
    chart = render("convergence", {}, snapshot=snapshot_of("uncertain"), board=board)
    assert chart is not None
    html = figure_html(chart, UNLED, "uncertain")
    assert html.startswith('<details class="pp-chart__data"><summary>How the P80 settles: Uncertain')
