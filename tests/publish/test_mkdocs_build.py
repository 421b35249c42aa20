"""What stands aside and what is read quickly leaves the site as MkDocs alone makes it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from markdown import Markdown

from generator.publish import build_site
from generator.publish.quick_inline import QuickInline

PLAN = Path(__file__).parents[1] / "plans" / "every-feature.yaml"


def test_the_site_is_the_one_that_mkdocs_makes(tmp_path: Path) -> None:
    build_site(PLAN, tmp_path, only="markdown")
    made = [_built(tmp_path, module) for module in ("mkdocs build --strict -q -f", "generator.publish.mkdocs_build")]
    assert made[0] == made[1]
    assert made[0]


def _built(folder: Path, module: str) -> dict[str, bytes]:
    settings = {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *module.split(), str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **settings})
    site = folder / "site"
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
