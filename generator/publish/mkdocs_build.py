"""The process in which MkDocs builds: finished blocks stand aside while Markdown and search read the pages.

The tree is plain: `mkdocs build` makes the same site of it, only slower.
"""

import gc
import json
import logging
import os
import re
import sys
from contextlib import ExitStack
from functools import partial

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from generator.publish.built_beside import BuiltBeside
from generator.publish.quick_inline import QuickInline
from generator.publish.read_beside import ReadBeside

_THRESHOLD = 20_000_000
"""Objects to a look for cycles: the process ends before they are many."""
_ASIDE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})[^\n`]*\n.*?^(?P=indent)(?P=fence)$"
    r'|^<figure class="pp-chart" id="(?P<id>[^"]+)".*?^</figure>'
    r'\n<details class="pp-chart__data" data-search-exclude>.*?</details>$'
    r'|^<details class="pp-used"[^>]* data-search-exclude>$.*?^</details>$',
    re.MULTILINE | re.DOTALL,
)
_MARK = re.compile(r'<figure(?: id="[^"]+")? data-search-exclude data-aside="(\d+)"></figure>')


class FiguresAside:
    """A plugin: no reader of pages finds more than an anchor in a figure or a list of uses, and both are long."""

    def __init__(self) -> None:
        """Begin with no figure."""
        self._kept: dict[str, list[str]] = {}

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Put a mark in the place of each figure; code stays as it is."""
        kept = self._kept[page.file.src_uri] = list[str]()
        return _ASIDE.sub(partial(_mark, kept), markdown)

    def prepared(self, page: Page) -> str:
        """The Markdown of a page as it is read."""
        return self.on_page_markdown(page.markdown or "", page=page)

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Put the figures back."""
        kept = self._kept.pop(page.file.src_uri, [])
        return _MARK.sub(lambda found: kept[int(found.group(1))], output)


def main(file: str) -> None:
    """Build as `mkdocs build --strict` does."""
    gc.set_threshold(_THRESHOLD)
    logging.basicConfig(stream=sys.stdout, format="%(levelname)-7s -  %(message)s")
    config = load_config(file, strict=True)
    config.markdown_extensions.append(QuickInline())  # type: ignore[arg-type] # Markdown takes names and extensions
    aside = FiguresAside()
    config.plugins["planpress-aside"] = aside  # type: ignore[assignment]
    config.plugins.on_startup(command="build", dirty=False)
    with ExitStack() as stack:
        stack.callback(config.plugins.on_shutdown)
        read = ReadBeside(stack, aside.prepared)
        config.plugins["planpress-beside"] = read  # type: ignore[assignment]
        config.plugins["planpress-built"] = BuiltBeside(stack, read)  # type: ignore[assignment]
        build(config)


def _mark(kept: list[str], found: re.Match[str]) -> str:
    if found["fence"]:
        return found.group()
    kept.append(found.group())
    named = f' id="{found["id"]}"' if found["id"] else ""
    return f'<figure{named} data-search-exclude data-aside="{len(kept) - 1}"></figure>'


def _asked() -> list[str]:
    """Wait for a line that tells what to build, and the moment that it is built for; without it, build nothing."""
    line = sys.stdin.readline()
    if not line:
        return []
    file, moment = json.loads(line)
    os.environ["SOURCE_DATE_EPOCH"] = moment
    return [file]


if __name__ == "__main__":
    for asked in sys.argv[1:] or _asked():
        main(asked)
