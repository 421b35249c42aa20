"""The process in which MkDocs builds: finished blocks stand aside while Markdown and search read the pages.

The tree is plain: `mkdocs build` makes the same site of it, only slower.
"""

import gc
import logging
import re
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.publish.quick_inline import QuickInline

_THRESHOLD = 50_000
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
        self._kept: list[str] = []

    def on_page_markdown(self, markdown: str, **_: object) -> str:
        """Put a mark in the place of each figure; code stays as it is."""
        return _ASIDE.sub(self._mark, markdown)

    def on_post_page(self, output: str, **_: object) -> str:
        """Put the figures back."""
        return _MARK.sub(lambda found: self._kept[int(found.group(1))], output)

    def _mark(self, found: re.Match[str]) -> str:
        if found["fence"]:
            return found.group()
        self._kept.append(found.group())
        named = f' id="{found["id"]}"' if found["id"] else ""
        return f'<figure{named} data-search-exclude data-aside="{len(self._kept) - 1}"></figure>'


def main(file: str) -> None:
    """Build as `mkdocs build --strict` does."""
    gc.set_threshold(_THRESHOLD, 20, 50)
    logging.basicConfig(stream=sys.stdout, format="%(levelname)-7s -  %(message)s")
    config = load_config(file, strict=True)
    config.markdown_extensions.append(QuickInline())  # type: ignore[arg-type] # Markdown takes names and extensions
    config.plugins["planpress"] = FiguresAside()  # type: ignore[assignment]
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
