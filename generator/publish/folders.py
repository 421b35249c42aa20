"""Output folders: filled beside the old one, and put in its place only when whole."""

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_IWGRP, S_IWOTH, S_IWUSR

from generator.artifacts import Artifact
from generator.errors import PlanpressError
from generator.publish.foreign import refuse_foreign

_ANYBODY_WRITES = S_IWUSR | S_IWGRP | S_IWOTH


@contextmanager
def replacing(output: Path, *, keep: bool = False) -> Iterator[Path]:
    """Hand out a fresh folder, with `keep` a copy of the old one, that takes the output's place if all goes well."""
    output = output.resolve()
    refuse(output)
    fresh = _beside(output)
    try:
        if keep and output.is_dir():
            shutil.copytree(output, fresh)
        fresh.mkdir(parents=True, exist_ok=True)
        yield fresh
        _swap(fresh, output)
    except OSError as error:
        verb = "write" if _is_of(error.filename, fresh, output) else "read"
        raise PlanpressError(f"cannot {verb} {error.filename or output}: {error.strerror or error}") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def refuse(output: Path) -> None:
    """Refuse a folder that cannot be written, or that holds what no build has written, before any work is done."""
    output = output.resolve()
    refuse_foreign(output)
    there = next(each for each in (output, *output.parents) if each.exists())
    if not there.is_dir():
        raise PlanpressError(f"cannot write {output}: {there} is a file", help="name another folder")
    is_kept = there == output and not there.stat().st_mode & _ANYBODY_WRITES
    if is_kept or not os.access(output.parent if output.parent.exists() else there, os.W_OK):
        raise PlanpressError(f"cannot write {output}: the folder is read-only", help="name another folder")


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


def _is_of(name: str | None, *folders: Path) -> bool:
    """Tell whether an error is one of writing: every other file is only read."""
    return name is None or any(Path(name).is_relative_to(folder) for folder in folders)


def _beside(output: Path) -> Path:
    """Name a folder in the same folder: on the same disk, and at the same depth for relative paths."""
    return output.with_name(f".{output.name}-{secrets.token_hex(4)}")
