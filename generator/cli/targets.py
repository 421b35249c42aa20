"""What a command may write over: no plan, nothing that it reads, and with a baseline only a baseline."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator.errors import PlanpressError

_TITLE = re.compile(rb"^[\"']?title[\"']?\s*:", re.MULTILINE)
_WORK = re.compile(rb"^[\"']?(tasks|waves|phases)[\"']?\s*:", re.MULTILINE)
_MOST_BYTES = 20_000_000


def keep_what_is_read(output: Path, options: Mapping[str, object], default_plan: str) -> None:
    """Refuse to write over a plan, or over any other file that the command reads."""
    if not output.is_file():
        return
    read = next((each for each in _files(options) if _is_same(output, each)), None)
    if read is None and not _is_same(output, Path(default_plan)) and not _holds_plan(output):
        return
    told = "is read by this command" if read and not _holds_plan(output) else "is a plan"
    raise PlanpressError(f'"{output}" {told}: nothing is written over it', help="name another file with --output")


def keep_all_but_baselines(baseline: Path) -> None:
    """Refuse to write a baseline over a file with anything else in it."""
    from generator.checking import is_baseline  # noqa: PLC0415 - only this needs the checks
    from generator.sources.baseline_files import load_baseline  # noqa: PLC0415 - as above

    if not baseline.is_file() or not baseline.stat().st_size or is_baseline(load_baseline(baseline)):
        return
    help_text = "name another file with --baseline, or delete this one first"
    raise PlanpressError(f'"{baseline}" is no baseline: nothing is written over it', help=help_text)


def _files(options: Mapping[str, object]) -> Iterator[Path]:
    """Every file that the options of a command name; a folder stands for the Markdown files in it."""
    for value in options.values():
        for path in value if isinstance(value, tuple) else (value,):
            if isinstance(path, Path) and path.is_dir():
                yield from path.rglob("*.md")
            elif isinstance(path, Path):
                yield path


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return False


def _holds_plan(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as stream:
        content = stream.read(_MOST_BYTES)
        return bool(_TITLE.search(content) and _WORK.search(content))
    return False
