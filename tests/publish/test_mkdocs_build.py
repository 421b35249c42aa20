"""What stands aside and what is read quickly leaves the site as MkDocs alone makes it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.exceptions import Abort

from generator.publish import build_site, read_beside
from generator.publish.mkdocs_build import main
from generator.publish.quick_inline import QuickInline

PLAN = Path(__file__).parents[1] / "plans" / "every-feature.yaml"
_SETTINGS = {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}


def test_the_site_is_the_one_that_mkdocs_makes(tmp_path: Path) -> None:
    build_site(PLAN, tmp_path, only="markdown")
    made = [_built(tmp_path, module) for module in ("mkdocs build --strict -q -f", "generator.publish.mkdocs_build")]
    assert made[0] == made[1]
    assert made[0]


def test_pages_read_and_built_in_two_processes_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_site(PLAN, tmp_path, only="markdown")
    alone = _built(tmp_path, "generator.publish.mkdocs_build")
    _in_two(monkeypatch)
    main(str(tmp_path / "mkdocs.yml"))
    assert _files(tmp_path / "site") == alone


def test_a_dead_link_is_refused_in_whichever_process_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(PLAN, tmp_path, only="markdown")
    last = max((tmp_path / "docs" / "waves").glob("*.md"))
    last.write_text(f"{last.read_text(encoding='utf-8')}\n[nowhere](nowhere.md)\n", encoding="utf-8")
    _in_two(monkeypatch)
    with pytest.raises(Abort, match="1 warning"):
        main(str(tmp_path / "mkdocs.yml"))


def _in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_beside, "_LARGE", 0)
    for name, value in _SETTINGS.items():
        monkeypatch.setenv(name, value)


def _built(folder: Path, module: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", *module.split(), str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **_SETTINGS})
    return _files(folder / "site")


def _files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "text",
    [
        "a `b` *c* __d__ [e](f.md) ![g](h.png) <i@j.k> <https://l.m> &amp; n\\*  \no <b>p</b>",
        "[a][b] [b] ![b] ![c][b]\n\n[b]: https://d.e 'f'",
        "`[a](b)` [`c`](d) **[e *f*](g)** \\[h](i) [j] [k](l 'm') &#42; & < >",
        "| a | b |\n|---|---|\n| *c* [d](e) | `f` <a id='g'></a>**h** |",
    ],
)
def test_inline_markdown_is_read_as_python_markdown_reads_it(text: str) -> None:
    extensions = ["tables", "admonition"]
    assert Markdown(extensions=[*extensions, QuickInline()]).convert(text) == Markdown(extensions=extensions).convert(
        text
    )
