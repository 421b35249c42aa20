"""What a build has written, and from what: the manifest by which a later audit knows edited and stale files."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from generator.artifacts import Artifact

MANIFEST = "manifest.json"
_FORMAT_VERSION = 2
_LINE_DIGITS = 8
_EDITABLE = (".md", ".csv", ".json", ".ics", ".js", ".svg")
_BEARING = ("site/downloads/", "docs/assets/charts/", "site/assets/charts/")
_SINGLE = frozenset(
    {"mkdocs.yml", "docs/assets/items.json", "site/assets/items.json", "site/search/search_index.json"}
)


@dataclass(frozen=True)
class Manifest:
    """The plan's fingerprint, the status date, the digests of what bears statements and of its lines, other files."""

    plan: str
    as_of: date | None
    files: Mapping[str, str]
    lines: Mapping[str, tuple[str, ...]]
    others: frozenset[str] | None = None
    """What else the build has written; a manifest of an earlier version does not tell."""


def fingerprint(data: object) -> str:
    """Tell a plan by what its author said: comments and layout do not count."""
    return digest(json.dumps(data, ensure_ascii=False, default=str).encode(errors="surrogatepass"))


def digest(content: bytes) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()


def line_digests(content: bytes) -> tuple[str, ...]:
    """Tell a text line by line; a few digits are enough to see which lines are others."""
    return tuple(digest(line)[:_LINE_DIGITS] for line in content.split(b"\n"))


def is_listed(name: str) -> bool:
    """Tell whether a file of the build bears statements: documents, pages and what leads to them, charts, downloads.

    The guide is written by hand and bears none.
    """
    if name.startswith(("docs/guide/", "site/guide/")):
        return False
    return name.startswith(_BEARING) or name in _SINGLE or name.endswith((".md", "index.html"))


def manifest_artifact(
    plan: object, as_of: date | None, files: Iterable[tuple[str, bytes]], others: Iterable[str] = ()
) -> Artifact:
    """Write the manifest of a build folder's files: those that bear statements, and the names of all others."""
    kept = list(files)
    told = {
        "format_version": _FORMAT_VERSION,
        "plan": fingerprint(plan),
        "as_of": as_of.isoformat() if as_of else None,
        "files": {name: digest(content) for name, content in kept},
        "lines": {name: "".join(line_digests(content)) for name, content in kept if name.endswith(_EDITABLE)},
        "others": sorted(others),
    }
    return Artifact(PurePosixPath(MANIFEST), (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode())


def read_manifest(content: bytes) -> Manifest | None:
    """Read a manifest; nothing where it is none."""
    try:
        told = json.loads(content)
        as_of = date.fromisoformat(told["as_of"]) if told["as_of"] else None
        files = {str(name): str(told["files"][name]) for name in told["files"]}
        lines = {str(name): _split(str(told["lines"][name])) for name in told["lines"]}
        others = frozenset(map(str, told["others"])) if "others" in told else None
        known = told["format_version"] == _FORMAT_VERSION
        return Manifest(str(told["plan"]), as_of, files, lines, others) if known else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _split(digests: str) -> tuple[str, ...]:
    return tuple(digests[at : at + _LINE_DIGITS] for at in range(0, len(digests), _LINE_DIGITS))
