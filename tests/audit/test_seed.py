"""The seed document: its inner contradictions are found, and nothing false is said of it."""

from pathlib import Path

from generator.audit.audit import contradictions
from generator.audit.reading import read_document

SEED = Path(__file__).parents[1] / "seed" / "quick_reference.md"
FOUND = {
    (13, "parallel-sequence"),  # parallel waves of which one comes first
    (29, "sum-mismatch"),  # a head count that does not add up
    (39, "no-counterpart"),  # risks without a rollback of their own
    (39, "two-makers"),  # which wave makes the schema
    (39, "too-late-for-start"),  # reviewed before a start that lies before the schema
    (41, "no-counterpart"),
    (42, "no-counterpart"),
    (42, "wrong-rank"),  # order of the five risks
    (43, "used-too-early"),  # measuring from the first day
    (53, "test-before-work"),  # a checkpoint before the end of the wave it tests
    (54, "test-before-work"),  # a full system that is not yet full
    (63, "no-counterpart"),  # rollbacks without a risk
    (65, "no-counterpart"),
    (67, "no-counterpart"),
    (76, "loose-alert"),  # a relative alert beside an absolute target
    (92, "delivered-too-early"),  # what is handed over in the first week
    (94, "two-windows"),  # do the last three waves overlap
    (95, "two-windows"),
    (95, "delivered-too-early"),
    (96, "two-windows"),
    (123, "absent-partner"),  # coordination with a wave that has not begun
    (124, "wrong-order"),  # a wave that needs another which runs beside it
}


def test_the_seed_s_contradictions_are_found_and_no_others() -> None:
    document = read_document(SEED.read_text(encoding="utf-8"), "quick_reference.md")
    assert {(each.place.line, each.rule) for each in contradictions([document])} == FOUND
