import json
import re
from pathlib import Path

import pytest

from generator.errors import PlanpressError
from generator.manifest import MANIFEST, manifest_artifact
from generator.publish.folders import replacing, write


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST]


def _tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in _files(folder)}


def _built(folder: Path) -> Path:
    """Build a small site, whose manifest is left out of `_tree`."""
    output = folder / "build"
    with replacing(output) as fresh:
        write([manifest_artifact({}, None, [], ["site/index.html", "site/gone.html", "site/.nojekyll"])], fresh)
        (fresh / "site").mkdir()
        (fresh / "site" / "index.html").write_text("old")
        (fresh / "site" / "gone.html").write_text("old")
    return output


def test_the_new_tree_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    output = _built(tmp_path)
    with replacing(output) as fresh:
        (fresh / "site").mkdir()
        (fresh / "site" / "index.html").write_text("new")
    assert _tree(tmp_path) == {"build/site/index.html": "new"}


@pytest.mark.parametrize("stop", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_whatever_stops_a_build_leaves_the_old_tree_whole(tmp_path: Path, stop: type[BaseException]) -> None:
    output = _built(tmp_path)
    before = _tree(tmp_path)

    def fail() -> None:
        with replacing(output) as fresh:
            (fresh / "half").write_text("new")
            raise stop

    with pytest.raises(stop):
        fail()
    assert _tree(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_what_is_not_built_anew_is_kept(tmp_path: Path) -> None:
    output = _built(tmp_path)
    with replacing(output, keep=True) as fresh:
        (fresh / "site" / "index.html").write_text("new")
    assert _tree(output) == {"site/index.html": "new", "site/gone.html": "old"}


def test_a_folder_that_holds_anything_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("dear to somebody")
    with pytest.raises(PlanpressError, match=r'holds "thesis\.tex", which no build has written'), replacing(tmp_path):
        pass
    assert _tree(tmp_path) == {"thesis.tex": "dear to somebody"}


@pytest.mark.parametrize("name", ["docs/notes.md", "site/CNAME", "site/a/b.txt", "site/.git/HEAD", "defaults.yml"])
@pytest.mark.parametrize("keep", [True, False])
def test_a_build_with_anything_else_in_its_parts_is_refused(tmp_path: Path, name: str, *, keep: bool) -> None:
    mine = _built(tmp_path) / name
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_text("dear to somebody")
    before = _tree(tmp_path)
    found = re.escape(f'holds "{name}", which no build has written')
    with pytest.raises(PlanpressError, match=found), replacing(tmp_path / "build", keep=keep):
        pass
    assert _tree(tmp_path) == before


@pytest.mark.parametrize("name", ["docs/index.md", "manifest.json"])
def test_parts_without_our_manifest_are_somebodys_own(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("{}")
    with pytest.raises(PlanpressError, match=f'holds "{name}"'), replacing(tmp_path):
        pass
    assert (tmp_path / name).is_file()


def test_an_edited_file_an_empty_folder_and_what_desktops_leave_are_no_reason_to_refuse(tmp_path: Path) -> None:
    output = _built(tmp_path)
    (output / "site" / "index.html").write_text("edited")
    (output / "site" / "gone.html").unlink()
    (output / "site" / "empty").mkdir()
    (output / "site" / ".nojekyll").touch()
    (output / "site" / ".DS_Store").touch()
    (output / ".DS_Store").touch()
    with replacing(output) as fresh:
        (fresh / "docs").mkdir()
    assert not _tree(output)


@pytest.mark.parametrize("manifest", [None, b'{"format_version": 1}', b"{"])
def test_a_build_of_another_version_is_built_over(tmp_path: Path, manifest: bytes | None) -> None:
    (tmp_path / "build" / "site").mkdir(parents=True)
    (tmp_path / "build" / "site" / "index.html").touch()
    (tmp_path / "build" / "mkdocs.yml").write_text("# Written by planpress\n")
    if manifest:
        (tmp_path / "build" / MANIFEST).write_bytes(manifest)
    with replacing(tmp_path / "build"):
        pass
    assert not _tree(tmp_path)


def test_an_earlier_manifest_tells_documents_and_charts(tmp_path: Path) -> None:
    output = _built(tmp_path)
    told = json.loads((output / MANIFEST).read_bytes())
    del told["others"]
    (output / MANIFEST).write_text(json.dumps(told))
    (output / "docs").mkdir()
    (output / "docs" / "notes.md").touch()
    with pytest.raises(PlanpressError, match=r'holds "docs/notes\.md"'), replacing(output):
        pass


def test_a_folder_with_somebodys_own_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    with pytest.raises(PlanpressError, match="was not written by a build"), replacing(tmp_path):
        pass


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("")
    with pytest.raises(PlanpressError, match="is a file"), replacing(tmp_path / "build"):
        pass


def test_a_read_only_folder_is_kept(tmp_path: Path) -> None:
    output = _built(tmp_path)
    output.chmod(0o555)
    with pytest.raises(PlanpressError, match="the folder is read-only"), replacing(output):
        pass
    assert (output / "site" / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PlanpressError, match="is a file"), replacing(tmp_path / "file" / "build"):
        pass


def test_what_cannot_be_read_is_not_told_as_written(tmp_path: Path) -> None:
    with pytest.raises(PlanpressError, match="cannot read"), replacing(tmp_path / "build"):
        (tmp_path / "gone.svg").read_bytes()
