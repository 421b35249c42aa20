"""What cannot be printed is named, with its place."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from generator.pdf.compile import compile_pdf
from generator.pdf.document import ChartImage, PdfDocument, PdfError, PdfProblem, chart_key

Refuse = Callable[..., tuple[PdfProblem, ...]]

KEY = chart_key({"chart": "gantt"})
CHART = '```planpress chart\n{"chart": "gantt"}\n```\n'


def test_every_missing_character_is_named_at_every_line(problems_of: Refuse) -> None:
    problems = problems_of("# Plan\n\n漢 and\n字 here\n\n`漢`\n\n| a |\n|---|\n| &#28450; |")
    assert [(problem.text, problem.line) for problem in problems] == [("漢", 3), ("漢", 6), ("漢", 10), ("字", 4)]
    assert problems[0].message == 'no font has the character "漢" (U+6F22)'


def test_missing_character_of_the_title_has_no_line(problems_of: Refuse) -> None:
    assert [(problem.text, problem.line) for problem in problems_of("text", title="漢", cover=True)] == [("漢", None)]


def test_missing_character_inside_a_chart_is_found(problems_of: Refuse) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text x="1" y="15">漢</text></svg>'
    problems = problems_of(CHART, charts={KEY: ChartImage(svg=svg.encode(), alt="chart")})
    assert [problem.text for problem in problems] == ["漢"]


def test_emoji_that_nothing_can_draw_is_a_missing_character(problems_of: Refuse) -> None:
    assert [(problem.text, problem.line) for problem in problems_of("a\n\n🦩")] == [("🦩", 3)]


@pytest.mark.parametrize("markdown", ["a <b>c</b>", "<div>\n</div>", "| a |\n|---|\n| <br> |", "- <i>x</i>"])
def test_html_is_refused(problems_of: Refuse, markdown: str) -> None:
    assert problems_of(f"x\n\n{markdown}")[0].message.startswith("raw HTML: <")
    assert problems_of(f"x\n\n{markdown}")[0].line is not None


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("```planpress gallery\n{}\n```", 'unknown block directive "gallery"'),
        ("```planpress callout\n[]\n```", "directive holds no JSON object"),
        ("```planpress callout\n{\n```", "directive holds no JSON: "),
        ("\ue000blink\ue002\ue002x\ue001", 'unknown inline directive "blink"'),
        ("\ue000chip\ue002ok\ue002x", "inline directive is cut short"),
        ("\ue000icon\ue002material/../x\ue002x\ue001", 'unknown icon "material/../x"'),
        ("![a](b.png)", 'a picture "b.png", which PDFs do not take'),
        (CHART, f"no picture for the chart {KEY}"),
    ],
)
def test_unknown_construct_is_refused_at_its_line(problems_of: Refuse, markdown: str, message: str) -> None:
    (problem,) = problems_of(f"first\n\n{markdown}")
    assert problem.message.startswith(message)
    assert problem.line == 3


def test_faults_of_several_blocks_are_told_together(problems_of: Refuse) -> None:
    assert [problem.line for problem in problems_of("<b>\n\nfine\n\n![a](b)\n\n# A\n\n### B")] == [1, 5, 9]


def test_skipped_heading_level_is_told(problems_of: Refuse) -> None:
    (problem,) = problems_of("# Plan\n\n## A\n\n#### B")
    assert (problem.message, problem.help, problem.line) == ('heading "B" skips a level (h4)', "use ###", 5)


def test_chart_without_words_is_told(problems_of: Refuse) -> None:
    (problem,) = problems_of(CHART, charts={KEY: ChartImage(svg=b"<svg/>", alt=" ")})
    assert problem.message == f"the chart {KEY} has no alternative text"


def test_document_without_title_is_told(problems_of: Refuse) -> None:
    assert [problem.message for problem in problems_of("text", title=" ")] == ["the document has no title"]


def test_fault_inside_a_callout_has_the_line_of_the_callout(problems_of: Refuse) -> None:
    (problem,) = problems_of('a\n\n```planpress callout\n{"kind": "note", "title": "T", "text": "x <b>"}\n```')
    assert problem.line == 3


def test_fault_of_the_theme_has_its_place(theme: str) -> None:
    with pytest.raises(PdfError) as caught:
        compile_pdf(
            PdfDocument(title="Plan", markdown="text"),
            theme=f"#let a = nothing-there\n{theme}",
            timestamp=datetime(2026, 1, 5, tzinfo=UTC),
        )
    (problem, *_) = caught.value.problems
    assert (problem.message, problem.own, problem.at) == ("unknown variable: nothing-there", "pdf/theme.typ", "1:10")


def test_error_tells_all_faults_in_one_message() -> None:
    error = PdfError("Plan", [PdfProblem("one", line=3), PdfProblem("two")])
    assert error.message == 'the PDF "Plan" cannot be made: one (line 3); two'


def test_broken_picture_is_told(problems_of: Refuse) -> None:
    (problem,) = problems_of(CHART, charts={KEY: ChartImage(svg=b"<svg", alt="chart")})
    assert "SVG" in problem.message
