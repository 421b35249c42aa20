"""Commands about dates: schedule, why."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.options import DEFAULT_PLAN, TOLD, as_of_option, commands, examples, output_option, plan_argument
from generator.cli.output import FOUND, outcome_of, put, report, supposing, tell_dates
from generator.errors import PlanpressError
from generator.formatting import did_you_mean


@commands.command(
    epilog=examples(
        "planpress schedule",
        "planpress schedule --set tasks.search.duration=8d",
        "planpress schedule --level",
        "planpress schedule --format csv --output dates.csv",
        codes=TOLD,
    )
)
@plan_argument
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How dates are written.",
)
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Suppose a value: tasks.auth.duration=8d."
)
@click.option("--level", is_flag=True, help="Let work wait until those it needs are free.")
@click.option(
    "--optimize", type=click.FloatRange(min=0), metavar="SECONDS", help="Level, and search the shortest for so long."
)
@click.option(
    "--staffing", type=click.Choice(["least", "likely", "most"]), help="How many of 2-3 people share an effort."
)
@output_option
@as_of_option
def schedule(plan: Path, style: str, output: Path | None, as_of: date | None, **options: Any) -> int:  # noqa: ANN401
    """Show the dates, float, and what drives them."""
    outcome = outcome_of(plan, as_of)
    settings = tuple(_settings(**options))
    supposed = outcome
    if outcome.snapshot and settings:
        supposed = supposing(outcome.snapshot, settings, exact_seconds=options["optimize"])
    if supposed.snapshot is None or outcome.snapshot is None:
        report(supposed, style="text", output=None)
        return FOUND
    tell_dates(supposed.snapshot, style, output)
    if settings:
        from generator.console import moves_text

        click.echo(moves_text(outcome.snapshot, supposed.snapshot), err=True, nl=False)
    return 0


def _settings(settings: tuple[str, ...], *, level: bool, optimize: float | None, staffing: str | None) -> list[str]:
    """Tell every option as what it supposes of the plan."""
    levelled = ["schedule.level=true"] if level or optimize is not None else []
    staffed = [f"schedule.staffing={staffing}"] if staffing else []
    return [*settings, *levelled, *staffed]


@commands.command(epilog=examples("planpress why release", "planpress why wave-2 --plan roadmap.yaml", codes=TOLD))
@click.argument("item")
@click.option(
    "--plan", type=click.Path(path_type=Path), default=Path(DEFAULT_PLAN), show_default=True, help="The plan file."
)
@as_of_option
def why(item: str, plan: Path, as_of: date | None) -> int:
    """Show why an item has its dates.

    The chain of what drives them is told back to the start of the plan.
    """
    from generator.console import reasons_text
    from generator.views import driving_chain

    outcome = outcome_of(plan, as_of)
    if outcome.snapshot is None:
        report(outcome, style="text", output=None)
        return FOUND
    known = outcome.snapshot.schedule.dates
    if item not in known:
        raise PlanpressError(f'the plan schedules no "{item}"', help=did_you_mean(item, known))
    put(reasons_text(driving_chain.view(outcome.snapshot, item)), None)
    return 0
