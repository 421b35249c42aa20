"""What commands say: findings, dates and errors, on the stream where each belongs."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from generator import discovery
from generator.errors import PlanpressError

if TYPE_CHECKING:
    from generator.reporters._report import Report
    from generator.snapshot import Outcome, Snapshot

FOUND, COULD_NOT_RUN = 1, 2


def failed(message: str, help_text: str | None) -> int:
    """Say on standard error what is wrong and what to do; return the exit code for it."""
    click.echo(f"{click.style('error:', fg='red', bold=True)} {message}", err=True)
    if help_text:
        click.echo(f"  {click.style('help:', fg='cyan', bold=True)} {help_text}", err=True)
    return COULD_NOT_RUN


def outcome_of(plan: Path, as_of: date | None) -> "Outcome":
    """Read and check the plan that was named."""
    from generator.snapshot import take_snapshot
    from generator.sources.plan_files import find_plan

    return take_snapshot(find_plan(plan), as_of=as_of)


def supposing(snapshot: "Snapshot", settings: tuple[str, ...], *, exact_seconds: float | None = None) -> "Outcome":
    """Check the plan with some values supposed to be others; search its shortest order for so long."""
    from generator.snapshot import examine
    from generator.whatif import supposed

    return examine(supposed(snapshot, settings), as_of=snapshot.as_of, exact_seconds=exact_seconds)


def report(outcome: "Outcome", *, style: str, output: Path | None) -> None:
    """Write what was found in a plan: findings to standard output or a file, the summary to standard error."""
    from generator.checking import report_on

    tell(report_on(outcome, colour=style == "text" and output is None and wants_colour()), style, output)


def tell(told: "Report", style: str, output: Path | None) -> None:
    """Write a report in one of its formats, and its summary to standard error."""
    columns = get_terminal_size().columns if output is None and sys.stdout.isatty() else None
    put(discovery.module("generator.reporters", style).format(replace(told, columns=columns)), output)
    click.echo(f"\n{told.summary}" if told.findings or told.resolved else told.summary, err=True)


def tell_build(result: "Outcome | PlanpressError") -> None:
    """Tell what a build of the preview came to, where it is worth telling."""
    if isinstance(result, PlanpressError):
        failed(result.message, result.help)
    elif result.findings:
        report(result, style="text", output=None)


def wants_colour() -> bool:
    """Tell whether standard output is a terminal on which colour is welcome."""
    if not sys.stdout.isatty():
        return False
    from generator import console

    return console.wants_colour()


def tell_dates(snapshot: "Snapshot", style: str, output: Path | None) -> None:
    """Write the schedule in one of its formats."""
    if style != "table":
        put(discovery.module("generator.exports", f"schedule_{style}").export(snapshot).decode(), output)
        return
    from generator.console import timetable_text

    put(timetable_text(snapshot, to_file=output is not None), output)


def put(text: str, output: Path | None) -> None:
    """Write a text to standard output, or whole to a file."""
    if output is None:
        click.echo(text, nl=False, color=True if wants_colour() else None)
        return
    from generator.writing import write_whole

    write_whole(output, text.encode())
