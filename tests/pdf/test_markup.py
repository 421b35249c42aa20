"""Markdown constructs become Typst calls."""

import json

import pytest

from generator.pdf.document import ChartImage, PdfDocument, chart_key
from generator.pdf.markdown import typst_body


def markup(markdown: str, **fields: object) -> str:
    body = typst_body(PdfDocument(**{"title": "Plan", "markdown": markdown, **fields}))  # type: ignore[arg-type]
    assert body.problems == ()
    return body.markup


def directive(kind: str, argument: str = "", text: str = "") -> str:
    return f"\ue000{kind}\ue002{argument}\ue002{text}\ue001"


def fenced(kind: str, body: object) -> str:
    return f"```planpress {kind}\n{json.dumps(body)}\n```\n"


GANTT = {chart_key({"chart": "gantt"}): ChartImage(svg=b"<svg/>", alt="All tasks", wide=True, caption="Schedule")}


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("plain", '#par()[#"plain";];'),
        ("**a** *b*", '#par()[#strong()[#"a";];#" ";#emph()[#"b";];];'),
        ('`a \\ "b"`', '#par()[#raw("a \\\\ \\"b\\"");];'),
        ("a &lt;b&gt; &#42;c&#42; # $ @ _ ~", '#par()[#"a <b> *c* # $ @ _ ~";];'),
        ("[a](https://example.org/?b=c&amp;d)", '#par()[#link("https://example.org/?b=c&d")[#"a";];];'),
        ("[a](other.md#x)", '#par()[#"a";];'),
        ("[a](ftp://example.org)", '#par()[#"a";];'),
        ("[a](#nowhere)", '#par()[#"a";];'),
        ("one\ntwo", '#par()[#"one two";];'),
        ("---", "#divider();"),
        ("```sh\na  b\n  c\n```", '#raw("a  b\\u{a}  c", block: true);'),
        ("> said", '#quote(block: true)[#par()[#"said";];];'),
    ],
)
def test_construct_becomes_a_call(markdown: str, expected: str) -> None:
    assert markup(markdown) == expected


def test_only_title_lifts_the_other_headings() -> None:
    text = markup("# Plan\n\n## Risks\n\n### High")
    assert '#document-title()[#"Plan";];' in text
    assert '#heading(level: 1)[#"Risks";];#label("risks")' in text
    assert '#heading(level: 2)[#"High";];' in text


def test_cover_takes_the_place_of_the_title() -> None:
    assert "document-title" not in markup("# Plan\n\n## Risks", cover=True)


def test_several_titles_keep_their_level() -> None:
    assert '#heading(level: 1)[#"A";];#label("a")' in markup("# A\n\n# B")


def test_equal_headings_get_ids_of_their_own() -> None:
    text = markup("# A\n\n# B\n\n## Steps\n\n# C\n\n## Steps")
    assert '#label("steps")' in text
    assert '#label("steps_1")' in text


def test_nested_lists_keep_their_order_and_start() -> None:
    text = markup("3. a\n\n    - b\n    - c\n\n4. d")
    assert "#enum(start: 3, tight: false" in text
    assert '#list(tight: true, [#"b";], [#"c";]);' in text


def test_task_items_become_boxes_without_their_marks() -> None:
    text = markup("- [ ] open\n- [x] **done**\n- plain")
    assert '#task-list((false, [#"open";]), (true, [#"";#strong()[#"done";];]), (none, [#"plain";]));' in text


def test_a_table_keeps_its_alignment() -> None:
    assert '("left", "right", "center",)' in markup("| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |")


def test_inline_directives_work_in_headings_cells_and_links() -> None:
    chip = directive("chip", "ok", "done &lt;1&gt;")
    text = markup(f"# {chip}\n\n# B\n\n| a |\n|---|\n| {chip} |\n\n[{chip}](https://example.org)")
    assert text.count('#chip("ok")[#"done <1>";];') == 3


def test_code_directive_may_hold_a_pipe() -> None:
    assert '#raw("a | b");' in markup(f"| x |\n|---|\n| {directive('code', '', 'a &#124; b')} |")


def test_icon_directive_names_its_file_and_its_words() -> None:
    expected = '#symbol("/icons/material/check.svg", "yes");'
    assert expected in markup(directive("icon", "material/check", "yes"))


def test_reference_links_only_to_what_the_document_has() -> None:
    text = markup(
        f"{directive('anchor', 'risk-a')}{directive('ref', 'risk-a', 'A')} {directive('ref', 'risk-b', 'B')}"
    )
    assert '#anchor("risk-a");' in text
    assert '#inner-link("risk-a")[#"A";];#" ";#"B";' in text


@pytest.mark.parametrize("name", ['"The spade"', "(Draft)", "&lt;b&gt;"])
def test_a_bold_name_behind_an_anchor_may_begin_with_any_mark(name: str) -> None:
    assert "#strong()" in markup(f"- {directive('anchor', 'risk-a')}**{name}**, next")


def test_callout_holds_markdown() -> None:
    text = markup(fenced("callout", {"kind": "warning", "title": "Mind", "text": "the **gap**"}))
    assert text == '#callout("warning", title: [#"Mind";])[#par()[#"the ";#strong()[#"gap";];];];'


def test_wide_chart_is_referred_to_and_follows_at_the_end_of_its_part() -> None:
    chart = fenced("chart", {"chart": "gantt"})
    text = markup(f"# A\n\n{chart}\nafter\n\n# B\n\ntext", charts=GANTT)
    places = [text.index(each) for each in ("#wide-chart(", '#"after";', "#plate(", '#"B";')]
    assert places == sorted(places)
    assert '"/charts/0.svg", alt: "All tasks", caption: [#"Schedule";], name: "plate-2"' in text


def test_wide_chart_that_ends_its_part_takes_its_heading_along() -> None:
    text = markup(f"# A\n\n## Schedule\n\n{fenced('chart', {'chart': 'gantt'})}\n# B\n\ntext", charts=GANTT)
    plate = text[text.index("#plate(") : text.index('#"B";')]
    assert "#wide-chart(" not in text
    assert 'lead: [#heading(level: 2)[#"Schedule";];' in plate


def test_a_page_is_told_once_in_a_table() -> None:
    there, link = directive("anchor", "risk-a"), directive("ref", "risk-a", "A")
    text = markup(f"{there}\n\n| x | y |\n|---|---|\n| {link} | {link} |")
    assert text.count('#inner-link("risk-a", brief: true)') == 1
    assert text.count('#inner-link("risk-a", brief: true, paged: false)') == 1


def test_table_is_named_by_its_heading_and_its_rows() -> None:
    rows = "| Task | Who |\n|---|---|\n| a | b |"
    assert 'caption: [#"Wave 1, by task";]' in markup(f"# Wave 1\n\ntext\n\n{rows}")
    assert 'caption: [#"All tasks";]' in markup(f"# All tasks\n\n{rows}")
    assert "caption: []" in markup(rows)


def test_what_stands_before_the_first_section_is_the_summary() -> None:
    text = markup("# Plan\n\nin short\n\n## A\n\nat length", cover=True, summary=True)
    assert text.startswith('#summary()[#par()[#"in short";];];')


def test_site_only_directive_is_skipped() -> None:
    assert markup(fenced("cards", {"pdf": False, "items": []})) == ""


def test_page_break() -> None:
    assert markup(fenced("pagebreak", {})) == "#pagebreak(weak: true);"


def test_dangerous_link_is_none() -> None:
    assert "#link" not in markup("[a](javascript:x)")


def test_words_that_announce_a_list_stay_with_it() -> None:
    assert markup("**Sections**:\n\n- a").startswith("#lead-in()[")
    assert markup("Sections:\n\ntext").startswith("#par()[")


def test_long_word_may_break() -> None:
    assert markup("a " + "x" * 30) == f'#par()[#"a ";#long-word("{"x" * 30}");];'
