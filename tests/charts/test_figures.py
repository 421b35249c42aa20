"""Plotly accepts every figure, and a script can paint it anew."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from generator import discovery
from generator.charts._palette import INKS, recolouring
from generator.charts._plotly import figure_json
from generator.errors import PlanpressError
from generator.snapshot import Snapshot

CHARTS = discovery.modules_by_name("generator.charts")


def _figures(snapshot: Snapshot) -> dict[str, dict[str, Any]]:
    data = {name: chart.data(snapshot) for name, chart in CHARTS.items()}
    return {name: CHARTS[name].figure(each) for name, each in data.items() if each is not None}


def test_plotly_accepts_every_figure(any_snapshot: Snapshot) -> None:
    for name, figure in _figures(any_snapshot).items():
        assert json.loads(figure_json(name, figure)) == figure


def test_a_wrong_attribute_is_an_error_that_names_the_chart() -> None:
    with pytest.raises(PlanpressError, match='chart "gantt" has no valid figure'):
        figure_json("gantt", {"data": [{"type": "bar", "colour": "red"}], "layout": {}})


def test_every_colour_of_a_figure_can_be_painted_anew(any_snapshot: Snapshot) -> None:
    for figure in _figures(any_snapshot).values():
        shown = {"data": figure["data"], "layout": {k: v for k, v in figure["layout"].items() if k != "meta"}}
        assert set(re.findall(r"#[0-9a-f]{6}\b", json.dumps(shown))) <= set(figure["layout"]["meta"]["inks"])


def test_names_are_shown_letter_by_letter(snapshot_of: Callable[[str], Snapshot]) -> None:
    for figure in _figures(snapshot_of("hostile names")).values():
        assert "<b>&" not in json.dumps(figure)


def test_figures_have_dates_where_the_plan_has_and_weeks_otherwise(snapshot_of: Callable[[str], Snapshot]) -> None:
    dated, undated = (
        _figures(snapshot_of(name))["gantt"]["layout"]["xaxis"] for name in ("phase-5", "without start")
    )
    assert dated["type"] == "date"
    assert dated["ticktext"][0] == "Week 1<br>5 Jan"
    assert undated["type"] == "linear"
    assert undated["ticktext"][:2] == ["Week 1", "Week 2"]


def test_every_ink_can_be_told_by_its_light_colour() -> None:
    ambiguous = [ink.light for ink in INKS.values() if recolouring()[ink.light][2] != ink.dark]
    assert not ambiguous
