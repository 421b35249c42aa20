"""Writing files whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from stat import S_IWGRP, S_IWOTH, S_IWUSR

from generator.errors import PlanpressError


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place in one step; what stood there before stays until then. A device is written to as it is.

    A read-only file is kept, though its folder would let it be replaced.
    """
    try:
        if path.is_file() and _is_read_only(path):
            raise PermissionError(EACCES, "the file is read-only")
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
        else:
            _replace(path, content)
    except OSError as error:
        raise _unwritable(path, error) from None


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder; where one of them exists, or cannot be written, nothing is."""
    there = [str(folder / name) for name in files if os.path.lexists(folder / name)]
    if there:
        raise PlanpressError(f"exists already: {', '.join(there)}", help="choose another folder, or move these away")
    made: list[Path] = []
    for name, content in files.items():
        try:
            _make_folders((folder / name).parent, made)
            made.append(folder / name)
            (folder / name).write_bytes(content)
        except OSError as error:
            _take_back(made)
            raise _unwritable(folder / name, error) from None


def _is_read_only(path: Path) -> bool:
    """Tell what nobody is to write, even one who may."""
    return not os.access(path, os.W_OK) or not path.stat().st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir()
        made.append(each)


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def _unwritable(path: Path, error: OSError) -> PlanpressError:
    return PlanpressError(f'cannot write "{path}": {error.strerror or error}')
