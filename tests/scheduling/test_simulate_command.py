"""What `planpress simulate` prints, in each format."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import run

SERIAL = """tasks:
  a: {name: A, duration: 2d/4d/9d}
  b: {name: B, duration: 1d/5d/6d, depends_on: a}
  c: {name: C, duration: 3d, depends_on: b}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(f"title: Shed\nstart: 2026-01-05\n{SERIAL}", encoding="utf-8")
    return path


def told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["simulate", *arguments]) == 0
    return capsys.readouterr().out


def test_the_text_names_distribution_seed_and_runs(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = told([str(file), "--runs", "500", "--seed", "3", "--distribution", "triangular"], capsys)
    assert "500 runs, seed 3; 2 of 3 durations drawn, distribution triangular" in text
    assert "P80" in text


@pytest.mark.parametrize("style", ["text", "json", "csv"])
def test_the_same_command_prints_the_same_bytes(file: Path, style: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = [str(file), "--runs", "500", "--format", style]
    assert told(command, capsys) == told(command, capsys)
    assert told(command, capsys) != told([*command, "--seed", "2"], capsys)


def test_json_has_a_version_and_all_figures(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told([str(file), "--runs", "500", "--format", "json"], capsys))
    assert (found["format_version"], found["distribution"], found["seed"]) == (1, "beta-pert", 1)
    assert [each["percentile"] for each in found["finish"]["percentiles"]] == [10, 50, 80, 90]
    assert [each["id"] for each in found["tasks"]] == ["a", "b", "c"]


RISK = "name: R, impact: low, probability: low, mitigation: M, chance: 25%, factor: 2, affects: a"


def test_risks_are_told_among_what_moves_the_finish(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}risks: {{frost: {{{RISK}}}}}\n", encoding="utf-8")
    text = told([str(file), "--runs", "500"], capsys)
    assert "2 of 3 durations and 1 risk drawn" in text
    assert "risk frost (25%)" in text


def test_json_tells_risks_days_and_convergence(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}risks: {{frost: {{{RISK}}}}}\n", encoding="utf-8")
    found = json.loads(told([str(file), "--runs", "500", "--format", "json"], capsys))
    assert sum(each["runs"] for each in found["finishes"]) == 500
    assert [(each["id"], each["chance"]) for each in found["risks"]] == [("frost", 0.25)]
    assert {each["kind"] for each in found["movers"]} == {"task", "risk"}
    assert found["convergence"][-1]["p80"] == found["finish"]["percentiles"][2]["workdays"]


def test_the_plan_sets_what_the_command_does_not(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = "simulation: {runs: 300, seed: 5, distribution: triangular}\n"
    file.write_text(f"{file.read_text(encoding='utf-8')}{settings}", encoding="utf-8")
    assert "300 runs, seed 5; 2 of 3 durations drawn, distribution triangular" in told([str(file)], capsys)
    assert "300 runs, seed 0; 2 of 3 durations drawn, distribution beta" in told(
        [str(file), "--seed", "0", "--distribution", "beta-pert"], capsys
    ).replace("Beta-PERT", "beta")


def test_csv_has_a_line_for_each_task(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(told([str(file), "--runs", "500", "--format", "csv"], capsys))))
    assert [(row["id"], float(row["criticality"])) for row in rows] == [("a", 1), ("b", 1), ("c", 1)]


@pytest.mark.parametrize("tasks", ["", "tasks: {a: {name: A, duration: 3d}}"])
def test_a_plan_without_three_points_is_told_that_nothing_varies(
    tasks: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(f"title: T\n{tasks}\n", encoding="utf-8")
    assert "nothing varies" in told([str(file)], capsys)


def test_a_plan_that_cannot_be_scheduled_exits_1(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("title: T\ntasks: {a: {name: A, duration: 1d, depends_on: a}}\n", encoding="utf-8")
    assert run(["simulate", str(file)]) == 1
    assert "depends on itself" in capsys.readouterr().out


def test_checking_a_plan_does_not_import_numpy(file: Path) -> None:
    code = "import sys; from generator.cli import run; run(sys.argv[1:]); sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code, "check", str(file)], check=False).returncode == 0
