"""Output folders: filled beside the old one, and put in its place only when whole."""

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.artifacts import Artifact
from generator.errors import PlanpressError
from generator.manifest import MANIFEST

PARTS = frozenset({"docs", "site", "mkdocs.yml", "defaults.yml", "guide", MANIFEST})
"""What a build folder holds at its top; `guide` comes from MkDocs run by itself."""


@contextmanager
def replacing(output: Path, *, keep: bool = False) -> Iterator[Path]:
    """Hand out a fresh folder, with `keep` a copy of the old one, that takes the output's place if all goes well."""
    output = output.resolve()
    _refuse_foreign(output)
    fresh = _beside(output)
    try:
        if keep and output.is_dir():
            shutil.copytree(output, fresh)
        fresh.mkdir(parents=True, exist_ok=True)
        yield fresh
        _swap(fresh, output)
    except OSError as error:
        raise PlanpressError(f"cannot write {error.filename or output}: {error.strerror or error}") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write(artifacts: Iterable[Artifact], folder: Path) -> None:
    """Write artifacts below a folder, one by one as they come."""
    for artifact in artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)


def copy(files: Iterable[tuple[str, Path]], folder: Path) -> None:
    """Copy files below a folder; their dates and rights stay behind."""
    for name, source in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, path)


def files_below(folder: Path) -> list[tuple[str, Path]]:
    """Every file below a folder by its path in it, hidden ones left out; nothing where there is no folder."""
    found = ((path.relative_to(folder), path) for path in sorted(folder.rglob("*")) if path.is_file())
    return [(name.as_posix(), path) for name, path in found if not any(part.startswith(".") for part in name.parts)]


def _refuse_foreign(output: Path) -> None:
    """Keep off a folder that holds anything else."""
    if output.exists() and not output.is_dir():
        raise PlanpressError(f"{output} is a file", help="name a folder that a build may replace")
    held = {path.name for path in output.iterdir()} if output.is_dir() else set()
    foreign = sorted(held - PARTS)
    if foreign:
        raise PlanpressError(
            f'{output} holds "{foreign[0]}", which no build has written',
            help="name another folder, or empty this one",
        )
    config = output / "mkdocs.yml"
    if config.is_file() and not config.read_bytes().startswith(b"# Written by planpress"):
        raise PlanpressError(f"{config} was not written by a build", help="name another folder for the output")


def _swap(fresh: Path, output: Path) -> None:
    old = _beside(output)
    try:
        if output.exists():
            output.rename(old)
        fresh.rename(output)
    except BaseException:
        if old.exists() and not output.exists():
            old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(output: Path) -> Path:
    """Name a folder in the same folder: on the same disk, and at the same depth for relative paths."""
    return output.with_name(f".{output.name}-{secrets.token_hex(4)}")
