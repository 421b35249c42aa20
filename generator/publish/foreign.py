"""What lies in an output folder and no build has written: hand-written files, which a build would delete."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import PlanpressError
from generator.manifest import MANIFEST, Manifest, is_listed, read_manifest

_BY_ITSELF = "guide"
"""What MkDocs leaves when it is run by itself."""
PARTS = frozenset({"docs", "site", "mkdocs.yml", "defaults.yml", _BY_ITSELF, MANIFEST})
"""What a build folder holds at its top."""
_OF_DESKTOPS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_OTHER_FOLDER = "name another folder, or empty this one"
_BELOW = "move it to docs/ or site_templates/root/ of the project, or elsewhere; or name another folder"


def refuse_foreign(output: Path) -> None:
    """Keep off a folder that holds anything that no build has written."""
    if output.exists() and not output.is_dir():
        raise PlanpressError(f"{output} is a file", help="name a folder that a build may replace")
    held = {path.name for path in output.iterdir()} if output.is_dir() else set()
    foreign = sorted(held - PARTS - _OF_DESKTOPS)
    if foreign:
        raise PlanpressError(f'{output} holds "{foreign[0]}", which no build has written', help=_OTHER_FOLDER)
    config = output / "mkdocs.yml"
    if config.is_file() and not config.read_bytes().startswith(b"# Written by planpress"):
        raise PlanpressError(f"{config} was not written by a build", help="name another folder for the output")
    below = min(_below(output), default=None)
    if below:
        raise PlanpressError(f'{output} holds "{below}", which no build has written', help=_BELOW)


def written_below(folder: Path) -> Iterator[str]:
    """Name every file of a build folder, hidden ones too, by its path in it; not the manifest itself."""
    for root, folders, files in os.walk(folder):
        where = Path(root).relative_to(folder)
        if where == Path():
            folders[:] = [each for each in folders if each != _BY_ITSELF]
        names = ((where / each).as_posix() for each in files if each not in _OF_DESKTOPS)
        yield from (name for name in names if name != MANIFEST)


def _below(output: Path) -> Iterator[str]:
    path = output / MANIFEST
    manifest = read_manifest(path.read_bytes()) if path.is_file() else None
    if manifest is None and (output / "mkdocs.yml").is_file():
        return  # a build of another version, which does not tell what it has written
    if manifest is None and path.is_file():
        yield MANIFEST
    yield from (name for name in written_below(output) if not (manifest and _is_known(name, manifest)))


def _is_known(name: str, manifest: Manifest) -> bool:
    if manifest.others is None:  # a manifest of an earlier version, which lists documents and charts alone
        return name in manifest.files or not is_listed(name)
    return name in manifest.files or name in manifest.others
