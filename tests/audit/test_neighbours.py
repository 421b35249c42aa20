"""Statements that contradict each other in the words of many authors; the same statements, sound, have no finding."""

from pathlib import Path

import pytest
import yaml

from generator.audit.audit import contradictions
from generator.audit.reading import read_document

CASES = yaml.safe_load((Path(__file__).parent / "neighbours.yaml").read_text(encoding="utf-8"))
FAULTS = [case for case in CASES if "wrong" in case]


def found(text: str) -> set[str]:
    return {finding.rule for finding in contradictions([read_document(text, "doc.md")])}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_sound_statement_is_no_finding(case: dict[str, str]) -> None:
    assert found(case["text"].replace("{}", case.get("right", ""))) == set()


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["name"])
def test_a_wrong_statement_is_found(case: dict[str, str]) -> None:
    assert found(case["text"].replace("{}", case["wrong"]))
