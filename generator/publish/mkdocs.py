"""MkDocs as a process of its own: it runs while this one compiles the PDFs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from generator.errors import PlanpressError

_NEEDLESS = ("INFO", "Aborted")
_LAST_SECOND = 2**32 - 1
"""The latest moment that a gzip file such as the sitemap can carry."""


@contextmanager
def running(config: Path, moment: datetime) -> Iterator[None]:
    """Build the site beside the body of a `with`; a warning of MkDocs is an error, as a dead link is one."""
    command = [sys.executable, "-P", "-m", "generator.publish.mkdocs_build", str(config)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
        command,
        env=_environment(moment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        try:
            yield
            told, _ = process.communicate()
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise PlanpressError(f"MkDocs refuses the site:\n{_complaints(told)}")


def _environment(moment: datetime) -> dict[str, str]:
    fixed = {
        "SOURCE_DATE_EPOCH": str(min(max(int(moment.timestamp()), 0), _LAST_SECOND)),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
    }
    return {**os.environ, **fixed}


def _complaints(told: str) -> str:
    """What MkDocs says of the site; of a traceback, the error at its end."""
    lines = [line.rstrip() for line in told.splitlines() if line.strip() and not line.startswith(_NEEDLESS)]
    crashed = any(line.startswith("Traceback") for line in lines)
    return "\n".join(f"  {line}" for line in (lines[-1:] if crashed else lines))
