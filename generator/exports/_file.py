"""What an export offers: files, each with what it is for and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.snapshot import Snapshot


@dataclass(frozen=True)
class File:
    """One download; `about` tells readers what it is, `audience` the wave that it is for alone."""

    name: str
    about: str
    write: Callable[[Snapshot], bytes]
    audience: str = ""
