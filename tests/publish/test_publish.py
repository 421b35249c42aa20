import gzip
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.errors import PlanpressError
from generator.publish import Only, build_site

PLAN = Path(__file__).parents[2] / "plan" / "plan.yaml"
_LATER = """\
import datetime
import time

_time = time.time
time.time = lambda: _time() + 400 * 86400


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=400)


datetime.datetime = Later
"""
_BUILD = """\
import sys
from pathlib import Path
from generator.publish import Only, build_site

build_site(*map(Path, sys.argv[1:]))
"""
_LOADED = re.compile(r'<(?:script|img|link rel="(?!canonical)[^"]*")[^>]* (?:src|href)="(https?:)?//')


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _configuration(output: Path) -> str:
    return (output / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the example plan."""
    output = tmp_path_factory.mktemp("example") / "build"
    build_site(PLAN, output)
    return output


def test_two_builds_in_two_folders_on_two_dates_are_identical(published: Path, tmp_path: Path) -> None:
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "sitecustomize.py").write_text(_LATER)
    output = tmp_path / "elsewhere" / "build"
    output.parent.mkdir()
    environment = {"PYTHONPATH": str(tmp_path / "later"), "PATH": "", "TZ": "Pacific/Auckland"}
    subprocess.run([sys.executable, "-c", _BUILD, PLAN, output], env=environment, cwd=PLAN.parents[1], check=True)
    first, second = _files(published / "site"), _files(output / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_compressed_files_carry_the_status_date(published: Path) -> None:
    header = (published / "site" / "sitemap.xml.gz").read_bytes()
    assert int.from_bytes(header[4:8], "little") == datetime(2026, 1, 5, tzinfo=UTC).timestamp()
    assert gzip.decompress(header).startswith(b"<?xml")


def test_no_page_loads_anything_from_elsewhere(published: Path) -> None:
    pages = (published / "site").rglob("*.html")
    assert [page.name for page in pages if _LOADED.search(page.read_text(encoding="utf-8"))] == []


def test_mkdocs_alone_makes_the_same_pages_of_the_tree(published: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(published / "mkdocs.yml")]
    subprocess.run([*command, "--site-dir", str(tmp_path / "plain")], check=True, capture_output=True)
    made = _files(tmp_path / "plain")
    plain = {name: data for name, data in made.items() if name.endswith(("index.html", ".json"))}
    assert plain == {name: (published / "site" / name).read_bytes() for name in plain}


def test_documents_with_a_pdf_lie_among_the_downloads(published: Path) -> None:
    downloads = {path.name for path in (published / "site" / "downloads").iterdir()}
    assert {"quick_reference.pdf", "quick_reference.md", "execution_strategy.pdf"} <= downloads


def test_a_plan_with_errors_is_refused_and_the_old_output_stays(project: Path) -> None:
    plan, output = project / "plan" / "plan.yaml", project / "build"
    build_site(plan, output, only="markdown")
    before = _files(project)
    plan.write_text(plan.read_text().replace("[dig]", "[dug]"))
    outcome = build_site(plan, output)
    assert outcome.has_errors
    assert _files(output) == {name.removeprefix("build/"): each for name, each in before.items() if "build/" in name}


def test_a_dead_link_in_the_guide_stops_the_build_and_is_named(project: Path) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# Guide\n\nSee [nowhere](nowhere.md).\n")
    with pytest.raises(PlanpressError, match=r"guide/index\.md.*nowhere\.md"):
        build_site(project / "plan" / "plan.yaml", project / "build")
    assert not (project / "build").exists()
    assert sorted(path.name for path in project.iterdir()) == ["docs", "plan"]


def test_a_folder_named_like_the_program_does_not_stand_in_for_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "generator").mkdir()
    (project / "generator" / "__init__.py").write_text("raise RuntimeError\n")
    monkeypatch.chdir(project)
    build_site(project / "plan" / "plan.yaml", project / "build", only="site")
    assert (project / "build" / "site" / "index.html").is_file()


def test_pages_with_nothing_to_show_are_left_out(project: Path) -> None:
    build_site(project / "plan" / "plan.yaml", project / "build", only="markdown")
    pages = {path.name for path in (project / "build" / "docs").glob("*.md")}
    assert {"index.md", "schedule.md", "checks.md"} <= pages
    assert pages.isdisjoint({"risks.md", "rollbacks.md", "monitoring.md", "checkpoints.md", "decisions.md"})
    assert "Risks" not in _configuration(project / "build")


def test_the_projects_own_configuration_is_inherited(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Ours\n")
    build_site(project / "plan" / "plan.yaml", project / "build", only="markdown")
    assert 'INHERIT: "../mkdocs.yml"' in _configuration(project / "build")


def test_a_projects_configuration_may_be_short_and_pages_still_work(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Ours\nmarkdown_extensions: {footnotes: {}}\n")
    build_site(project / "plan" / "plan.yaml", project / "build", only="site")
    page = (project / "build" / "site" / "checks" / "index.html").read_text(encoding="utf-8")
    assert 'class="admonition success"' in page
    assert "fonts.googleapis.com" not in page


def test_without_a_configuration_the_packaged_one_lies_beside(project: Path) -> None:
    build_site(project / "plan" / "plan.yaml", project / "build")
    assert 'INHERIT: "defaults.yml"' in _configuration(project / "build")
    assert (project / "build" / "site" / "index.html").is_file()


def test_a_projects_style_sheet_is_linked_and_its_files_lie_in_the_root(project: Path) -> None:
    for name in ("assets/brand.css", "root/robots.txt"):
        (project / "site_templates" / name).parent.mkdir(parents=True)
        (project / "site_templates" / name).write_text("/* ours */")
    build_site(project / "plan" / "plan.yaml", project / "build", only="site")
    assert "assets/brand.css" in (project / "build" / "site" / "index.html").read_text()
    assert (project / "build" / "site" / "robots.txt").is_file()


def test_the_pdfs_alone_are_put_beside_the_site_that_is_there(project: Path) -> None:
    plan, output = project / "plan" / "plan.yaml", project / "build"
    build_site(plan, output, only="site")
    site = _files(output)
    build_site(plan, output, only="pdf")
    added = _files(output).keys() - site.keys()
    assert "site/downloads/quick_reference.pdf" in added
    assert all(name.endswith(".pdf") for name in added)


@pytest.mark.parametrize("only", ["pdf", "site"])
def test_a_part_built_anew_has_no_download_of_a_document_that_is_gone(project: Path, only: Only) -> None:
    plan, memo = project / "plan" / "plan.yaml", project / "site_templates" / "documents" / "memo.md.j2"
    memo.parent.mkdir(parents=True)
    memo.write_text("---\ntitle: Memo\npdf: true\n---\n# Memo\n\nSaid once.\n")
    build_site(plan, project / "build")
    downloads = project / "build" / "site" / "downloads"
    before = {path.name for path in downloads.iterdir()}
    memo.unlink()
    build_site(plan, project / "build", only=only)
    assert before - {path.name for path in downloads.iterdir()} == {"memo.md", "memo.pdf"}


def test_a_file_of_somebody_in_the_site_stops_every_build(project: Path) -> None:
    plan = project / "plan" / "plan.yaml"
    build_site(plan, project / "build", only="markdown")
    build_site(plan, project / "build", only="markdown")
    mine = project / "build" / "docs" / "notes.md"
    mine.write_text("dear to somebody")
    with pytest.raises(PlanpressError, match=r'holds "docs/notes\.md", which no build has written'):
        build_site(plan, project / "build", only="pdf")
    assert mine.read_text() == "dear to somebody"


def test_the_status_date_can_be_given(project: Path) -> None:
    plan, output = project / "plan" / "plan.yaml", project / "build"
    build_site(plan, output, only="markdown", as_of=date(2026, 3, 3))
    assert "Status of 3 March 2026" in (output / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2199, 12, 31)])
def test_days_that_a_compressed_file_cannot_carry_build_all_the_same(
    project: Path, tmp_path: Path, day: date
) -> None:
    outcome = build_site(project / "plan" / "plan.yaml", tmp_path / "build", as_of=day)
    assert not outcome.has_errors
    assert (tmp_path / "build" / "site" / "sitemap.xml.gz").is_file()


def test_a_crash_of_mkdocs_is_told_by_its_last_line(project: Path, tmp_path: Path) -> None:
    (project / "docs").mkdir(exist_ok=True)
    (project / "docs" / "own.md").write_text("---\nicon: material/nope\n---\n# Own\n")
    with pytest.raises(PlanpressError) as caught:
        build_site(project / "plan" / "plan.yaml", tmp_path / "build")
    assert "Traceback" not in caught.value.message
    assert "material/nope.svg" in caught.value.message
