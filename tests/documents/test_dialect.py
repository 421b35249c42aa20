"""Whatever a plan says, the site's parser and the PDF's parser read the same words."""

import html
import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.documents import markup
from generator.documents.render import tidy
from generator.formatting import escape_markdown

_EXTENSIONS = ["tables", "fenced_code", "sane_lists"]
_SPECIAL = st.sampled_from([*"\\`*_{}[]()<>#+-.!|~&$^=:;\"'@/ 1a2b%\n", "&amp;", "&#42;", "<b>", "](", "**", "``"])
TEXTS = st.lists(_SPECIAL | st.text("abcÄß語 ", max_size=4), max_size=20).map("".join)


class _Words(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def words(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    reader.close()
    return " ".join("".join(reader.found).split())


def site(text: str) -> str:
    return markdown.markdown(text, extensions=_EXTENSIONS)


def pdf(text: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


def one_line(text: str) -> str:
    return " ".join(text.split())


@given(TEXTS)
@example("1. x")
@example("a*b*c")
@example("https://example.com/a_b_c")
@example("&lt;script&gt;")
@example("{: .x }")
def test_a_name_reads_letter_by_letter_in_both(name: str) -> None:
    text = one_line(name)
    page = tidy(escape_markdown(text))
    assert words(site(page)) == text
    assert words(pdf(page)) == text


@given(TEXTS)
@example("|")
@example("`a|b`")
def test_a_name_in_a_table_cell_reads_letter_by_letter_in_both(name: str) -> None:
    text = one_line(name)
    page = tidy(f"| A | B |\n|---|---|\n| {escape_markdown(text)} | x |\n")
    expected = one_line(f"A B {text} x")
    assert words(re.sub("</t[hd]>", " ", site(page))) == expected
    assert words(re.sub("</t[hd]>", " ", pdf(page))) == expected


@given(TEXTS)
@example("`` a`b ``")
@example("**a**b")
@example("[x](javascript:alert(1))")
@example("[x](https://example.com/a(b))")
@example("![alt](x.png)")
def test_prose_reads_alike_in_both(prose: str) -> None:
    page = tidy(markup.inline(prose))
    assert words(site(page)) == words(pdf(page))


@given(TEXTS)
@example("- a\n- b\n\n  c")
@example("1. a\n   - b")
@example("# head\n\ntext")
@example("> quote")
@example("    code\n")
def test_blocks_of_prose_read_alike_in_both(prose: str) -> None:
    page = tidy(markup.blocks(prose))
    assert words(site(page)) == words(pdf(page))


@given(TEXTS)
def test_prose_holds_no_markup_of_its_own(prose: str) -> None:
    """No element but those that prose may have, whatever HTML its author typed."""
    allowed = {"p", "em", "strong", "code", "a", "ul", "ol", "li", "pre", "br"}
    for text in (markup.inline(prose), markup.blocks(prose)):
        for page in (site(tidy(text)), pdf(tidy(text))):
            assert set(re.findall(r"<([a-z0-9]+)", page)) <= allowed


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JaVaScRiPt:x", "vbscript:x"]
)
def test_a_link_leads_nowhere_unsafe(target: str) -> None:
    page = site(markup.inline(f"[x]({target}) [y](<{target}>)")).lower()
    assert "href" not in html.unescape(page)


@given(st.text("abc`| \\", min_size=1).map(str.strip).filter(bool))
def test_inline_code_reads_letter_by_letter_in_both(code: str) -> None:
    text = one_line(code)
    page = markup.code(text)
    assert words(site(page)) == text
    assert words(pdf(page)) == text


@pytest.mark.parametrize(
    ("contact", "target"),
    [
        ("ada@example.com", "mailto:ada@example.com"),
        ("+49 (0)821 5550-10", "tel:+49821555010"),
        ("https://chat.example.com/ada", "https://chat.example.com/ada"),
    ],
)
def test_a_contact_leads_to_whom_it_names(contact: str, target: str) -> None:
    assert markup.reach(contact).endswith(f"]({target})")


@pytest.mark.parametrize("contact", ["#move", "radio 1", "ext. 12", "javascript:alert(1)", "a@b.c)<script>", "W2D1"])
def test_a_handle_is_told_and_leads_nowhere(contact: str) -> None:
    assert "](" not in markup.reach(contact)
