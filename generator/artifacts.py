"""What a build yields: a path below the output folder, and bytes."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Artifact:
    """One file to be written; `path` is relative to the build folder."""

    path: PurePosixPath
    content: bytes


def text_artifact(path: str, text: str) -> Artifact:
    """Encode text as every generated text file is: UTF-8, newline at the end."""
    return Artifact(PurePosixPath(path), (text.rstrip("\n") + "\n").encode())
