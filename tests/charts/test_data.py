"""What charts say: titles, descriptions, data tables, the load of roles, the order of risks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import discovery
from generator.charts import checkpoint_timeline, dependency_network, gantt, resource_load, risk_matrix
from generator.charts._chart import Look
from generator.charts._items import name_of
from generator.charts._palette import INKS, paint, variables
from generator.snapshot import Snapshot

Snapshots = Callable[[str], Snapshot]


def test_every_row_of_a_table_has_a_cell_for_each_column(any_snapshot: Snapshot) -> None:
    for chart in discovery.modules_by_name("generator.charts").values():
        data = chart.data(any_snapshot)
        if data is not None:
            table = chart.table(data)
            assert table.rows
            assert table.caption == chart.title(data)
            assert {len(row) for row in table.rows} == {len(table.columns)}
            assert all(isinstance(cell, str) and cell for row in table.rows for cell in row)


def test_the_table_of_a_gantt_chart_lists_every_item(snapshot_of: Snapshots) -> None:
    snapshot = snapshot_of("phase-5")
    data = gantt.data(snapshot)
    assert data is not None
    names = [row[0] for row in gantt.table(data).rows]
    assert sorted(names) == sorted(name_of(snapshot, item) for item in snapshot.schedule.breakdown.items.values())


def test_a_gantt_chart_says_when_and_how_much_is_critical(snapshot_of: Snapshots) -> None:
    data = gantt.data(snapshot_of("without start"))
    assert data is not None
    assert gantt.title(data) == "Schedule of Thesis"
    assert gantt.description(data) == (
        "2 tasks and 1 checkpoint from Week 1 Day 1 to Week 5 Day 5. 2 critical: Read and Write."
    )


def test_load_is_the_busiest_moment_of_each_week(snapshot_of: Snapshots) -> None:
    data = resource_load.data(snapshot_of("several waves"))
    assert data is not None
    rows = {row[:2]: row[2:] for row in resource_load.table(data).rows}
    assert rows["Developer", "Week 1"] == ("3", "Wave 1: 3", "1-2", "2", "by 1 person")
    assert rows["Tester", "Week 1"] == ("2", "Outside waves: 1, Wave 1: 1", "–", "1", "by 1 person")


def test_a_load_says_who_is_over_capacity_and_when(snapshot_of: Snapshots) -> None:
    data = resource_load.data(snapshot_of("several waves"))
    assert data is not None
    assert "Developer over capacity in Week 1, Week 2" in resource_load.description(data)


def test_the_capacity_of_a_wave_is_its_team(snapshot_of: Snapshots) -> None:
    data = resource_load.data(snapshot_of("phase-5"), wave="wave-1")
    assert data is not None
    assert {load.capacity for lane in data.lanes if lane.role == "developer" for load in lane.loads} == {3}


def test_days_off_need_nobody(snapshot_of: Snapshots) -> None:
    data = resource_load.data(snapshot_of("several waves"))
    assert data is not None
    assert 11 not in {load.stretch.first for lane in data.lanes for load in lane.loads}


def test_risks_are_numbered_by_exposure(snapshot_of: Snapshots) -> None:
    data = risk_matrix.data(snapshot_of("several waves"))
    assert data is not None
    assert [(risk.number, risk.name, risk.exposure) for risk in data.risks] == [(1, "Fire", 9), (2, "Rain", 1)]
    assert risk_matrix.table(data).rows[0] == (
        "1", "Fire", "High", "High", "Critical (9)", "–", "Water, plenty",
    )  # fmt: skip


def test_a_wave_shows_the_risks_it_is_exposed_to(snapshot_of: Snapshots) -> None:
    snapshot = snapshot_of("several waves")
    shown = risk_matrix.data(snapshot, wave="alpha")
    assert shown is not None
    assert [risk.name for risk in shown.risks] == ["Fire"]
    assert risk_matrix.data(snapshot, wave="beta") is None


def test_a_timeline_tells_day_and_scope_and_what_is_done(snapshot_of: Snapshots) -> None:
    data = checkpoint_timeline.data(snapshot_of("without start"))
    assert data is not None
    assert checkpoint_timeline.table(data).rows == (("Checkpoint 1", "Week 3 Day 1", "Read", "–", "yes"),)
    assert checkpoint_timeline.description(data) == "1 checkpoint on Week 3 Day 1, 1 done."


def test_a_network_lists_each_dependency_with_link_and_lag(snapshot_of: Snapshots) -> None:
    data = dependency_network.data(snapshot_of("several waves"))
    assert data is not None
    assert {row[:3] for row in dependency_network.table(data).rows} == {
        ("A", "B", "SS+1d"),
        ("B", "C", "FF+1d"),
        ("A", "D", "SF"),
        ("Wave 1 finished", "Wave 2 may begin", "FS"),
        ("Wave 2 finished", "Reached", "FS"),
    }


def test_a_network_of_very_many_tasks_shows_waves_alone(snapshot_of: Snapshots) -> None:
    tasks = "".join(f"      a{n}: {{name: A, duration: 1d}}\n" for n in range(200))
    text = f"title: Large\nwaves:\n  one:\n    name: One\n    tasks:\n{tasks}"
    text += "  two:\n    name: Two\n    tasks: {b: {name: B, duration: 1d, depends_on: [a1, a2]}}\n"
    data = dependency_network.data(snapshot_of(text))
    assert data is not None
    assert dependency_network.table(data).rows == (("Wave 1: One", "Wave 2: Two", "2×", "no"),)


@pytest.mark.parametrize("ink", ["text", "muted", "critical", "status", "done"])
@pytest.mark.parametrize("dark", [False, True])
def test_ink_of_text_stands_out_from_paper(ink: str, dark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    shades = variables(dark=dark)
    assert _contrast(shades[f"--pp-{ink}"], shades["--pp-paper"]) >= 4.5


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("dark", [False, True])
def test_marks_stand_out_from_paper(number: int, dark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    shades = variables(dark=dark)
    assert _contrast(shades[f"--pp-wave-{number}"], shades["--pp-paper"]) >= 3


def test_every_ink_is_a_variable_on_the_site_and_literal_in_print() -> None:
    for ink, known in INKS.items():
        assert paint(ink, Look.PRINT, "key") == known.light
        assert paint(ink, Look.SITE, "key").startswith(f"var(--pp-{ink}, ")


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_holds_the_same_colours(dark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    sheet = (Path(__file__).parents[2] / "site_templates" / "assets" / "plan.css").read_text(encoding="utf-8")
    light_part, _, dark_part = sheet.partition('"slate"')
    part = dark_part if dark else light_part
    assert not [name for name, value in variables(dark=dark).items() if f"{name}: {value};" not in part]


def _contrast(one: str, other: str) -> float:
    """Return the ratio of WCAG 2."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
