"""Output folders: filled beside the old one, and put in its place only when whole."""

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.artifacts import Artifact
from generator.errors import PlanpressError
from generator.publish.foreign import refuse_foreign


@contextmanager
def replacing(output: Path, *, keep: bool = False) -> Iterator[Path]:
    """Hand out a fresh folder, with `keep` a copy of the old one, that takes the output's place if all goes well."""
    output = output.resolve()
    refuse_foreign(output)
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
