"""What the example plans contradict is found however it is said, and what looks alike and is sound is let be."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.findings import Severity
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLANS = Path(__file__).parents[1] / "plans"
TABLE = yaml.safe_load((Path(__file__).parent / "paraphrases.yaml").read_text(encoding="utf-8"))
Row = tuple[str, str, str]


def rows(kind: str) -> list[tuple[str, Row]]:
    return [
        (plan, tuple(row))
        for ability in TABLE.values()
        for plan, sentences in ability[kind].items()
        for row in sentences
    ]


@cache
def faults(kind: str, plan: str) -> dict[Row, list[str]]:
    """Put each sentence of a kind into a plan, those of different texts at once, and tell what is found there."""
    found: dict[Row, list[str]] = {}
    for batch in batches([row for name, row in rows(kind) if name == plan]):
        text, lines = (PLANS / f"{plan}.yaml").read_text(encoding="utf-8"), {}
        for row in batch:
            text, lines[row] = put(text, row)
        told = [
            each
            for each in examine(parse_plan(text.encode(), "plan.yaml")).findings
            if each.severity is not Severity.INFO
        ]
        found |= {row: [each.message for each in told if each.place.line == line] for row, line in lines.items()}
    return found


def batches(rows: list[Row]) -> Iterator[list[Row]]:
    """Divide sentences so that no entry gets two at once."""
    left = rows
    while left:
        first = {row[0]: row for row in reversed(left)}
        yield list(first.values())
        left = [row for row in left if row not in first.values()]


def put(text: str, row: Row) -> tuple[str, int]:
    """Write a sentence behind the text of an entry; tell the line, too."""
    entry, key, sentence = row
    begin = re.search(rf"(?m)^( *){entry}:(?=\s)", text)
    assert begin is not None
    inside = re.compile(rf"\b{key}: \[?\"").search(text, begin.end())
    assert inside is not None
    end = text.index('"', inside.end())
    gap = "" if sentence[0] in ",;" else " " if text[end - 1] in ".!?" else ". "
    return f"{text[:end]}{gap}{sentence}{text[end:]}", text.count("\n", 0, end) + 1


@pytest.mark.parametrize(("plan", "row"), rows("false"), ids=lambda each: each if isinstance(each, str) else each[2])
def test_what_a_plan_contradicts_is_found_in_other_words(plan: str, row: Row) -> None:
    assert faults("false", plan)[row] != []


@pytest.mark.parametrize(("plan", "row"), rows("sound"), ids=lambda each: each if isinstance(each, str) else each[2])
def test_what_looks_alike_and_is_sound_is_let_be(plan: str, row: Row) -> None:
    assert faults("sound", plan)[row] == []
