"""Every text artifact of two plans, byte for byte as committed: one uses every feature, one next to none.

On a difference the artifact lies beside the expected one, as NAME.actual; `pytest tests/golden --renew-golden` writes
the expected ones anew.
"""

from pathlib import Path

import pytest

from generator.build import downloads, edit, pages
from generator.model.index import SECTIONS
from generator.snapshot import Snapshot, take_snapshot
from generator.sources.template_files import load_templates

HERE = Path(__file__).parent
PLANS = ("every-feature", "staffed", "stall")


def snapshot_of(name: str) -> Snapshot:
    plan = HERE.parent / "plans" / f"{name}.yaml"
    outcome = take_snapshot(plan.relative_to(Path.cwd()) if plan.is_relative_to(Path.cwd()) else plan)
    assert outcome.findings == ()
    assert outcome.snapshot is not None
    return outcome.snapshot


def artifacts(name: str) -> dict[str, bytes]:
    """What a build makes of a plan, charts as pictures of their own; the PDFs are held by their Markdown."""
    edition = edit(snapshot_of(name), load_templates(HERE.parents[1]))
    files = {str(each.path): each.content for each in (*pages(edition), *downloads(edition))}
    charts = {f"charts/{chart.key}.svg": chart.print_svg.encode() for chart in edition.charts.values()}
    return {path: content for path, content in (files | charts).items() if not path.endswith(".pdf")}


@pytest.mark.parametrize("name", PLANS)
def test_every_artifact_is_as_committed(name: str, request: pytest.FixtureRequest) -> None:
    folder, made = HERE / name, artifacts(name)
    if request.config.getoption("--renew-golden"):
        renew(folder, made)
    expected = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_in(folder)}
    different = [path for path in sorted(expected | made) if expected.get(path) != made.get(path)]
    for path in different:
        beside = folder / f"{path}.actual"
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(made.get(path, b""))
    assert different == []


def test_one_plan_uses_every_section_of_the_language() -> None:
    plan = snapshot_of("every-feature").plan
    assert [section for section in SECTIONS.values() if section != "tasks" and not getattr(plan, section)] == []


def files_in(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".actual"]


def renew(folder: Path, made: dict[str, bytes]) -> None:
    for path in files_in(folder):
        path.unlink()
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
