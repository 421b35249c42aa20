"""Links of the documentation lead somewhere, and the guide is read alike on the site and elsewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commonmark import parse

ROOT = Path(__file__).parents[2]
TOP = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
GUIDE = sorted((ROOT / "docs").glob("*.md"))


def targets(page: Path) -> list[str]:
    """Where the links and pictures of a page lead."""
    inline = [child for token in parse(page.read_text(encoding="utf-8")) for child in token.children or ()]
    found = (
        child.attrGet("href") or child.attrGet("src") for child in inline if child.type in ("link_open", "image")
    )
    return [str(each) for each in found if each]


@pytest.mark.parametrize("page", [*TOP, *GUIDE], ids=lambda page: page.name)
def test_relative_links_lead_to_files(page: Path) -> None:
    relative = [target.partition("#")[0] for target in targets(page) if "://" not in target]
    assert [target for target in relative if target and not (page.parent / target).is_file()] == []


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.name)
def test_the_guide_links_only_inside_itself_and_to_the_web(page: Path) -> None:
    assert [each for each in targets(page) if each.startswith(("..", "/", "http:"))] == []


def test_every_page_of_the_guide_is_linked_from_its_index() -> None:
    linked = {target.partition("#")[0] for target in targets(ROOT / "docs" / "index.md")}
    assert {page.name for page in GUIDE} - {"index.md"} <= linked


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.name)
def test_a_blank_line_stands_before_every_list(page: Path) -> None:
    """Python-Markdown reads the list as part of the paragraph otherwise."""
    prose = re.sub(r"^(```+).*?^\1$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"^(?![ ]*(?:[-*]|\d+\.) )[ ]{0,1}\S.*\n(?:[-*]|\d+\.) .*", prose, re.MULTILINE) == []


def test_mkdocs_builds_the_guide_without_a_warning(tmp_path: Path) -> None:
    """A dead link or a missing anchor between pages is a warning, and with --strict an error."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
