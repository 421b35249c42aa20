"""The navigation of the site, and the configuration that MkDocs reads beside the written pages."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from generator.documents.metadata import Metadata
from generator.formatting import escape_title

_MARK = "# Written by planpress. Changes belong into the plan, the templates, or the mkdocs.yml that is inherited."

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
    """List pages in their order; a group stands where its first page stands."""
    groups: dict[str, list[dict[str, Any]]] = {}
    entries: list[dict[str, Any]] = []
    for document in documents:
        page = {escape_title(document.title): document.path}
        if not document.group:
            entries.append(page)
            continue
        if document.group not in groups:
            groups[document.group] = []
            entries.append({document.group: groups[document.group]})
        groups[document.group].append(page)
    return entries


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
