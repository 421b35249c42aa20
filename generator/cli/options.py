"""The group of commands, and the options that several of them share."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from generator import discovery
from generator.cli.targets import keep_what_is_read
from generator.errors import BadValueError

DEBUG = "--debug"
CHECKED = "0 nothing that fails it, 1 findings, 2 could not run"
TOLD = "0 done, 1 the plan has errors (they are told), 2 could not run"
DEFAULT_PLAN = "plan/plan.yaml"
F = TypeVar("F", bound=Callable[..., Any])


def _date(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    from generator.model.notation import parse_date  # noqa: PLC0415 - most commands need no model

    try:
        return parse_date(text) if text else None
    except BadValueError as error:
        raise click.BadParameter(error.message) from None


def _plan(_context: click.Context, _argument: click.Parameter, plan: Path) -> Path:
    from generator.sources.plan_files import STANDARD_INPUT  # noqa: PLC0415 - as above

    return STANDARD_INPUT if plan == Path("-") else plan


def examples(*lines: str, codes: str = "") -> str:
    """Write the end of a command's help: how it is called, line by line, and with which code it leaves."""
    told = ["", "\b", f"Exit codes: {codes}."] if codes else []
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines), *told])


def format_option(command: F) -> F:
    """Take the format of findings."""
    choice = click.Choice(discovery.names("generator.reporters"))
    told = "How findings are written."
    return click.option("--format", "style", type=choice, default="text", show_default=True, help=told)(command)


def fail_option(command: F) -> F:
    """Take the severity that fails."""
    told = "The least severity that leaves with 1."
    choice = click.Choice(["error", "warning"])
    return click.option("--fail-on", type=choice, default="error", show_default=True, help=told)(command)


def plan_argument(command: F) -> F:
    """Take the plan file; `-` is standard input."""
    path = click.Path(path_type=Path)
    return click.argument("plan", type=path, default=DEFAULT_PLAN, callback=_plan)(command)


def as_of_option(command: F) -> F:
    """Take a status date."""
    told = "The status date, instead of the plan's own."
    return click.option("--as-of", callback=_date, metavar="DATE", help=told)(command)


def guide_option(command: F) -> F:
    """Take the wish for the guide."""
    told = "Publish Planpress's own guide and reference with the plan."
    return click.option("--guide", is_flag=True, help=told)(command)


def output_option(command: F) -> F:
    """Take a file to write to; it is none that the command reads."""

    @wraps(command)
    def run(**options: Any) -> Any:  # noqa: ANN401 - whatever the command takes and returns
        if options["output"]:
            keep_what_is_read(options["output"], {**options, "output": None}, DEFAULT_PLAN)
        return command(**options)

    told = "Write to a file instead of standard output; never over a plan."
    return click.option("--output", type=click.Path(path_type=Path), help=told)(cast("F", run))


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples("planpress init my-plan", "planpress check", "planpress build", "planpress check --help"),
)
@click.version_option(package_name="planpress", prog_name="planpress")
@click.option(DEBUG, is_flag=True, expose_value=False, help="Show the traceback of an internal error.")
def commands() -> None:
    """Turn one plan file into documents, charts, a site and PDFs that agree with each other.

    PLAN is plan/plan.yaml where it is left out, and standard input where it is "-".
    Exit codes: 0 clean, 1 findings, 2 could not run.
    """
