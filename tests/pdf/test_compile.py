"""The PDF itself: words, structure, standards, sameness."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.pdf.compile import compile_pdf
from generator.pdf.document import ChartImage, PdfDocument, chart_key

Compile = Callable[[PdfDocument], bytes]
Read = Callable[..., str]

STAMP = datetime(2026, 1, 5, tzinfo=UTC)

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400" viewBox="0 0 800 400">
<rect width="800" height="400" fill="#ffffff"/>
<text x="9" y="40" font-family="Lato" font-size="20">Bar</text></svg>"""
KEY = chart_key({"chart": "gantt"})
CHART = '```planpress chart\n{"chart": "gantt"}\n```\n'


def reader(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def catalog(content: bytes) -> dict[str, Any]:
    return cast("dict[str, Any]", reader(content).trailer["/Root"])


def table(rows: int) -> str:
    return "| Id | Name |\n|---|---|\n" + "".join(f"| task-{row} | Name {row} |\n" for row in range(rows))


def test_last_row_of_a_long_table_is_there_and_the_head_repeats(text_of: Read) -> None:
    text = text_of(f"# Tasks\n\n{table(200)}")
    assert "task-199" in text
    assert all(f"task-{row}" in text for row in range(200))
    assert len(re.findall(r"Id\s+Name", text)) > 3


def test_row_of_several_lines_is_never_split_between_pages(compiled: Compile) -> None:
    for above in range(8):
        names = [f"{row:02}" for row in range(40)]
        rows = "".join(f"| begin-{row} | {'many words ' * (12 + int(row))} end-{row} |\n" for row in names)
        text = "line\n\n" * above + f"| a | b |\n|---|---|\n{rows}"
        pages = [page.extract_text() for page in reader(compiled(PdfDocument(title="Plan", markdown=text))).pages]
        assert len(pages) > 1
        whole = {row for row in names for page in pages if f"begin-{row}" in page and f"end-{row}" in page}
        assert whole == set(names)


def test_row_longer_than_a_page_loses_nothing(text_of: Read) -> None:
    text = text_of(f"| a | b |\n|---|---|\n| x | {'many words ' * 2000} the-end |")
    assert "the-end" in text


def test_row_of_many_long_cells_loses_nothing(text_of: Read) -> None:
    cells = " | ".join(f"{'words and ' * 70} end-{column}" for column in range(8))
    text = text_of(f"|{'a|' * 8}\n|{'---|' * 8}\n| {cells} |")
    assert all(f"end-{column}" in text for column in range(8))


def test_same_document_gives_same_bytes(compiled: Compile) -> None:
    document = PdfDocument(title="Plan", markdown="# Plan\n\n## 🎯 Aim\n\ntext", cover=True, contents=True)
    assert compiled(document) == compiled(document)


def test_pdf_is_tagged_and_declares_its_standards(compiled: Compile) -> None:
    root = catalog(compiled(PdfDocument(title="Plan", markdown="text", language="de")))
    metadata = root["/Metadata"].get_data().decode()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert "pdfuaid:part" in metadata
    assert "pdfaid:part" in metadata


def test_metadata_names_title_author_and_keywords(compiled: Compile) -> None:
    document = PdfDocument(title="Plan ü", markdown="text", author="Team", keywords=("a", "b"))
    found = reader(compiled(document)).metadata
    assert found is not None
    assert (found.title, found.author, str(found["/Keywords"])) == ("Plan ü", "Team", "a, b")


def test_bookmarks_follow_the_headings(compiled: Compile) -> None:
    outline = reader(compiled(PdfDocument(title="Plan", markdown="# Plan\n\n## A\n\n### B\n\n## C"))).outline
    assert [str(entry["/Title"]) for entry in outline if not isinstance(entry, list)] == ["A", "C"]


def test_header_and_footer_tell_version_status_and_page(text_of: Read) -> None:
    text = text_of(table(90), version="Version 1.0", status="Status: 5 January 2026")
    assert "Version 1.0" in text
    assert "Status: 5 January 2026" in text
    assert re.search(r"Page 2 of \d", text)


def test_cover_has_no_page_number(compiled: Compile) -> None:
    pages = reader(compiled(PdfDocument(title="Plan", subtitle="Sub", markdown="# Plan\n\ntext", cover=True))).pages
    assert "Sub" in pages[0].extract_text()
    assert "Page" not in pages[0].extract_text()
    assert "Page 2 of 2" in pages[1].extract_text()


def test_contents_name_the_page_of_a_heading(text_of: Read) -> None:
    assert re.search(r"Risks[ .]+2", text_of("# Plan\n\n## Risks\n\ntext", contents=True))


def _drawn(words: bytes, width: int = 1060) -> bytes:
    return SVG.replace(b'width="800"', b'width="%d"' % width, 1).replace(b"Bar", words)


def test_wide_chart_stands_on_a_landscape_page_behind_its_part(compiled: Compile) -> None:
    charts = {KEY: ChartImage(svg=_drawn(b"Bar"), alt="All tasks", wide=True, caption="The schedule")}
    document = PdfDocument(title="Plan", markdown=f"# Gantt\n\n{CHART}\nafter\n\n# Next\n\ntext", charts=charts)
    pages = reader(compiled(document)).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True, False]
    assert "Figure 1: The schedule (page\xa02)" in pages[0].extract_text()
    assert "after" in pages[0].extract_text()
    assert "The schedule" in pages[1].extract_text()


def test_wide_chart_that_ends_its_part_stands_below_its_heading(compiled: Compile) -> None:
    charts = {KEY: ChartImage(svg=_drawn(b"Bar"), alt="All tasks", wide=True, caption="The schedule")}
    document = PdfDocument(title="Plan", markdown=f"# A\n\nbefore\n\n# B\n\n## Gantt\n\n{CHART}", charts=charts)
    *_, page = reader(compiled(document)).pages
    assert page.mediabox.width > page.mediabox.height
    assert "Gantt" in page.extract_text()


def test_each_sheet_of_a_wide_chart_has_its_page_and_caption(compiled: Compile) -> None:
    image = ChartImage(
        svg=_drawn(b"One"), further=(_drawn(b"Two"),), alt="All tasks", wide=True, caption="The schedule"
    )
    pages = reader(compiled(PdfDocument(title="Plan", markdown=f"# Gantt\n\n{CHART}", charts={KEY: image}))).pages[1:]
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [True, True]
    assert [word for page, word in zip(pages, ("One", "Two"), strict=True) if word in page.extract_text()] == [
        "One",
        "Two",
    ]
    assert "The schedule (continued)" in pages[1].extract_text()


def test_wide_chart_that_can_be_read_upright_stays_in_the_text(compiled: Compile) -> None:
    charts = {KEY: ChartImage(svg=_drawn(b"Bar", 640), alt="All tasks", wide=True, caption="The schedule")}
    (page,) = reader(compiled(PdfDocument(title="Plan", markdown=f"before\n\n{CHART}\nafter", charts=charts))).pages
    assert page.mediabox.width < page.mediabox.height


def test_heading_never_stands_alone_at_the_end_of_a_page(compiled: Compile) -> None:
    for lines in range(30, 44):
        text = "line\n\n" * lines + f"# Heading\n\n{table(20)}"
        pages = reader(compiled(PdfDocument(title="Plan", markdown=text))).pages
        held = next(page.extract_text() for page in pages if "Heading" in page.extract_text())
        assert "task-0" in held


def test_table_never_begins_with_a_single_row_at_the_end_of_a_page(compiled: Compile) -> None:
    for lines in range(30, 44):
        text = "# Heading\n\n" + "line\n\n" * lines + table(20)
        pages = reader(compiled(PdfDocument(title="Plan", markdown=text))).pages
        begun = next(page.extract_text() for page in pages if "Name 0" in page.extract_text())
        assert "Name 1" in begun


def test_heading_stays_with_its_chart(compiled: Compile) -> None:
    charts = {KEY: ChartImage(svg=SVG, alt="All tasks", caption="The schedule")}
    for lines in range(20, 40):
        text = "line\n\n" * lines + f"# Heading\n\n{CHART}"
        pages = reader(compiled(PdfDocument(title="Plan", markdown=text, charts=charts))).pages
        held = next(page.extract_text() for page in pages if "Heading" in page.extract_text())
        assert "The schedule" in held


def test_logo_stands_on_the_cover(compiled: Compile) -> None:
    content = compiled(PdfDocument(title="Plan", markdown="text", cover=True, logo=SVG))
    assert "Bar" in reader(content).pages[0].extract_text()


def test_own_fonts_are_found(theme: str, tmp_path: Path) -> None:
    font = Path(str(files("font_lato").joinpath("files", "Lato-Thin.ttf")))
    (tmp_path / "own.ttf").write_bytes(font.read_bytes())
    document = PdfDocument(title="Plan", markdown="text")
    assert compile_pdf(document, theme=theme, timestamp=STAMP, font_directories=[tmp_path])


def test_project_theme_takes_the_place_of_the_packaged_one(theme: str) -> None:
    changed = theme.replace("[Page #counter", "[Seite #counter")
    content = compile_pdf(PdfDocument(title="Plan", markdown="text"), theme=changed, timestamp=STAMP)
    assert "Seite 1" in reader(content).pages[0].extract_text()


def test_emoji_is_drawn_with_words_as_alternative_text(compiled: Compile) -> None:
    content = compiled(PdfDocument(title="Plan", markdown="# ⚠\ufe0f Risks &#127919;\n\n# 👷🏽 People\n\n`✅`"))
    alternatives = {str(item["/Alt"]) for item in structure(catalog(content)["/StructTreeRoot"])}
    assert {"warning", "target", "worker", "done"} <= alternatives


def structure(node: object) -> list[dict[str, object]]:
    """Return all elements of the tag tree that carry an alternative text."""
    node = node.get_object() if hasattr(node, "get_object") else node  # a reference, a list, or an element
    if isinstance(node, list):
        return [found for child in node for found in structure(child)]
    if not isinstance(node, dict):
        return []
    return ([node] if "/Alt" in node else []) + structure(node.get("/K"))


def test_long_command_wraps_and_stays_whole(compiled: Compile) -> None:
    command = "curl https://example.org/" + "/".join(["segment"] * 40) + " --option=value"
    page = reader(
        compiled(PdfDocument(title="Plan", markdown=f"```sh\n{command}\n```\n\n| a |\n|---|\n| `{command}` |"))
    ).pages[0]
    assert page.extract_text().replace("\n", "").count(command) == 2


def test_links_inside_find_the_first_of_equal_places(compiled: Compile) -> None:
    anchor = "\ue000anchor\ue002risks\ue002\ue001"
    markdown = f"[a](#risks) [b](https://example.org)\n\n# Risks\n\n{anchor}\n\n| a |\n|---|\n| {anchor}x |"
    annotations = reader(compiled(PdfDocument(title="Plan", markdown=markdown))).pages[0]["/Annots"]
    assert len(cast("list[Any]", annotations)) == 2


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "- \n- a",
        "1. \n2. b",
        "| a | b |\n|---|---|",
        "| a | b |\n|---|---|\n|  |  |",
        "|  |\n|---|\n| `` ` `` |",
        "# `code` &amp; *more*",
        "- [ ] a\n\n    - [x] b\n\n        - c",
        "> - a\n>\n> | b |\n> |---|\n> | c |",
        "[**a** `b`](https://example.org)",
        "```\n```",
        "    indented code",
        "a  \nb",
        "- a\n\n    ```sh\n    b\n    ```",
        "| " + "a | " * 30 + "\n" + "|---" * 30 + "|\n",
    ],
)
def test_odd_but_valid_markdown_compiles(compiled: Compile, markdown: str) -> None:
    assert compiled(PdfDocument(title="Plan", markdown=markdown)).startswith(b"%PDF")


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_read_as_markup(compiled: Compile, text: str) -> None:
    markdown = "".join(f"&#{ord(character)};" for character in text)
    page = reader(compiled(PdfDocument(title="Plan", markdown=f"[{markdown}]"))).pages[0]
    assert f"[{text}]" in "".join(page.extract_text().split())


def test_text_of_any_kind_comes_out_as_it_is(text_of: Read) -> None:
    plain = r"""a #let $x$ @ref ~ \\ [b] "c" 'd' = + - / &amp; &#42; &#95; &#96; // /* 1. == é ß Ж ≥ → —"""
    assert """a #let $x$ @ref ~ \\ [b] "c" 'd' = + - / & * _ ` // /* 1. == é ß Ж ≥ → —""" in text_of(f"x {plain}")
