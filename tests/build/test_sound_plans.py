"""Plans of five kinds of teams have no finding, and build whole: no rule and no layout is made for one of them."""

import re
from pathlib import Path

import pytest

from generator.publish import build_site
from generator.snapshot import examine
from generator.sources.plan_files import load_plan

FOLDER = Path(__file__).parent.parent / "plans"
NAMES = ("product-launch", "data-centre-move", "thesis", "building-site", "two-day-event")
_ITEMS = range(30, 81)
_EMPTY = re.compile(r"\bNone\b(?! )|Undefined|\(\)|\*\*\*\*|; ;|\| \|")


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_plan_has_no_finding(name: str) -> None:
    outcome = examine(load_plan(FOLDER / f"{name}.yaml"))
    assert [f"{finding.rule}: {finding.message}" for finding in outcome.findings] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_plan_has_the_size_of_a_real_one(name: str) -> None:
    snapshot = examine(load_plan(FOLDER / f"{name}.yaml")).snapshot
    assert snapshot is not None
    kinds = [type(item).__name__ for item in snapshot.schedule.breakdown.items.values()]
    assert sum(kind in ("Task", "Milestone", "Checkpoint") for kind in kinds) in _ITEMS


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_plan_builds_whole(name: str, tmp_path: Path) -> None:
    """Both documents have a page and a PDF, and no empty value shows on any page."""
    build_site(FOLDER / f"{name}.yaml", tmp_path / "build")
    site, docs = tmp_path / "build" / "site", tmp_path / "build" / "docs"
    for document in ("quick_reference", "execution_strategy"):
        assert (site / document / "index.html").is_file()
        assert (site / "downloads" / f"{document}.pdf").read_bytes().startswith(b"%PDF")
    for page in docs.rglob("*.md"):
        assert not _EMPTY.search(page.read_text(encoding="utf-8")), page
