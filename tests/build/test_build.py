"""From snapshot to artifacts: every document, chart and download, and errors at the line at fault."""

from pathlib import Path

import pytest

from generator.build import downloads, edit, pages
from generator.errors import PlanpressError
from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan
from generator.sources.template_files import load_templates
from generator.templates.rendering import TemplateText

ROOT = Path(__file__).parent.parent.parent
PLAN = """\
title: Market Stall
tasks:
  build: {name: Build, duration: 2d}
  open: {name: Open, duration: 1d, depends_on: build}
risks:
  rain: {name: Rain, impact: high, probability: low, mitigation: A tent}
"""
BOARD = """\
---
title: Board Summary
order: 30
pdf: true
---
# {{ plan.title | md }}

## Risks

{{ plan.risks.rain.name | md }}
"""
BOARD_FILE = "documents/board_summary.md.j2"


def snapshot_of(text: str) -> Snapshot:
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    assert outcome.snapshot is not None, outcome.findings
    return outcome.snapshot


@pytest.fixture(scope="module")
def texts() -> dict[str, TemplateText]:
    return dict(load_templates(ROOT))


def with_board(texts: dict[str, TemplateText], text: str = BOARD) -> dict[str, TemplateText]:
    return {**texts, BOARD_FILE: TemplateText("site_templates/" + BOARD_FILE, text)}


def test_a_new_document_is_one_new_template_file(texts: dict[str, TemplateText]) -> None:
    edition = edit(snapshot_of(PLAN), with_board(texts))
    page = next(each for each in pages(edition) if str(each.path) == "docs/board_summary.md")
    assert "Rain" in page.content.decode()
    made = {str(each.path): each.content for each in downloads(edition)}
    assert made["downloads/board_summary.pdf"].startswith(b"%PDF")
    assert "Rain" in made["downloads/board_summary.md"].decode()


def test_an_unknown_name_in_a_template_is_told_with_its_line(texts: dict[str, TemplateText]) -> None:
    broken = BOARD.replace("plan.risks.rain.name", "plan.risks.rain.nmae")
    with pytest.raises(PlanpressError, match=r"site_templates/documents/board_summary\.md\.j2:10: .*nmae"):
        edit(snapshot_of(PLAN), with_board(texts, broken))


@pytest.mark.parametrize(
    ("written", "message", "help_text"),
    [
        ("chart('gant')", '"gant" is none of the charts', 'did you mean "gantt"?'),
        ("chart('gantt', wave='w')", 'chart "gantt" asks for an unknown wave "w"', None),
        ("view('risk_rank')", '"risk_rank" is none of the views', 'did you mean "risk_ranking"?'),
        ("ref('risk', 'rian')", 'there is no risk "rian"', 'did you mean "rain"?'),
        ("ref('rsik', 'rain')", 'the plan has no rsik, so no "rain"', 'did you mean "risk"?'),
        ("doc('board_sumary')", 'there is no document "board_sumary"', 'did you mean "board_summary"?'),
        ("plan.risk", '"plan" has no "risk"', 'did you mean "risks"?'),
        ("plan.risks.rian.name", 'the mapping has no "rian"', 'did you mean "rain"?'),
        ("plna.title", "'plna' is undefined", 'did you mean "plan"?'),
    ],
)
def test_what_a_template_misspells_is_told_with_its_line_and_what_may_be_meant(
    texts: dict[str, TemplateText], written: str, message: str, help_text: str | None
) -> None:
    broken = BOARD.replace("{{ plan.risks.rain.name | md }}", f"{{{{ {written} }}}}")
    with pytest.raises(PlanpressError) as told:
        edit(snapshot_of(PLAN), with_board(texts, broken))
    assert told.value.message == f"site_templates/{BOARD_FILE}:10: {message}"
    assert told.value.help == help_text


def test_a_template_may_ask_whether_a_name_is_there(texts: dict[str, TemplateText]) -> None:
    asking = BOARD.replace(
        "{{ plan.risks.rain.name | md }}", "{{ plan.risk is defined }} {{ rsk | default('none') }}"
    )
    edition = edit(snapshot_of(PLAN), with_board(texts, asking))
    assert any("False none" in each.markdown for each in edition.documents)


def test_a_name_in_a_shared_section_is_told_with_the_section_s_line(texts: dict[str, TemplateText]) -> None:
    section = TemplateText(
        "site_templates/sections/odd.md.j2", "{% macro odd() %}\n\n{{ missing }}\n{% endmacro %}\n"
    )
    board = BOARD.replace("## Risks", "{% import 'sections/odd.md.j2' as odd %}\n{{ odd.odd() }}")
    given = {**with_board(texts, board), "sections/odd.md.j2": section}
    with pytest.raises(PlanpressError, match=r"sections/odd\.md\.j2:3: 'missing' is undefined"):
        edit(snapshot_of(PLAN), given)


def test_a_template_that_does_not_parse_is_told_with_its_line(texts: dict[str, TemplateText]) -> None:
    with pytest.raises(PlanpressError, match=r"board_summary\.md\.j2:8: "):
        edit(snapshot_of(PLAN), with_board(texts, BOARD.replace("## Risks", "{% if %}")))


def test_a_character_without_a_glyph_is_told_with_the_plan_s_line(texts: dict[str, TemplateText]) -> None:
    edition = edit(snapshot_of(PLAN.replace("name: Rain", "name: Rain 雨")), texts)
    with pytest.raises(PlanpressError, match=r"plan\.yaml:6:21: error: .*雨"):
        list(downloads(edition))


def test_what_keeps_pdfs_from_being_made_is_told_of_all_documents_at_once(texts: dict[str, TemplateText]) -> None:
    edition = edit(snapshot_of(PLAN.replace("A tent", "A tent 傘").replace("Build,", "Build 建,")), texts)
    with pytest.raises(PlanpressError) as told:
        list(downloads(edition))
    assert "plan.yaml:3:23" in told.value.message
    assert "plan.yaml:6:73" in told.value.message


def test_a_character_without_a_glyph_in_a_template_is_told_with_the_template_s_line(
    texts: dict[str, TemplateText],
) -> None:
    edition = edit(snapshot_of(PLAN), with_board(texts, BOARD.replace("## Risks", "## Risks 雨")))
    with pytest.raises(PlanpressError, match=r"site_templates/documents/board_summary\.md\.j2:8:10: error: "):
        list(downloads(edition))


@pytest.mark.parametrize("text", ["title: Nothing yet\n", "title: One\ntasks:\n  a: {name: A, duration: 1h}\n"])
def test_the_smallest_plans_build_whole(texts: dict[str, TemplateText], text: str) -> None:
    edition = edit(snapshot_of(text), texts)
    assert all(each.content for each in pages(edition))
    assert all(each.content for each in downloads(edition))


def test_the_same_plan_gives_the_same_bytes(texts: dict[str, TemplateText]) -> None:
    def made() -> list[tuple[str, bytes]]:
        edition = edit(snapshot_of(PLAN), texts)
        return [(str(each.path), each.content) for each in (*pages(edition), *downloads(edition))]

    assert made() == made()


HOSTILE = """\
title: "<script>alert(1)</script> & | *x* `y` [z](javascript:alert(1))"
roles: {r: {name: "<b>|R</b>"}}
people: {p: {name: "P | <i>q</i>", role: r, contact: "<img src=x onerror=alert(1)>"}}
waves:
  w:
    name: "\\\\<svg onload=alert(1)>"
    team: {r: 1-2}
    goal: "<script>alert(2)</script> [x](javascript:alert(3)) ![i](http://other.example/i.png)"
    tasks:
      t:
        name: "T\\"'><script>alert(4)</script>"
        duration: 1d
        owner: p
        needs: {r: 1}
        description: "<iframe src='//x'></iframe>"
checkpoints:
  c: {at: W1D1, scope: [t], command: "echo `id` | <tee>"}
risks:
  k: {name: "a|b``c", impact: high, probability: high, mitigation: "`a|b` <b>"}
rollbacks:
  k: {name: "]] > ```", procedure: "x", steps: [{do: "y", command: "```\\n</code></pre><script>alert(5)</script>"}]}
"""


def test_nothing_a_plan_says_becomes_markup_on_the_site(texts: dict[str, TemplateText]) -> None:
    markdown = pytest.importorskip("markdown")
    edition = edit(snapshot_of(HOSTILE), texts)
    extensions = ["tables", "pymdownx.superfences", "admonition", "attr_list", "md_in_html"]
    written = {each.path.suffix: each for each in pages(edition) if each.path.suffix != ".md"}
    assert b"<" not in written[".json"].content
    for page in pages(edition):
        if page.path.suffix != ".md":
            continue
        html = markdown.markdown(page.content.decode(), extensions=extensions)
        for mark in ("<script", "<iframe", "<img", "<i>q", "<svg onload", "<b>|R", 'href="javascript'):
            assert mark not in html, (page.path, mark)
    assert all(each.content for each in downloads(edition))


def test_a_link_to_a_page_is_words_in_the_download_and_one_to_another_download_leads_there(
    texts: dict[str, TemplateText],
) -> None:
    links = (
        "See [the risks]({{ doc('risks') }}), [`all`]({{ doc('execution_strategy') }}) and `[a]({{ doc('risks') }})`."
    )
    edition = edit(snapshot_of(PLAN), with_board(texts, f"{BOARD}\n{links}\n"))
    made = {str(each.path): each.content for each in (*pages(edition), *downloads(edition))}
    told = "[`all`](execution_strategy.md) and `[a](risks.md)`."
    assert f"See the risks, {told}" in made["downloads/board_summary.md"].decode()
    assert f"See [the risks](risks.md), {told}" in made["docs/board_summary.md"].decode()


def test_a_second_template_for_the_entries_of_a_section_has_a_folder_of_its_own(
    texts: dict[str, TemplateText],
) -> None:
    plan = PLAN + "waves: {west: {name: West, tasks: {clear: {name: Clear, duration: 1d}}}}\n"
    front = "---\ntitle: Sheet\neach: waves\npdf: true\n---\n"
    sheet = f"{front}# Sheet of {{{{ item }}}}\n\n[All]({{{{ doc('execution_strategy') }}}})\n"
    own = TemplateText("site_templates/documents/sheet.md.j2", sheet)
    edition = edit(snapshot_of(plan), {**texts, "documents/sheet.md.j2": own})
    made = {str(each.path): each.content for each in (*pages(edition), *downloads(edition))}
    assert {"docs/waves/west.md", "docs/sheet/west.md", "downloads/sheet/west.pdf"} <= made.keys()
    assert "[All](../execution_strategy.md)" in made["downloads/sheet/west.md"].decode()


def test_a_template_alone_for_a_section_has_the_section_s_folder(texts: dict[str, TemplateText]) -> None:
    sheet = TemplateText("site_templates/pages/card.md.j2", "---\ntitle: Card\neach: risks\n---\n# {{ item }}\n")
    edition = edit(snapshot_of(PLAN), {**texts, "pages/card.md.j2": sheet})
    assert "risks/rain.md" in {each.metadata.path for each in edition.documents}
