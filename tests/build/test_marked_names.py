"""Names are told letter by letter: what looks like markup in one is none on any page, and contradicts nothing."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.build import edit, pages
from generator.cli.options import commands
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "tests" / "plans"
NAMED = ("name", "short", "title", "subtitle")
RAW = re.compile(r"\[zz\]\(zz\)|<zz>|(?<![\\*])\*zz\*(?!\*)")
_BOX = re.compile(r"^(`{3,})\w*$.*?^\1$", re.MULTILINE | re.DOTALL)
_TOLD_AS_IT_IS = re.compile(r"title: |\s*(?:<|data-)")
"""Front matter, and the lines of pictures and tables in HTML."""


def marked(value: Any, mark: str, key: str = "") -> Any:
    """Add a mark to every name of a plan."""
    if isinstance(value, dict):
        return {name: marked(each, mark, name) for name, each in value.items()}
    if isinstance(value, list):
        return [marked(each, mark) for each in value]
    return f"{value}{mark}" if key in NAMED and "{{" not in value else value


def marked_plan(name: str, mark: str) -> str:
    text = (PLANS / f"{name}.yaml").read_text(encoding="utf-8")
    return json.dumps(marked(yaml.load(text, yaml.BaseLoader), mark))  # noqa: S506 - makes strings alone


@pytest.mark.parametrize("name", ["data-centre-move", "every-feature", "staffed", "stall", "two-day-event"])
def test_no_page_takes_a_name_for_markup(name: str) -> None:
    outcome = examine(parse_plan(marked_plan(name, " [zz](zz) <zz> *zz*").encode(), "plan.yaml"))
    assert outcome.snapshot is not None, outcome.findings
    told = [
        (str(page.path), line)
        for page in pages(edit(outcome.snapshot, dict(load_templates(ROOT))))
        if page.path.suffix == ".md"
        for line in _BOX.sub("", page.content.decode()).split("\n")
        if not _TOLD_AS_IT_IS.match(line)
    ]
    assert any("zz" in line for _, line in told)
    assert [each for each in told if RAW.search(each[1])] == []


@pytest.mark.parametrize("mark", [" & Co", " <b> [x](y) (z)", " {x} | *s* _u_ `t` \\ $ # ~ ^[1] &amp;"])
def test_a_build_agrees_with_a_plan_whose_names_hold_marks(mark: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(marked_plan("staffed", mark), encoding="utf-8")
    told = CliRunner().invoke(commands, ["build", str(tmp_path / "plan.yaml"), "--output", str(tmp_path / "build")])
    assert told.exit_code == 0, told.output
