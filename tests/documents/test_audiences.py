"""Pages for one kind of reader: there where the plan has something for them, each entry in one place alone."""

from pathlib import Path

import pytest

from generator.build import edit, pages
from generator.snapshot import take_snapshot
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parents[2]
_PAGES = {"executive_summary", "leads", "tester", "on_call"}


def written(plan: str) -> dict[str, str]:
    outcome = take_snapshot(ROOT / "tests" / "plans" / f"{plan}.yaml")
    assert outcome.snapshot is not None
    made = pages(edit(outcome.snapshot, load_templates(ROOT)))
    return {each.path.stem: each.content.decode() for each in made if each.path.parts[1:] == (each.path.name,)}


@pytest.mark.parametrize(
    ("plan", "there"),
    [
        ("every-feature", _PAGES),
        ("thesis", {"executive_summary"}),
        ("stall", {"executive_summary"}),
    ],
)
def test_a_plan_has_the_pages_that_it_has_something_for(plan: str, there: set[str]) -> None:
    assert _PAGES & set(written(plan)) == there


@pytest.mark.parametrize("page", ["leads", "tester", "on_call"])
def test_entries_stay_on_their_own_pages(page: str) -> None:
    text = written("every-feature")[page]
    assert not any(f'<a id="{kind}-' in text for kind in ("wave", "checkpoint", "criterion", "alert", "rollback"))


def test_on_call_the_steps_stand_with_their_commands() -> None:
    text = written("every-feature")["on_call"]
    alert, undo, command = (
        text.index(each) for each in ('id="call-overload"', 'id="undo-lower-tower"', "winch --down\n")
    )
    assert alert < undo < command
    assert "(#undo-lower-tower)" in text[:alert]


def test_progress_of_a_checklist_is_told_in_words_beside_its_bar() -> None:
    text = written("every-feature")["checkpoints"]
    assert 'value="25" aria-label="1 of 4 criteria met">1 of 4 criteria met</progress>' in text
