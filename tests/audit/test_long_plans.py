"""What the documents of a long plan leave out is counted right, or found."""

import re
from pathlib import Path

import pytest

from generator.audit.rendered.audit import disagreements
from generator.audit.rendered.published import read_published
from generator.publish import build_site
from generator.snapshot import Snapshot

WAVES, EACH = 52, 5
_NUMBER = re.compile(r"Not told here: (\d+) ")


def plan_text() -> str:
    """Write a plan of more tasks, checkpoints, risks and deliverables than a document tells."""
    waves = "".join(f"  w{wave}:\n    name: Part {wave}\n    tasks:\n{_tasks(wave)}" for wave in range(WAVES))
    checkpoints = "".join(f"  c{each}: {{at: W{each + 2}D5, scope: w{each}}}\n" for each in range(WAVES))
    risks = "".join(f"  r{each}: {{name: Loss {each}, mitigation: Care, {_LOW}}}\n" for each in range(WAVES))
    named = "".join(f"  d{each}: {{name: Result {each}}}\n" for each in range(WAVES * EACH))
    people = "roles:\n  builder: {name: Builder}\npeople:\n  ada: {name: Ada, role: builder}\n"
    return f"title: Long\n{people}waves:\n{waves}checkpoints:\n{checkpoints}risks:\n{risks}deliverables:\n{named}"


_LOW = "impact: low, probability: low"


def _tasks(wave: int) -> str:
    return "".join(
        f"      t{task}: {{name: Job {task}, duration: {1 + (task % EACH == 0)}d, delivers: d{task}, owner: ada"
        f"{f', depends_on: t{task - EACH}' if wave else ''}}}\n"
        for task in range(wave * EACH, wave * EACH + EACH)
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, Path]:
    folder = tmp_path_factory.mktemp("long")
    (folder / "plan.yaml").write_text(plan_text(), encoding="utf-8")
    outcome = build_site(folder / "plan.yaml", folder / "build", only="markdown")
    assert outcome.snapshot is not None
    return outcome.snapshot, folder / "build"


def test_a_fresh_build_has_no_finding(built: tuple[Snapshot, Path]) -> None:
    assert disagreements(read_published(built[1]), built[0]) == ()


@pytest.mark.parametrize(
    ("page", "which"),
    [("quick_reference.md", 0), *(("execution_strategy.md", which) for which in (0, 1, -2, -1))],
)
def test_another_number_is_found(built: tuple[Snapshot, Path], page: str, which: int) -> None:
    file = built[1] / "docs" / page
    text = file.read_text()
    found = list(_NUMBER.finditer(text))[which]
    file.write_text(f"{text[: found.start(1)]}{int(found[1]) + 1}{text[found.end(1) :]}")
    rules = {each.rule for each in disagreements(read_published(built[1]), built[0]) if each.place.file == str(file)}
    file.write_text(text)
    assert "wrong-rest" in rules


def test_a_person_has_as_many_tasks_as_is_told(built: tuple[Snapshot, Path]) -> None:
    page = (built[1] / "docs" / "resources.md").read_text()
    assert f"| {WAVES * EACH} tasks |" in page
