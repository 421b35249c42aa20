"""The navigation of the site, and the configuration that MkDocs reads beside the written pages."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise
from math import ceil
from pathlib import PurePosixPath
from typing import Any

from generator.documents.metadata import Metadata
from generator.formatting import escape_title

_MARK = "# Written by planpress. Changes belong into the plan, the templates, or the mkdocs.yml that is inherited."

_SHELF = 30
"""Pages that a group lists at the most; a longer one is divided, and what is not open is a line."""

_EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "tables": {},
    "toc": {"permalink": True, "toc_depth": 3},
    "pymdownx.highlight": {"guess_lang": False},
    "pymdownx.superfences": {},
}
"""What the pages cannot do without; a mapping, so that a project's own extensions are merged with it."""


@dataclass(frozen=True)
class SiteConfig:
    """What a site's configuration says beyond the one it inherits; paths are relative to its docs."""

    name: str
    description: str
    inherits: str
    guide: tuple[str, ...]
    assets: tuple[str, ...]
    notice: str = ""
    head: str = ""


def mkdocs_config(config: SiteConfig, documents: Sequence[Metadata]) -> str:
    """Write `mkdocs.yml`: each value as JSON, which is YAML."""
    values: dict[str, Any] = {
        "INHERIT": config.inherits,
        "site_name": escape_title(config.name),
        "site_description": escape_title(config.description),
        "copyright": escape(config.notice),
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": [*navigation([each for each in documents if not _is_part(each)]), *_guide(config.guide)],
        "not_in_nav": "part_*.md" if any(map(_is_part, documents)) else "",
        "theme": {"name": "material", "font": False, **_pictures(config.assets)},
        "markdown_extensions": _EXTENSIONS,
        "extra_css": [f"assets/{name}" for name in config.assets if name.endswith(".css")],
        "extra_javascript": [
            {"path": f"assets/{name}", "defer": True} for name in config.assets if name.endswith(".js")
        ],
        "extra": {"polyfills": [f"assets/{config.head}"]} if config.head else {},
    }
    kept = {key: value for key, value in values.items() if value}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in kept.items())
    return f"{_MARK}\n{''.join(lines)}"


def navigation(documents: Sequence[Metadata]) -> list[dict[str, Any]]:
    """List pages in their order; a group stands where its first page stands, a long one on shelves."""
    groups: dict[str, list[Metadata]] = {}
    for document in documents:
        groups.setdefault(document.group or document.path, []).append(document)
    return [{name: _shelves(pages)} if pages[0].group else _page(pages[0]) for name, pages in groups.items()]


def _shelves(pages: Sequence[Metadata]) -> list[dict[str, Any]]:
    """Share the pages of a long group out evenly: a menu of hundreds of lines is read by nobody."""
    count = ceil(len(pages) / _SHELF)
    if count == 1:
        return [_page(page) for page in pages]
    ends = [len(pages) * number // count for number in range(count + 1)]
    return [_shelf(pages[begin:end]) for begin, end in pairwise(ends)]


def _shelf(pages: Sequence[Metadata]) -> dict[str, Any]:
    first, last = (page.title.partition(": ")[0] for page in (pages[0], pages[-1]))
    return {escape_title(f"{first} – {last}"): [_page(page) for page in pages]}


def _page(document: Metadata) -> dict[str, Any]:
    return {escape_title(document.title): document.path}


def _is_part(document: Metadata) -> bool:
    """Tell whether a page goes on another; the first part leads to it."""
    return document.path.rpartition("/")[2].startswith("part_") and "/" in document.path


def _guide(paths: Iterable[str]) -> list[dict[str, Any]]:
    """List the guide's pages as they come, its index first; MkDocs takes their titles from their headings."""
    listed = sorted(paths, key=lambda path: not path.endswith("guide/index.md"))
    parts = [PurePosixPath(path).parts[1:] for path in listed]
    return [{"Guide": _nested(parts, PurePosixPath("guide"))}] if listed else []


def _nested(pages: Sequence[tuple[str, ...]], folder: PurePosixPath) -> list[Any]:
    """List the pages of a folder as they come; a folder in it stands where its first page stands."""
    listed: list[Any] = []
    for name, members in groupby(pages, key=lambda parts: parts[0]):
        inner = [parts[1:] for parts in members if len(parts) > 1]
        here = folder / name
        listed.append({name.capitalize(): _nested(inner, here)} if inner else str(here))
    return listed


def _pictures(assets: Sequence[str]) -> dict[str, str]:
    wanted = {"logo": "logo.svg", "favicon": "favicon.svg"}
    return {key: f"assets/{name}" for key, name in wanted.items() if name in assets}
