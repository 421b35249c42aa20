"""The command line: one group of commands, run so that whatever goes wrong is told in words."""

import gc
import os
import signal
import sys
from typing import NoReturn

import click

from generator.cli import (
    audit_commands,
    check_command,
    plan_commands,
    progress_commands,
    reference_commands,
    schedule_commands,
    streams,
)
from generator.cli.options import DEBUG, commands
from generator.cli.output import COULD_NOT_RUN, failed
from generator.errors import PlanpressError

__all__ = [
    "audit_commands",
    "check_command",
    "commands",
    "main",
    "plan_commands",
    "progress_commands",
    "reference_commands",
    "run",
    "schedule_commands",
]

_OBJECTS_TO_A_COLLECTION = 20_000_000
"""A run is short and makes few cycles; to look for them costs a plan of ten thousand tasks seconds."""
_INTERRUPTED, _TERMINATED_BY = 130, 128


def main() -> None:
    """Run the command line and leave with its exit code."""
    streams.prepare()
    signal.signal(signal.SIGTERM, _terminated)
    gc.set_threshold(_OBJECTS_TO_A_COLLECTION, 5, 2)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # what else is installed has no say in a plan
    _leave(run(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End at once: to take down object by object what ends with the process takes a long plan a second."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:
        code = code if code == COULD_NOT_RUN else failed(f"output: {error.strerror}", None)
    os._exit(code)


def _terminated(number: int, _frame: object) -> None:
    """Leave as from an exception, so that what is half written is taken away."""
    sys.exit(_TERMINATED_BY + number)


def run(arguments: list[str]) -> int:
    """Run one command; whatever goes wrong is told in words, never as a traceback."""
    debug = DEBUG in arguments
    try:
        code = commands.main([each for each in arguments if each != DEBUG], "planpress", standalone_mode=False)
    except PlanpressError as error:
        return failed(error.message, error.help)
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except click.Abort:
        return _INTERRUPTED
    except OSError as error:
        if debug:
            raise
        return failed(f"{error.filename or 'output'}: {error.strerror or error}", None)
    except Exception as error:
        if debug:
            raise
        told = f"internal error: {type(error).__name__}: {error}"
        return failed(told, f"this is a fault of planpress, not of the plan; {DEBUG} shows where")
    return code if isinstance(code, int) else 0
