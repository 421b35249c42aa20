"""`planpress init` writes a small plan that has nothing wrong with it, whole or not at all."""

import json
import os
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from generator.cli import commands
from generator.errors import PlanpressError
from generator.snapshot import take_snapshot
from generator.starter import starter_files
from generator.writing import write_new, write_whole

MAKE = shutil.which("make")
FILES = {
    ".github/workflows/plan.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    "Makefile",
    "README.md",
    "mkdocs.yml",
    "plan/plan.schema.json",
    "plan/plan.yaml",
}


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_starter_has_a_plan_and_all_that_publishes_it() -> None:
    assert set(starter_files()) == FILES


def test_the_starter_plan_has_no_findings_and_everything_is_checked(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["init", str(tmp_path / "new")])
    assert result.exit_code == 0
    assert files_in(tmp_path / "new") == FILES
    outcome = take_snapshot(tmp_path / "new" / "plan" / "plan.yaml")
    assert outcome.findings == ()
    assert outcome.not_checked == ()


def test_the_next_steps_are_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["init", str(tmp_path / "new")])
    assert result.stderr.endswith(f"next:\n  cd {tmp_path / 'new'}\n  planpress check\n  make docs\n")


def test_the_next_steps_can_be_pasted(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["init", str(tmp_path / "vine yard")])
    assert f"  cd '{tmp_path / 'vine yard'}'\n" in result.stderr


def test_the_starter_s_yaml_files_and_makefile_are_sound() -> None:
    files = starter_files()
    assert yaml.safe_load(files["mkdocs.yml"])["theme"]["font"] is False
    assert set(yaml.safe_load(files[".github/workflows/plan.yml"])["jobs"]) == {"plan"}
    assert set(yaml.safe_load(files[".gitlab-ci.yml"])) == {"image", "plan", "pages"}
    (hook,) = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    assert hook["entry"] == "make check"
    makefile = files["Makefile"].decode()
    assert all(f"\n{target}:" in makefile for target in ("docs", "check", "serve", "pdf", "schema", "clean"))


@pytest.mark.skipif(not MAKE, reason="no make")
def test_the_makefile_finds_a_planpress_in_a_folder_with_spaces(tmp_path: Path) -> None:
    program = tmp_path / "with spaces" / "planpress"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho called: $*\n")
    program.chmod(0o755)
    (tmp_path / "Makefile").write_bytes(starter_files()["Makefile"])
    where = {"PATH": f"{program.parent}:{os.environ['PATH']}"}
    done = subprocess.run([str(MAKE), "check"], cwd=tmp_path, env=where, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "called: check\n"), done.stderr


def test_the_makefile_installs_the_version_that_wrote_it() -> None:
    assert f"PACKAGE ?= planpress=={version('planpress')}\n" in starter_files()["Makefile"].decode()


def test_an_editor_finds_the_schema_beside_the_plan() -> None:
    files = starter_files()
    first = files["plan/plan.yaml"].decode().partition("\n")[0]
    assert first == "# yaml-language-server: $schema=plan.schema.json"
    schema = json.loads(files["plan/plan.schema.json"])
    assert list(Draft7Validator(schema).iter_errors({"title": "T"})) == []


def test_a_folder_that_is_not_empty_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "more.txt").write_text("mine")
    refused = CliRunner().invoke(commands, ["init", str(tmp_path)])
    assert isinstance(refused.exception, PlanpressError)
    assert 'is not empty: it holds "more.txt" and 1 more entry' in refused.exception.message
    assert files_in(tmp_path) == {"notes.txt", "more.txt"}


def test_a_repository_without_files_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert CliRunner().invoke(commands, ["init", str(tmp_path)]).exit_code == 0


def test_beside_writes_into_a_folder_in_use_and_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert CliRunner().invoke(commands, ["init", "--beside", str(tmp_path)]).exit_code == 0
    assert files_in(tmp_path) == FILES | {"notes.txt"}
    assert isinstance(CliRunner().invoke(commands, ["init", "--beside", str(tmp_path)]).exception, PlanpressError)


def test_a_plan_begins_beside_the_document_it_is_made_of(tmp_path: Path) -> None:
    document = tmp_path / "launch.md"
    document.write_text("# Launch\n\n## Wave 1: Catalogue (Weeks 1-2)\n")
    assert CliRunner().invoke(commands, ["init", "--from", str(document), str(tmp_path)]).exit_code == 0
    assert files_in(tmp_path) == FILES | {"launch.md"}


@pytest.mark.parametrize("there", sorted(FILES))
def test_a_file_that_exists_is_never_overwritten_and_nothing_is_written_beside_it(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("mine")
    with pytest.raises(PlanpressError, match="exists already") as refused:
        write_new(tmp_path, starter_files())
    assert there in refused.value.message
    assert files_in(tmp_path) == {there}
    assert (tmp_path / there).read_text() == "mine"


def test_other_files_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write_new(tmp_path, starter_files())
    assert files_in(tmp_path) == FILES | {"notes.txt"}


def test_what_cannot_be_finished_is_taken_back(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder is needed")
    with pytest.raises(PlanpressError, match="cannot write"):
        write_new(tmp_path, {"a/b/c.txt": b"x", "blocked/d.txt": b"y"})
    assert [path.name for path in tmp_path.iterdir()] == ["blocked"]


def test_a_file_is_replaced_in_one_step_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["report.json"]


def test_a_device_is_written_to_as_it_is() -> None:
    write_whole(Path("/dev/null"), b"x")
    assert Path("/dev/null").is_char_device()
