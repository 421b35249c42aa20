"""The files that a new plan begins with."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from generator.errors import PlanpressError
from generator.formatting import counted
from generator.jsonschema import schema_text
from generator.sources.template_files import packaged_templates

_LOOKS = b'# The looks of the site; "planpress build" adds its name and navigation.\nsite_name: Plan\n\n'
_DOT = "dot-"
"""Hidden files lie in the package under a plain name, so that no tool takes them for its own."""
_VERSION = b"planpress==VERSION"
_MODELINE = b"# yaml-language-server: $schema=plan.schema.json\n"
"""Editors read from it which schema the file has."""

PLAN, SCHEMA = "plan/plan.yaml", "plan/plan.schema.json"


def starter_files(plan: bytes | None = None) -> Mapping[str, bytes]:
    """Read the files of a small plan that builds at once, or those around another plan, by path below its folder."""
    root = packaged_templates() / "starter"
    paths = [path for path in sorted(root.rglob("*")) if path.is_file()]
    files = {_shown(path.relative_to(root).parts): path.read_bytes() for path in paths}
    pinned = _VERSION.replace(b"VERSION", version("planpress").encode())
    return {
        **files,
        "Makefile": files["Makefile"].replace(_VERSION, pinned),
        PLAN: _MODELINE + (files[PLAN] if plan is None else plan),
        SCHEMA: schema_text().encode(),
        "mkdocs.yml": _LOOKS + (packaged_templates() / "mkdocs.yml").read_bytes(),
    }


def refuse_a_folder_in_use(folder: Path, *, but: Iterable[Path] = ()) -> None:
    """Keep off a folder that holds more than an empty repository, or than the documents that a plan is made of."""
    own = {path.resolve() for path in but}
    entries = sorted(folder.iterdir()) if folder.is_dir() else []
    held = [each for each in entries if each.name != ".git" and each.resolve() not in own]
    if held:
        others = f" and {counted(len(held) - 1, 'more entry', 'more entries')}" if len(held) > 1 else ""
        raise PlanpressError(
            f'"{folder}" is not empty: it holds "{held[0].name}"{others}',
            help="name an empty folder, or add --beside: what is there stays, and nothing is overwritten",
        )


def _shown(parts: tuple[str, ...]) -> str:
    return "/".join(f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in parts)
