"""Where items are used stands on the page that owns their entries, and what previews read is complete."""

import json
from pathlib import Path

import pytest

from generator.build import edit, pages
from generator.model.index import SECTIONS
from generator.snapshot import Snapshot, take_snapshot
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "tests" / "plans" / "every-feature.yaml"
_LISTED_NOWHERE = {"calendar"}


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    outcome = take_snapshot(PLAN)
    assert outcome.snapshot is not None
    return outcome.snapshot


@pytest.fixture(scope="module")
def written(snapshot: Snapshot) -> dict[str, str]:
    return {str(each.path): each.content.decode() for each in pages(edit(snapshot, load_templates(ROOT)))}


def test_every_item_has_an_anchor_and_a_preview(snapshot: Snapshot, written: dict[str, str]) -> None:
    items = json.loads(written["docs/assets/items.json"])
    wanted = {f"{kind}-{item}" for kind in SECTIONS for item in snapshot.index.by_kind[kind]}
    assert {each for each in wanted - set(items) if each.partition("-")[0] not in _LISTED_NOWHERE} == set()


def test_an_entry_tells_its_uses_before_the_next_heading(written: dict[str, str]) -> None:
    entry = written["docs/risks.md"].split('<a id="risk-storm"></a>')[1].split("\n## ")[0]
    assert 'data-used="risk-storm"' in entry
    assert '<a href="../rollbacks/#rollback-lower-tower">Tower in a storm</a>' in entry


def test_items_of_a_table_are_told_below_it(written: dict[str, str]) -> None:
    page = written["docs/waves/ground.md"]
    table, used = page.index('<a id="task-survey"></a>'), page.index('data-used="task-survey"')
    assert table < used
    assert "\n| " not in page[used : page.index("</details>", used)]


def test_a_document_that_does_not_own_an_entry_does_not_tell_its_uses(written: dict[str, str]) -> None:
    assert 'data-used="risk-storm"' not in written["docs/execution_strategy.md"]


def test_where_an_item_is_used_is_told_once(written: dict[str, str]) -> None:
    every = "".join(written.values())
    assert every.count('data-used="task-survey"') == 1
