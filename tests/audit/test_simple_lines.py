"""Lines with simple markup, read without a parser: they read as with one."""

from hypothesis import given
from hypothesis import strategies as st

from generator.audit.inline import read_inline
from generator.audit.simple_lines import read_simple

_PIECES = st.sampled_from(
    [
        "Auth", " ", "**Auth**", "[Auth](a.md#task-auth)", "[**Auth**](#task-auth)", "`code`", "`a b`", "` a `",
        '<a id="task-auth"></a>', '<span class="chip ok">done</span>', "[mail](mailto:a@b.org)", "[a](b c)", "1.",
        "**a** b", "** a**", "**(a)**", "**", "*a*", "_", "[", "](", "(", ")", "\\", "&amp;", "<br>", "!", "~~x~~",
        "a - b, c", "é", "# ", "- ", "**a.**", "*a b*", "**[a](b.md#c)**", "*a.*", "",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, min_size=1, max_size=7).map("".join))
def test_a_simple_line_reads_as_with_the_parser(content: str) -> None:
    simple = read_simple("a.md", content, 3, 5)
    if simple is None:
        return
    parsed = read_inline("a.md", content, [(3, 5 + offset) for offset in range(len(content) + 1)])
    assert (simple.text.plain, simple.text.code, simple.text.strong) == (
        parsed.text.plain,
        parsed.text.code,
        parsed.text.strong,
    )
    assert [(each.text, each.target) for each in simple.links] == [(each.text, each.target) for each in parsed.links]
    assert (simple.anchors, simple.all_strong) == (parsed.anchors, parsed.all_strong)


@given(st.lists(_PIECES, min_size=1, max_size=7).map("".join))
def test_every_character_of_a_simple_line_stands_where_its_place_says(content: str) -> None:
    simple = read_simple("a.md", content, 3, 5)
    for offset, char in enumerate(simple.text.plain if simple else ""):
        place = simple.text.place(offset, offset + 1)  # type: ignore[union-attr] # there is none in nothing
        assert (place.line, content[place.column - 5]) == (3, char)


def test_most_cells_are_simple_and_other_markup_is_left_to_the_parser() -> None:
    assert read_simple("a.md", "~~a~~", 1, 1) is None
    assert read_simple("a.md", "a & b", 1, 1) is None
    assert read_simple("a.md", "[Auth](a.md#task-auth) and `make test`", 1, 1) is not None
