"""The Phase 5 quick reference says what its first edition said, but for the recorded decisions."""

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.documents.plain import plain_markdown
from generator.documents.render import render_documents
from generator.snapshot import Snapshot, take_snapshot
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parent.parent.parent
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    found = take_snapshot(ROOT / "plan" / "plan.yaml").snapshot
    assert found is not None
    return found


@pytest.fixture(scope="module")
def rendered(snapshot: Snapshot) -> list[str]:
    documents = render_documents(snapshot, load_templates(ROOT))
    text = next(each.markdown for each in documents if each.metadata.name == "quick_reference")
    return lines(plain_markdown(text))


@pytest.fixture(scope="module")
def seed() -> list[str]:
    return lines((ROOT / "tests" / "seed" / "quick_reference.md").read_text(encoding="utf-8"))


def lines(text: str) -> list[str]:
    """Non-blank lines as a reader sees them: links by their words, table rules alike, spaces as one."""
    return [line for line in map(_line, text.splitlines()) if line]


def _line(line: str) -> str:
    told = html.unescape(_LINK.sub(r"\1", line))
    return "|---|" if re.fullmatch(r"[|\s:-]*\|[|\s:-]*", told) else " ".join(told.split())


def decided(snapshot: Snapshot, side: str) -> Counter[str]:
    changes = [change for decision in snapshot.plan.decisions.values() for change in decision.changes]
    return Counter(_line(text) for change in changes if (text := getattr(change, side)))


def test_every_line_that_is_gone_is_recorded(seed: list[str], rendered: list[str], snapshot: Snapshot) -> None:
    gone = Counter(seed) - Counter(rendered)
    moved = decided(snapshot, "was") & decided(snapshot, "now")
    assert gone == decided(snapshot, "was") - moved


def test_every_line_that_is_new_is_recorded(seed: list[str], rendered: list[str], snapshot: Snapshot) -> None:
    new = Counter(rendered) - Counter(seed)
    moved = decided(snapshot, "was") & decided(snapshot, "now")
    assert new == decided(snapshot, "now") - moved


def test_lines_stand_in_the_order_of_the_seed(seed: list[str], rendered: list[str], snapshot: Snapshot) -> None:
    """Only a line that a decision moves, recorded with the same words before and after, stands elsewhere."""
    moved = decided(snapshot, "was") & decided(snapshot, "now")
    assert moved
    kept = [line for line in seed if line in rendered and line not in moved]
    assert [line for line in rendered if line in seed and line not in moved] == kept
