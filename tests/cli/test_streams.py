"""Streams as shells hand them over: closed, left by their reader, or the plan itself."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "title: T\ntasks: {a: {name: A, duration: 2d}}\n"
BAD = "title: T\ncommitted: {weeks: 3}\ntasks: {a: {name: A, duration: 2d}}\n"
_COMMAND = shlex.join([sys.executable, "-c", "from generator.cli import main; main()"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(GOOD)
    (tmp_path / "bad.yaml").write_text(BAD)
    return tmp_path


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    script = f"set -o pipefail; {line.replace('planpress', _COMMAND)}"
    where = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        ["/bin/bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False, env=where
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done


@pytest.mark.parametrize("arguments", ["check bad.yaml", "schedule plan.yaml", "rules", "--help"])
def test_a_closed_output_is_told_in_one_line(folder: Path, arguments: str) -> None:
    done = shell(folder, f"planpress {arguments} >&-")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "error: output: Bad file descriptor"


def test_a_closed_output_harms_nothing_where_nothing_is_written(folder: Path) -> None:
    assert shell(folder, "planpress check plan.yaml >&-").returncode == 0
    assert shell(folder, "planpress check plan.yaml >&- 2>&- <&-").returncode == 0


@pytest.mark.parametrize(("arguments", "code"), [("rules", 0), ("check bad.yaml --format json", 1)])
def test_a_reader_that_leaves_changes_no_exit_code(folder: Path, arguments: str, code: int) -> None:
    done = shell(folder, f"planpress {arguments} | true")
    assert done.returncode == code


def test_a_plan_can_come_from_standard_input(folder: Path) -> None:
    done = shell(folder, "planpress check - < bad.yaml")
    assert done.returncode == 1
    assert done.stdout.startswith("/dev/stdin:2:20: error: the plan takes 1 week")


def test_a_plan_from_a_pipe_is_built_with_the_templates_beside_it(folder: Path) -> None:
    (folder / "site_templates" / "pages").mkdir(parents=True)
    (folder / "site_templates" / "pages" / "own.md.j2").write_text("---\ntitle: Own\n---\n# Own\n")
    done = shell(folder, "cat plan.yaml | planpress build - --only markdown")
    assert done.returncode == 0, done.stderr
    assert (folder / "build" / "docs" / "own.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [("serve -", "a plan from standard input cannot be watched"), ("check --fix -", "cannot be written back")],
)
def test_a_plan_from_standard_input_cannot_be_watched_or_mended(folder: Path, arguments: str, told: str) -> None:
    done = shell(folder, f"planpress {arguments} < plan.yaml")
    assert done.returncode == 2
    assert told in done.stderr


def test_a_bad_output_is_refused_before_anything_is_done(folder: Path) -> None:
    done = shell(folder, "planpress build plan.yaml --output .")
    assert done.returncode == 2
    assert "reading the plan" not in done.stderr
