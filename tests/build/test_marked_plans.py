"""Names are told letter by letter and texts with all that prose may hold; a build of them agrees with its plan."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.build import edit, pages
from generator.cli.options import commands
from generator.model.walk import prose
from generator.snapshot import examine
from generator.sources.plan_files import load_plan, parse_plan
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


TEXTS = (
    "\n\n- first\n- second",
    "\n\n1. one thing\n2. another\n\n   more of it",
    " with <b>tag</b> & a < b, `a | b`, `<x>` and ``c ` d``",
    " See [the notes](https://example.org/a_b?c=d&e=f) and [it][r].\n\n[r]: https://example.org",
    "\n\nAnother paragraph, *slanted* and **bold**.  \nNext line\n\n> quoted\n\n# Head\n\n---",
    "\n\n- [ ] box\n- [x] ticked\n  - below it\n\n```\ncode | here\n```",
    " a_b_c * d | e \\ f ~g~ [h] {i} #j ^k^ :l: $m$ &amp; &lt;x&gt;",
)


@pytest.mark.parametrize("first", range(len(TEXTS)))
def test_a_build_agrees_with_a_plan_whose_texts_hold_lists_tags_and_code(first: int, tmp_path: Path) -> None:
    """Every text of the plan has one of them behind it; each run begins with another."""
    snapshot = examine(load_plan(PLANS / "staffed.yaml")).snapshot
    assert snapshot is not None
    plan = yaml.load((PLANS / "staffed.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    for number, (pointer, _) in enumerate(prose(snapshot.plan), first):
        within = plan
        for step in pointer[:-1]:
            within = within[step]
        within[pointer[-1]] += TEXTS[number % len(TEXTS)]
    (tmp_path / "plan.yaml").write_text(json.dumps(plan), encoding="utf-8")
    told = CliRunner().invoke(commands, ["build", str(tmp_path / "plan.yaml"), "--output", str(tmp_path / "build")])
    assert told.exit_code == 0, told.output
