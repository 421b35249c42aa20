"""Each format of a report, on the same findings."""

import json
from dataclasses import replace

import pytest

from generator.discovery import module, names
from generator.findings import Finding, Place, Severity
from generator.reporters._report import Report, printable, width
from generator.rules._catalogue import rules

LINES = (
    "title: T",
    "tasks:",
    "  build: {depends_on: desing}",
    "  日本: {name: 設計, owner: nobody}",
    "\tx: " + "y" * 200 + " here " + "z" * 200,
)


def finding(line: int, column: int, end: int, message: str = "something", **more: object) -> Finding:
    place = Place("plan/plan.yaml", line, column, line, end)
    return replace(Finding("a-rule", Severity.ERROR, message, place), **more)  # type: ignore[arg-type]


def report(*findings: Finding) -> Report:
    return Report(findings, tuple(rules().values()), lines={"plan/plan.yaml": LINES})


def told(style: str, *findings: Finding) -> str:
    text = module("generator.reporters", style).format(report(*findings))
    assert isinstance(text, str)
    return text


UNKNOWN = finding(3, 23, 29, 'unknown item "desing"', help='did you mean "design"?')


def test_text_names_the_place_shows_the_line_and_marks_the_value() -> None:
    assert told("text", UNKNOWN) == (
        'plan/plan.yaml:3:23: error: unknown item "desing" (a-rule)\n'
        "    3 |   build: {depends_on: desing}\n"
        "      |                       ^^^^^^\n"
        '    help: did you mean "design"?\n'
    )


def test_text_tells_findings_of_one_place_together_with_the_line_once() -> None:
    assert told("text", UNKNOWN, replace(UNKNOWN, message="other", help=None)) == (
        'plan/plan.yaml:3:23: error: unknown item "desing" (a-rule)\n'
        '    help: did you mean "design"?\n'
        "plan/plan.yaml:3:23: error: other (a-rule)\n"
        "    3 |   build: {depends_on: desing}\n"
        "      |                       ^^^^^^\n"
    )


def test_text_parts_places_by_an_empty_line() -> None:
    assert told("text", finding(1, 1, 6), finding(2, 1, 6)).count("\n\n") == 1


def test_text_marks_wide_characters_where_they_stand() -> None:
    shown, mark = told("text", finding(4, 14, 16)).splitlines()[1:3]
    assert shown.index("設計") == 21
    assert width(mark[: mark.index("^")]) == width(shown[: shown.index("設計")])
    assert mark.count("^") == 4


def test_text_cuts_a_long_line_round_the_value() -> None:
    shown, mark = told("text", finding(5, 206, 210)).splitlines()[1:3]
    assert shown.startswith("    5 | …")
    assert shown.endswith("…")
    assert len(shown) < 120
    assert shown[mark.index("^") : mark.rindex("^") + 1] == "here"


def test_text_shows_no_line_that_the_file_does_not_have() -> None:
    assert told("text", finding(99, 1, 2)) == "plan/plan.yaml:99:1: error: something (a-rule)\n"


def test_text_without_findings_is_empty() -> None:
    assert told("text") == ""


def test_text_has_colour_only_where_it_is_asked_for() -> None:
    plain = told("text", UNKNOWN)
    coloured = module("generator.reporters", "text").format(replace(report(UNKNOWN), colour=True))
    assert "\x1b" not in plain
    assert "\x1b[31;1merror:\x1b[0m" in coloured


@pytest.mark.parametrize("style", names("generator.reporters"))
def test_no_format_lets_control_characters_of_a_plan_through(style: str) -> None:
    shown = told(style, finding(3, 1, 2, "bad \x1b[31mred\r\nnew \u202e", help="\x07"))
    assert not any(char in shown for char in "\x1b\r\x07\u202e")


def test_json_can_be_read_back_with_its_format_version() -> None:
    content = json.loads(told("json", UNKNOWN))
    assert content["format_version"] == 1
    assert content["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert content["checked"] == list(rules())
    assert content["findings"] == [
        {
            "rule": "a-rule",
            "severity": "error",
            "message": 'unknown item "desing"',
            "help": 'did you mean "design"?',
            "file": "plan/plan.yaml",
            "line": 3,
            "column": 23,
            "end_line": 3,
            "end_column": 29,
            "path": None,
            "fingerprint": "",
        }
    ]


def test_github_escapes_what_would_end_a_command() -> None:
    odd = finding(1, 2, 3, "100% of a, b: c", help="d")
    assert told("github", replace(odd, place=odd.place._replace(file="a,b:c%.yaml"))) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=2,endColumn=3,title=a-rule::100%25 of a, b: c%0Ad\n"
    )


def test_github_leaves_columns_out_where_a_value_runs_over_lines() -> None:
    odd = finding(1, 2, 3)
    assert "col=" not in told("github", replace(odd, place=odd.place._replace(end_line=2)))


def test_github_tells_the_worst_first_and_how_many_more_there_are() -> None:
    warnings = [finding(1, each, each + 1, severity=Severity.WARNING) for each in range(1, 13)]
    lines = told("github", *warnings, UNKNOWN).splitlines()
    assert lines[0].startswith("::error ")
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert lines[-1] == "2 more warnings without an annotation: see planpress check"


def test_markdown_is_a_table_with_the_worst_first_and_nothing_that_breaks_it() -> None:
    mild = finding(1, 1, 2, "a | b <b>", severity=Severity.WARNING)
    assert told("markdown", mild, UNKNOWN).splitlines()[4:] == [
        "| Severity | Place | Finding | Rule |",
        "|---|---|---|---|",
        '| Error | plan/plan.yaml:3:23 | unknown item "desing" (did you mean "design"?) | a-rule |',
        "| Warning | plan/plan.yaml:1:1 | a &#124; b &#60;b> | a-rule |",
    ]


def test_markdown_says_so_when_all_is_well() -> None:
    assert told("markdown") == f"### Plan check\n\nno findings; {len(rules())} rules checked\n"


def test_the_summary_says_what_was_not_checked_and_why() -> None:
    every = tuple(rules().values())
    partly = Report((UNKNOWN, UNKNOWN), every[:2], every[2:5], "there are no dates")
    assert partly.summary == "2 errors; 2 rules checked, 3 not checked (there are no dates)"


def test_a_very_long_message_is_cut() -> None:
    assert len(printable("x" * 10_000)) < 1000
