"""What stands below headings of decisions, changes and earlier versions is not held against the plan."""

import pytest

from generator.audit.understanding.past import heads_the_past


@pytest.mark.parametrize(
    "heading",
    [
        "Decisions",
        "Decision Log",
        "7. Key decisions",
        "Record of earlier decisions",
        "Change Log",
        "Changelog",
        "Changes",
        "Changes since version 2",
        "Document history",
        "Revision history",
        "Revisions",
        "Previous plan",
        "Archive",
        "Timetable (superseded)",
        "Open questions",
        "Lessons learned",
    ],
)
def test_a_heading_of_the_past(heading: str) -> None:
    assert heads_the_past(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Phase 2: Schema changes",
        "Changes to the database",
        "1. Rate history",
        "Loan history and archive",
        "Decision points",
        "Decision makers",
        "Move of the archive",
        "Archive move",
        "History lessons",
        "Risks of revisions",
    ],
)
def test_a_heading_of_the_plan(heading: str) -> None:
    assert not heads_the_past(heading)
