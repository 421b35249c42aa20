"""A document's own nouns for the parts of its plan and for what tests them."""

import re
from pathlib import Path

import pytest

from generator.audit.audit import contradictions
from generator.audit.reading import read_document
from generator.audit.understanding.own_nouns import own_nouns
from generator.audit.understanding.points import DateStyle, date_style

SEED = (Path(__file__).parents[1] / "seed" / "quick_reference.md").read_text(encoding="utf-8")


def nouns_of(*texts: str) -> dict[str, str]:
    documents = [read_document(text, f"{number}.md") for number, text in enumerate(texts)]
    return dict(own_nouns((document, dates()) for document in documents))


def dates() -> DateStyle:
    return date_style([], frozenset())


def told(text: str) -> list[tuple[str, int]]:
    return [(each.rule, each.place.line) for each in contradictions([read_document(text, "doc.md")])]


def renamed(text: str, noun: str, other: str) -> str:
    return re.sub(noun.lower(), other.lower(), text.replace(noun, other))


@pytest.mark.parametrize("noun", ["Ring", "Tranche", "Module", "Step", "Pod", "Site", "Chapter", "Workshop"])
def test_parts_of_any_name_are_understood_as_waves_are(noun: str) -> None:
    assert told(renamed(SEED, "Wave", noun)) == told(SEED)


@pytest.mark.parametrize("noun", ["Review", "Acceptance", "Sign-off", "Inspection", "Test", "Go/no-go", "Test run"])
def test_tests_of_any_name_are_understood_as_checkpoints_are(noun: str) -> None:
    assert told(renamed(SEED, "Checkpoint", noun)) == told(SEED)


def test_a_test_is_told_by_the_name_that_the_document_gives_it() -> None:
    findings = contradictions([read_document(renamed(SEED, "Checkpoint", "Review"), "doc.md")])
    assert [each.message.split('"')[1] for each in findings if each.rule == "test-before-work"] == [
        "Review 3",
        "Review 4",
    ]


def test_nouns_are_learnt_from_tables_headings_lists_and_boxes() -> None:
    table = "| Ring | Weeks |\n|---|---|\n| 1 | 1-2 |\n| 2 | 3-4 |\n"
    headings = "## Ring 1: Canary (Weeks 1-2)\n\nText.\n\n## Ring 2: All (Weeks 3-4)\n"
    entries = "- **Ring 0**: week 1\n- **Ring 1**: week 2\n"
    box = "```\nWeek 1: [Ring 1: Canary]\nWeek 2: [Ring 2: All]\n```\n"
    assert [nouns_of(text) for text in (table, headings, entries, box)] == [{"ring": "ring"}] * 4


def test_the_nouns_of_one_file_hold_in_the_others() -> None:
    summary = "| Ring | Weeks |\n|---|---|\n| Ring 1 | 1-2 |\n| Ring 2 | 3-4 |\n"
    details = "Ring 2 runs in weeks 5-6.\n"
    findings = contradictions([read_document(summary, "a.md"), read_document(details, "b.md")])
    assert [each.rule for each in findings] == ["two-windows"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("| Room | When |\n|---|---|\n| Room 1 | Week 1 |\n| Room 2 | Week 2 |\n", id="rooms"),
        pytest.param("## Ring 1\n\nText.\n\n## Ring 2\n", id="without times"),
        pytest.param("| Ring | Weeks |\n|---|---|\n| Ring 1 | 1 |\n| Ring 4 | 2 |\n", id="with a gap"),
        pytest.param("| Ring | Weeks |\n|---|---|\n| Ring 1 | 1 |\n| Ring 2 | 2 |\n| Ring 1 | 3 |\n", id="twice"),
        pytest.param(
            "| Wave | Weeks |\n|---|---|\n| Wave 1 | 1 |\n| Wave 2 | 2 |\n\n- Dinner 1: week 1\n- Dinner 2: week 2\n",
            id="beside waves",
        ),
        pytest.param("## Section 1: Aims (Week 1)\n\n## Section 2: Ways (Week 2)\n", id="sections"),
    ],
)
def test_what_else_is_numbered_is_no_part(text: str) -> None:
    assert nouns_of(text) == {}


def test_a_drawing_of_all_parts_says_nothing_of_the_phase_that_it_stands_below() -> None:
    text = (
        "## Stage A: Trial (weeks 1-2)\n\nRing 0 only.\n\n## Stage B: Rest (weeks 3-6)\n\nRing 1, then Ring 2.\n\n"
        "```text\n[ Ring 0 ][ Ring 1 ][ Ring 2 ]\n```\n\n"
        "| Ring | Stage | Weeks |\n|---|---|---|\n| Ring 0 | A | 1-2 |\n| Ring 1 | B | 3-4 |\n| Ring 2 | B | 5-6 |\n"
    )
    assert told(text) == []


def test_what_has_no_number_is_told_in_the_order_in_which_the_document_writes_it() -> None:
    table = "| Milestone | Month |\n|---|---|\n| Paper two submitted | 28 |\n| Defence | 40 |\n"
    text = f"{table}\n- Paper two submitted in month 26\n"
    (finding,) = contradictions([read_document(text, "doc.md")])
    assert finding.message.startswith('"Paper two submitted" is told for month')
