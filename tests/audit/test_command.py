"""`planpress audit` tells in every format, with the same exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import discovery
from generator.cli import commands

SEED = Path(__file__).parents[1] / "seed" / "quick_reference.md"
SOUND = Path(__file__).parent / "documents" / "product_launch.md"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["audit", *arguments], standalone_mode=False)


@pytest.mark.parametrize("style", discovery.names("generator.reporters"))
def test_the_exit_code_is_the_same_in_every_format(style: str) -> None:
    assert run(str(SEED), "--format", style).return_value == 1
    assert run(str(SOUND), "--format", style).return_value == 0


def test_warnings_fail_only_where_they_shall(tmp_path: Path) -> None:
    document = tmp_path / "plan.md"
    document.write_text("See [it](#nowhere).\n")
    assert run(str(document)).return_value == 0
    assert run(str(document), "--fail-on", "warning").return_value == 1


def test_findings_name_the_path_as_it_was_typed_and_show_the_line() -> None:
    told = run(str(SEED)).stdout
    assert f"{SEED}:29:13: error: " in told
    assert "    29 | | Phase 2 | 6-9 |" in told


def test_a_folder_stands_for_its_documents_read_as_one_plan(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## Wave 1: A (Weeks 1-2)\n")
    (tmp_path / "b.md").write_text("## Wave 1: A (Weeks 1-3)\n")
    result = run(str(tmp_path), "--format", "json", "--output", str(tmp_path / "out.json"))
    assert result.return_value == 1
    found = json.loads((tmp_path / "out.json").read_text())["findings"]
    assert [each["rule"] for each in found] == ["two-windows"]
    assert f"{tmp_path / 'a.md'}:1:" in found[0]["message"]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert "no such document" in str(run(str(tmp_path / "none.md")).exception)
    assert "no Markdown files" in str(run(str(tmp_path)).exception)
