"""What a page says of itself, on the doors of the home page too: what the plan has, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents.metadata import documents_of
from generator.errors import PlanpressError
from generator.snapshot import Snapshot, take_snapshot
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parents[2]


def snapshot_of(plan: str) -> Snapshot:
    outcome = take_snapshot(ROOT / "tests" / "plans" / f"{plan}.yaml")
    assert outcome.snapshot is not None
    return outcome.snapshot


def descriptions(plan: str) -> dict[str, str]:
    return {each.name: each.description for each in documents_of(snapshot_of(plan), load_templates(ROOT))}


def test_a_full_plan_has_all_of_it_told() -> None:
    told = "Phases, people, risks, checkpoints, rollbacks, metrics, timeline and contacts."
    assert descriptions("two-day-event")["quick_reference"] == f"The plan on two pages. {told}"


def test_what_a_small_plan_lacks_is_not_told() -> None:
    told = descriptions("thesis")
    assert told["communication"] == "Meetings."
    assert "rollbacks" not in told["quick_reference"]


def test_words_for_no_section_of_a_plan_are_refused() -> None:
    texts = dict(load_templates(ROOT))
    page = texts["pages/risks.md.j2"]
    texts["pages/risks.md.j2"] = replace(page, text=page.text.replace("needs: risks", "tells: {a: riks}"))
    with pytest.raises(PlanpressError, match='"riks" is no section of a plan'):
        documents_of(snapshot_of("stall"), texts)
