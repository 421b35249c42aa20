"""The check command against a baseline, with waivers, and in every format of every plan."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.discovery import names

BAD = "title: T\ncommitted: {weeks: 3}\ntasks: {a: {name: A, duration: 2d}}\n"
PLANS = {"bad.yaml": BAD, "unread.yaml": "title: [\n"}


def planpress(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from generator.cli import main; main()", *arguments]
    where = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=where, encoding="utf-8"
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PLANS.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("style", names("generator.reporters"))
def test_a_file_that_cannot_be_read_fails_in_every_format(folder: Path, style: str) -> None:
    assert planpress(folder, "check", "unread.yaml", "--format", style).returncode == 1


def test_a_baseline_lets_only_new_findings_fail(folder: Path) -> None:
    written = planpress(folder, "check", "bad.yaml", "--baseline", "known.json", "--write-baseline")
    assert (written.returncode, written.stdout) == (0, "")
    assert written.stderr == "wrote known.json: 1 finding known from now on\n"
    again = planpress(folder, "check", "bad.yaml", "--baseline", "known.json")
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr.endswith("; 1 known to the baseline\n")
    (folder / "bad.yaml").write_text("# moved\n" + BAD + "checkpoints: {c: {at: W1D1, scope: a}}\n")
    worse = planpress(folder, "check", "bad.yaml", "--baseline", "known.json")
    assert worse.returncode == 1
    assert "(checkpoint-before-work)" in worse.stdout
    assert "(duration-commitment)" not in worse.stdout


def test_what_is_mended_since_the_baseline_is_told(folder: Path) -> None:
    planpress(folder, "check", "bad.yaml", "--baseline", "known.json", "--write-baseline")
    (folder / "bad.yaml").write_text(BAD.replace("weeks: 3", "weeks: 1"))
    done = planpress(folder, "check", "bad.yaml", "--baseline", "known.json")
    assert done.returncode == 0
    assert done.stdout.startswith("resolved: duration-commitment: the plan takes 1 week")
    assert done.stderr.endswith("1 of the baseline resolved\n")


FAILURES = [
    (["bad.yaml", "--baseline", "none.json"], 'no baseline at "none.json"', "--write-baseline"),
    (["bad.yaml", "--baseline", "bad.yaml"], '"bad.yaml" is no baseline: not JSON', "--write-baseline"),
    (["bad.yaml", "--baseline", "."], 'cannot read "."', ""),
    (["bad.yaml", "--write-baseline"], "--write-baseline needs the name of the file", "--baseline FILE"),
    (["unread.yaml", "--baseline", "b.json", "--write-baseline"], "no baseline is written", "mend"),
]


@pytest.mark.parametrize(("arguments", "message", "help_text"), FAILURES)
def test_what_is_wrong_with_a_baseline_is_told(
    folder: Path, arguments: list[str], message: str, help_text: str
) -> None:
    done = planpress(folder, "check", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert help_text in done.stderr
    assert not (folder / "b.json").exists()


@pytest.mark.parametrize("name", ["bad.yaml", "precious.txt"])
def test_a_baseline_is_written_over_nothing_else(folder: Path, name: str) -> None:
    (folder / "precious.txt").write_text("dear to somebody")
    before = (folder / name).read_text()
    done = planpress(folder, "check", "bad.yaml", "--baseline", name, "--write-baseline")
    assert (done.returncode, (folder / name).read_text()) == (2, before)
    assert f'"{name}" is no baseline: nothing is written over it' in done.stderr
    assert "name another file with --baseline" in done.stderr


@pytest.mark.parametrize("held", ["", '{"format_version": 0}'])
def test_a_baseline_is_written_over_an_older_one_or_an_empty_file(folder: Path, held: str) -> None:
    (folder / "b.json").write_text(held)
    assert planpress(folder, "check", "bad.yaml", "--baseline", "b.json", "--write-baseline").returncode == 0
    assert planpress(folder, "check", "bad.yaml", "--baseline", "b.json").returncode == 0


def test_a_waiver_and_a_level_in_the_plan_change_the_exit_code(folder: Path) -> None:
    for more in ("waivers: [{rule: duration-commitment, reason: x}]\n", "checks: {schedule: warning}\n"):
        (folder / "bad.yaml").write_text(BAD + more)
        assert planpress(folder, "check", "bad.yaml").returncode == 0
    assert planpress(folder, "check", "bad.yaml", "--fail-on", "warning").returncode == 1


def test_a_waiver_is_held_against_the_day_that_is_given(folder: Path) -> None:
    text = "start: 2026-01-05\nwaivers: [{rule: duration-commitment, reason: x, until: 2026-01-30}]\n"
    (folder / "bad.yaml").write_text(BAD + text)
    assert planpress(folder, "check", "bad.yaml", "--as-of", "2026-01-30").returncode == 0
    late = planpress(folder, "check", "bad.yaml", "--as-of", "2026-01-31")
    assert late.returncode == 1
    assert "(expired-waiver)" in late.stdout


def test_a_file_told_by_its_whole_path_is_told_relative_to_where_one_is(folder: Path) -> None:
    done = planpress(folder, "check", str(folder / "bad.yaml"), "--format", "sarif")
    location = json.loads(done.stdout)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "bad.yaml", "uriBaseId": "%SRCROOT%"}


def test_a_build_publishes_a_plan_whose_findings_are_waived(folder: Path) -> None:
    (folder / "bad.yaml").write_text(BAD + "waivers: [{rule: duration-commitment, reason: x}]\n")
    assert planpress(folder, "build", "bad.yaml", "--only", "markdown").returncode == 0


def test_what_is_found_before_any_rule_can_be_explained(folder: Path) -> None:
    assert planpress(folder, "explain", "unknown-key").stdout.startswith("# unknown-key\n")
