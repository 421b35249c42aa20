from pathlib import Path

import pytest

from generator.errors import PlanpressError
from generator.publish.folders import replacing


def _tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def _built(folder: Path) -> Path:
    output = folder / "build"
    with replacing(output) as fresh:
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


def test_a_folder_with_somebodys_own_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    with pytest.raises(PlanpressError, match="was not written by a build"), replacing(tmp_path):
        pass


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("")
    with pytest.raises(PlanpressError, match="is a file"), replacing(tmp_path / "build"):
        pass
