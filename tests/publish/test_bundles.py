"""A page asks for one style sheet and one script of ours; what a project adds stays a file of its own."""

from pathlib import Path

from generator.publish.bundles import bundles, linked, whole
from generator.sources.template_files import asset_files


def _merged(project: Path) -> dict[str, str]:
    made = bundles(asset_files(project, "assets"), ["/* waves */", "/* colour */"])
    return {each.path.name: each.content.decode() for each in made}


def test_what_the_plan_adds_to_the_style_sheet_stands_last(tmp_path: Path) -> None:
    assert _merged(tmp_path)["planpress.css"].endswith("/* waves */\n/* colour */\n")


def test_what_draws_gantt_charts_is_apart(tmp_path: Path) -> None:
    made = _merged(tmp_path)
    assert "planpress.gantt" in made["planpress.js"]
    assert "ganttRoutes: {" not in made["planpress.js"]
    assert "ganttRoutes: {" in made["planpress-gantt.js"]


def test_a_projects_file_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "site_templates" / "assets").mkdir(parents=True)
    (tmp_path / "site_templates" / "assets" / "home.css").write_text("/* our home */")
    assert "/* our home */" in _merged(tmp_path)["planpress.css"]


def test_a_projects_further_files_stay_and_are_linked_after_ours(tmp_path: Path) -> None:
    (tmp_path / "site_templates" / "assets").mkdir(parents=True)
    (tmp_path / "site_templates" / "assets" / "a.css").write_text("/* further */")
    assets = asset_files(tmp_path, "assets")
    assert "/* further */" not in _merged(tmp_path)["planpress.css"]
    assert "a.css" in whole(assets)
    assert [name for name in linked(assets) if name.endswith(".css")] == ["planpress.css", "a.css"]
