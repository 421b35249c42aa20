"""Who does what, as tables of a built document tell it, is held against the plan itself, not only against copies."""

from pathlib import Path

import pytest

from generator.audit.disagreements import wrong_value
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Truth
from generator.build import edit, pages
from generator.snapshot import Snapshot, take_snapshot
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parents[2]
PLAN = """
title: T
start: 2026-01-05
roles:
  dev: {name: Developer, count: 3}
  cook: {name: Cook, count: 2}
people:
  ada: {name: Ada Lind, role: dev}
  bo: {name: Bo Ek, role: dev}
  cy: {name: Cy Ash, role: cook}
waves:
  one:
    name: One
    lead: ada
    team: {dev: 2-3, cook: 1}
    tasks:
      soup: {name: Soup, duration: 2d, owner: bo, needs: {dev: 2, cook: 1}}
      salad: {name: Salad, duration: 1d, people: cy, depends_on: soup}
  two:
    name: Two
    lead: cy
    team: {dev: 1}
    tasks:
      cake: {name: Cake, duration: 2d, people: [bo, cy], depends_on: salad}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, dict[str, str]]:
    plan = tmp_path_factory.mktemp("people") / "plan.yaml"
    plan.write_text(PLAN)
    outcome = take_snapshot(plan)
    assert outcome.snapshot is not None
    files = pages(edit(outcome.snapshot, load_templates(ROOT)))
    return outcome.snapshot, {str(each.path): each.content.decode() for each in files if each.path.suffix == ".md"}


def told(made: tuple[Snapshot, dict[str, str]], name: str, text: str) -> list[str]:
    published = Published(Path("build"), Path("build/docs"), {name: text.encode()}, frozenset({name}))
    return [each.message for each in wrong_value.check(published, Truth(made[0]))]


def test_nothing_is_said_of_what_was_just_written(made: tuple[Snapshot, dict[str, str]]) -> None:
    assert [each for name, text in made[1].items() for each in told(made, name, text)] == []


@pytest.mark.parametrize(
    ("begins", "old", "new", "message"),
    [
        ('| <a id="task-soup"', "Bo Ek", "Cy Ash", 'who of "Soup" is "Bo Ek'),
        ('| <a id="task-soup"', "2 × Developer", "3 × Developer", 'who of "Soup" is'),
        ("| [Wave 1: One]", "Ada Lind", "Bo Ek", 'led by of "Wave 1: One" is "Ada Lind"'),
        ("| [Wave 1: One]", "2-3 × Developer", "1-3 × Developer", 'people of "Wave 1: One" is'),
    ],
)
def test_other_people_are_told(
    made: tuple[Snapshot, dict[str, str]], begins: str, old: str, new: str, message: str
) -> None:
    name, text, row = next(
        (name, text, row)
        for name, text in made[1].items()
        for row in text.splitlines()
        if row.startswith(begins) and old in row
    )
    found = told(made, name, text.replace(row, row.replace(old, new), 1))
    assert any(message in each for each in found), found
