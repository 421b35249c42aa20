"""The group of commands, and the options that several of them share."""

from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.errors import BadValueError

DEBUG = "--debug"
DEFAULT_PLAN = "plan/plan.yaml"
F = TypeVar("F", bound=Callable[..., Any])


def _date(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    from generator.model.notation import parse_date  # noqa: PLC0415 - most commands need no model

    try:
        return parse_date(text) if text else None
    except BadValueError as error:
        raise click.BadParameter(error.message) from None


def plan_argument(command: F) -> F:
    """Take the plan file."""
    return click.argument("plan", type=click.Path(path_type=Path), default=DEFAULT_PLAN)(command)


def as_of_option(command: F) -> F:
    """Take a status date."""
    told = "The status date, instead of the plan's own."
    return click.option("--as-of", callback=_date, metavar="DATE", help=told)(command)


def output_option(command: F) -> F:
    """Take a file to write to."""
    told = "Write to a file instead of standard output."
    return click.option("--output", type=click.Path(path_type=Path), help=told)(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("planpress"), prog_name="planpress")
@click.option(DEBUG, is_flag=True, expose_value=False, help="Show the traceback of an internal error.")
def commands() -> None:
    """Turn one plan file into documents, charts, a site and PDFs that agree with each other.

    PLAN is plan/plan.yaml where it is left out. Exit codes: 0 clean, 1 findings, 2 could not run.
    """
