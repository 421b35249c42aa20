"""A plan of several hundred tasks: everything of it is told once, and no page is heavy."""

import re
import threading
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest

from benchmarks.full_plan import plan_text
from generator.build import Edition, edit, pages
from generator.documents.directives import anchor, heading
from generator.documents.metadata import Metadata
from generator.documents.parts import CONTINUED, in_parts
from generator.documents.render import Document
from generator.snapshot import take_snapshot
from generator.sources.template_files import load_templates

TASKS = 300
_LINK = re.compile(r"\]\(([^)#\s]*)#([a-z0-9-]+)\)")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    plan = tmp_path_factory.mktemp("long") / "plan.yaml"
    plan.write_text(plan_text(TASKS), encoding="utf-8")
    snapshot = take_snapshot(plan).snapshot
    assert snapshot is not None
    return edit(snapshot, load_templates(Path(__file__).parents[2]))


@pytest.fixture(scope="module")
def written(edition: Edition) -> dict[str, str]:
    made = pages(edition)
    return {each.path.as_posix().removeprefix("docs/"): each.content.decode() for each in made}


def test_the_row_of_every_item_stands_on_exactly_one_page(written: dict[str, str], edition: Edition) -> None:
    rows = Counter(item for text in written.values() for item in re.findall(r'id="row-([a-z0-9-]+)"', text))
    assert set(rows) == set(edition.snapshot.schedule.breakdown.items)
    assert set(rows.values()) == {1}


def test_one_process_makes_what_two_make(edition: Edition) -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        alone = edit(edition.snapshot, edition.texts)
    finally:
        over.set()
        other.join()
    assert alone.documents == edition.documents
    assert alone.charts == edition.charts
    assert [each.printed for each in alone.charts.values()] == [each.printed for each in edition.charts.values()]


def test_links_to_entries_lead_to_the_page_that_has_them(written: dict[str, str]) -> None:
    anchors = {path: set(re.findall(r'id="([^"]+)"', text)) for path, text in written.items()}
    for path, text in written.items():
        for target, item in _LINK.findall(text):
            page = _resolved(path, target) if target else path
            assert item in anchors[page], f"{path}: {target}#{item}"


def test_links_in_blocks_of_html_lead_to_the_page_that_has_the_row(written: dict[str, str]) -> None:
    rows = re.findall(r'href="\./([a-z0-9/_-]+)/#(row-[a-z0-9-]+)"', written["index.md"])
    assert all(f'id="{item}"' in written[f"{page}.md"] for page, item in rows)


def test_no_page_is_heavy(written: dict[str, str]) -> None:
    assert max(len(text) for path, text in written.items() if path.endswith(".md")) < 900_000


def test_the_strategy_says_how_many_tasks_are_told_elsewhere(edition: Edition) -> None:
    (strategy,) = (each.markdown for each in edition.documents if each.metadata.name == "execution_strategy")
    left_out = sum(map(int, re.findall(r"Not told here: (\d+) tasks?", strategy)))
    told = len(set(re.findall("\ue000anchor\ue002(task-[a-z0-9-]+)\ue002", strategy)))
    assert left_out + told == TASKS


def test_a_short_document_is_its_only_part() -> None:
    document = _document("# Risks\n\nNone.\n")
    assert in_parts(document, {}) == (document,)


def test_the_rows_of_a_long_table_are_dealt_out_in_order_each_once() -> None:
    head, rows = "| A | B |\n|---|---|\n", [f"| {number} | {'x' * 40} |" for number in range(500)]
    parts = in_parts(_document(f"# Risks\n\n## All\n\n{head}" + "\n".join(rows) + "\n"), {}, largest=9000, part=9000)
    assert len(parts) > 5
    assert [line for part in parts for line in part.markdown.split("\n") if line in set(rows)] == rows
    assert all(part.markdown.count("|---|---|") == 1 for part in parts)


def test_a_part_repeats_the_headings_that_it_goes_on_below() -> None:
    rows = "\n".join(f"| {number} | {'x' * 40} |" for number in range(300))
    text = f"# Risks\n\n## All{anchor('phase', 'p')}\n\n| A | B |\n|---|---|\n{rows}\n"
    later = in_parts(_document(text), {}, largest=9000, part=9000)[1:]
    assert all(f"## All{CONTINUED}\n" in part.markdown and "phase-p" not in part.markdown for part in later)


def test_an_entry_that_fits_into_a_part_is_not_cut() -> None:
    entries = [f"{heading(2, f'Risk {number}')}\n\n{'words ' * 200}\n\nEnd {number}." for number in range(40)]
    parts = in_parts(_document("# Risks\n\n" + "\n\n".join(entries) + "\n"), {}, largest=9000, part=9000)
    for number in range(40):
        (home,) = (part for part in parts if f"## Risk {number}\n" in part.markdown)
        assert f"End {number}." in home.markdown


def test_parts_have_addresses_that_no_item_can_have() -> None:
    text = "# Risks\n\n" + "\n\n".join(f"## Risk {number}\n\n{'words ' * 300}" for number in range(20))
    paths = [part.metadata.path for part in in_parts(_document(text), {}, largest=9000, part=9000)]
    assert paths[:3] == ["risks.md", "risks/part_2.md", "risks/part_3.md"]


def _document(markdown: str) -> Document:
    return Document(Metadata(template="pages/risks.md.j2", path="risks.md", name="risks", title="Risks"), markdown)


def _resolved(path: str, target: str) -> str:
    steps: list[str] = []
    for step in (PurePosixPath(path).parent / target).parts:
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps)
