"""Every chart of every plan is well-formed, self-contained and the same each time."""

import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

import pytest

from generator import discovery
from generator.charts._chart import RenderedChart
from generator.charts._render import chart_key, escape_xml, number, render
from generator.errors import PlanpressError
from generator.snapshot import Snapshot
from generator.templates.rendering import Renderer

_NAMESPACE = "{http://www.w3.org/2000/svg}"


def _rendered(snapshot: Snapshot, board: Renderer) -> Iterator[RenderedChart]:
    for name in discovery.names("generator.charts"):
        for options in ({}, *({"wave": wave} for wave in snapshot.plan.waves)):
            chart = render(name, options, snapshot=snapshot, board=board)
            if chart is not None:
                yield chart


def test_there_are_eight_charts() -> None:
    assert discovery.names("generator.charts") == (
        "checkpoint_timeline",
        "convergence",
        "dependency_network",
        "finish_distribution",
        "gantt",
        "resource_load",
        "risk_matrix",
        "tornado",
    )


def test_both_pictures_are_well_formed_and_named(any_snapshot: Snapshot, board: Renderer) -> None:
    for chart in _rendered(any_snapshot, board):
        for svg in (chart.site_svg, chart.print_svg, *chart.further_svgs):
            tree = ET.fromstring(svg)  # noqa: S314 - our own output
            assert tree.get("role") == "img"
            assert tree.find(f"{_NAMESPACE}title").text == escape_free(chart.title)  # type: ignore[union-attr]
            assert tree.find(f"{_NAMESPACE}desc").text == escape_free(chart.description)  # type: ignore[union-attr]


def escape_free(text: str) -> str:
    return "".join("\ufffd" if ord(c) < 32 else c for c in text)


def test_a_picture_for_print_holds_literal_colours_alone(any_snapshot: Snapshot, board: Renderer) -> None:
    for chart in _rendered(any_snapshot, board):
        assert "var(" not in chart.print_svg
        assert "style" not in chart.print_svg.replace("text/style", "")


def test_a_picture_for_the_site_follows_the_variables(
    snapshot_of: Callable[[str], Snapshot], board: Renderer
) -> None:
    chart = render("gantt", {}, snapshot=snapshot_of("several waves"), board=board)
    assert chart is not None
    assert "var(--pp-text, var(--md-default-fg-color, #1d2433))" in chart.site_svg


def test_a_picture_asks_for_nothing_from_elsewhere(any_snapshot: Snapshot, board: Renderer) -> None:
    for chart in _rendered(any_snapshot, board):
        for svg in (chart.site_svg, chart.print_svg, *chart.further_svgs):
            tags = {element.tag.removeprefix(_NAMESPACE) for element in ET.fromstring(svg).iter()}  # noqa: S314
            assert tags <= {"svg", "title", "desc", "defs", "pattern", "path", "g", "rect", "text", "circle"}
            assert "href" not in re.sub(r">[^<]*<", "><", svg)


def test_every_id_is_unique_on_a_page_and_every_reference_has_its_id(any_snapshot: Snapshot, board: Renderer) -> None:
    page = "".join(chart.site_svg for chart in _rendered(any_snapshot, board))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


def test_numbers_have_one_decimal_at_most(any_snapshot: Snapshot, board: Renderer) -> None:
    for chart in _rendered(any_snapshot, board):
        shapes = re.sub(r">[^<]*<|fill-opacity=\"[^\"]*\"", "><", chart.print_svg)
        assert not re.search(r"\d\.\d\d", re.sub(r' opacity="[^"]*"| font-family="[^"]*"', "", shapes))


def test_the_same_plan_gives_the_same_bytes(any_snapshot: Snapshot, board: Renderer) -> None:
    one, other = list(_rendered(any_snapshot, board)), list(_rendered(any_snapshot, board))
    assert one == other
    assert [chart.printed for chart in one] == [chart.printed for chart in other]


def test_a_picture_holds_no_blank_line_that_would_end_a_block_of_html(
    any_snapshot: Snapshot, board: Renderer
) -> None:
    for chart in _rendered(any_snapshot, board):
        assert "\n\n" not in chart.site_svg
        assert not re.search(r"^\s", chart.site_svg, re.MULTILINE)


@pytest.mark.parametrize("name", discovery.names("generator.charts"))
def test_an_empty_plan_has_nothing_to_show(
    name: str, snapshot_of: Callable[[str], Snapshot], board: Renderer
) -> None:
    assert render(name, {}, snapshot=snapshot_of("empty"), board=board) is None


def test_wide_charts_ask_for_a_landscape_page() -> None:
    wide = {name for name, chart in discovery.modules_by_name("generator.charts").items() if chart.WIDE}
    assert wide == {"gantt", "dependency_network", "resource_load"}


@pytest.mark.parametrize(
    ("options", "message"),
    [({"wave": "gamma"}, 'unknown wave "gamma"'), ({"phase": "one"}, 'no option "phase"')],
)
def test_a_misspelt_option_is_an_error(
    options: dict[str, str], message: str, snapshot_of: Callable[[str], Snapshot], board: Renderer
) -> None:
    with pytest.raises(PlanpressError, match=message):
        render("gantt", options, snapshot=snapshot_of("several waves"), board=board)


def test_options_are_part_of_the_key() -> None:
    assert chart_key("risk_matrix", {}) == "risk-matrix"
    assert chart_key("gantt", {"wave": "wave-1"}) == "gantt-wave-1"


def test_text_is_escaped_and_what_xml_cannot_hold_is_replaced() -> None:
    assert escape_xml("<b>&\"'\x07") == "&lt;b&gt;&amp;&quot;&#x27;\ufffd"


def test_a_number_is_written_short() -> None:
    assert [number(each) for each in (1.0, 1.26, -0.01, 12)] == ["1", "1.3", "0", "12"]


def test_ten_thousand_tasks_are_told_by_wave(snapshot_of: Callable[[str], Snapshot], board: Renderer) -> None:
    waves = "".join(
        f"  w{wave}:\n    name: Wave of {wave}\n    tasks:\n"
        + "".join(f"      t{wave}x{task}: {{name: T, duration: 1d}}\n" for task in range(1000))
        for wave in range(10)
    )
    snapshot = snapshot_of(f"title: Large\nwaves:\n{waves}")
    for options in ({}, {"wave": "w1"}):
        chart = render("gantt", options, snapshot=snapshot, board=board)
        assert chart is not None
        assert len(chart.site_svg) < 300_000
        assert "not shown" in chart.description or "as a whole" in chart.description
