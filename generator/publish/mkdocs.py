"""MkDocs as a process of its own: it runs while this one compiles the PDFs."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path

from generator.errors import PlanpressError

Maker = subprocess.Popen[str]
"""The process in which MkDocs is ready."""
_NEEDLESS = ("INFO", "Aborted")
_LAST_SECOND = 2**32 - 1
"""The latest moment that a gzip file such as the sitemap can carry."""
_FIXED = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


@contextmanager
def started() -> Iterator[Maker]:
    """Have a process import MkDocs while a plan is read; what it is not told to build it does not build."""
    command = [sys.executable, "-P", "-m", "generator.publish.mkdocs_build"]
    with subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
        command,
        env={**os.environ, **_FIXED},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def running(process: Maker | None, config: Path, moment: datetime) -> Iterator[None]:
    """Build the site beside the body of a `with`, in a process that was started before or in a new one.

    A warning of MkDocs is an error, as a dead link is one.
    """
    with nullcontext(process) if process else started() as maker:
        with suppress(BrokenPipeError):
            maker.stdin.write(f"{json.dumps([str(config), _epoch(moment)])}\n")  # type: ignore[union-attr] # a pipe
            maker.stdin.flush()  # type: ignore[union-attr] # as above
        try:
            yield
            told, _ = maker.communicate()
        except BaseException:
            maker.kill()
            maker.wait()
            raise
    if maker.returncode:
        raise PlanpressError(f"MkDocs refuses the site:\n{_complaints(told)}")


def _epoch(moment: datetime) -> str:
    return str(min(max(int(moment.timestamp()), 0), _LAST_SECOND))


def _complaints(told: str) -> str:
    """What MkDocs says of the site; of a traceback, the error at its end."""
    lines = [line.rstrip() for line in told.splitlines() if line.strip() and not line.startswith(_NEEDLESS)]
    crashed = any(line.startswith("Traceback") for line in lines)
    return "\n".join(f"  {line}" for line in (lines[-1:] if crashed else lines))
