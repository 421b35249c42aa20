"""Commands about one plan: check, build, serve, schedule, why, simulate."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import discovery
from generator.cli.options import DEFAULT_PLAN, as_of_option, commands, output_option, plan_argument
from generator.cli.output import FOUND, outcome_of, put, report, supposing, tell_build, tell_dates
from generator.errors import PlanpressError
from generator.formatting import did_you_mean

if TYPE_CHECKING:
    from generator.publish import Only

_WORDS = {
    "load": "reading the plan",
    "validate": "validating",
    "schedule": "scheduling",
    "check": "checking",
    "documents": "writing documents",
    "site": "building the site",
    "pdf": "setting PDFs",
    "publish": "putting all in place",
}


@commands.command()
@plan_argument
@click.option("--format", "style", type=click.Choice(discovery.names("generator.reporters")), default="text")
@output_option
@click.option("--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True)
@click.option("--select", multiple=True, metavar="RULE", help="Only this rule or family; can be given again.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not this rule or family; can be given again.")
@as_of_option
def check(plan: Path, style: str, output: Path | None, as_of: date | None, **options: Any) -> int:  # noqa: ANN401
    """Find what is wrong with a plan and what in it contradicts what."""
    from generator.checking import choose, is_failure

    outcome = choose(outcome_of(plan, as_of), select=options["select"], ignore=options["ignore"])
    report(outcome, style=style, output=output)
    return FOUND if is_failure(outcome.findings, options["fail_on"]) else 0


@commands.command()
@plan_argument
@click.option("--output", type=click.Path(path_type=Path), default="build", show_default=True, help="The folder.")
@click.option("--only", type=click.Choice(["markdown", "site", "pdf"]), help="Build this part alone.")
@as_of_option
def build(plan: Path, output: Path, only: "Only | None", as_of: date | None) -> int:
    """Write documents, charts, site, PDFs and downloads."""
    from generator.console import stages
    from generator.publish import build_site
    from generator.sources.plan_files import find_plan

    with stages(_WORDS) as stage:
        outcome = build_site(find_plan(plan), output, as_of=as_of, only=only, stage=stage)
    if outcome.findings:
        report(outcome, style="text", output=None)
    if outcome.has_errors:
        return FOUND
    click.echo(f"wrote {output}", err=True)
    return 0


@commands.command()
@plan_argument
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@as_of_option
def serve(plan: Path, port: int, as_of: date | None) -> None:
    """Show the site live, renewed with every change."""
    from generator.publish import serve as serve_site
    from generator.sources.plan_files import find_plan

    serve_site(find_plan(plan), port=port, as_of=as_of, report=tell_build)


@commands.command()
@plan_argument
@click.option("--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Suppose a value: tasks.auth.duration=8d."
)
@output_option
@as_of_option
def schedule(plan: Path, style: str, settings: tuple[str, ...], output: Path | None, as_of: date | None) -> int:
    """Show the computed dates, float, and what drives each date."""
    outcome = outcome_of(plan, as_of)
    supposed = supposing(outcome.snapshot, settings) if outcome.snapshot and settings else outcome
    if supposed.snapshot is None or outcome.snapshot is None:
        report(supposed, style="text", output=None)
        return FOUND
    tell_dates(supposed.snapshot, style, output)
    if settings:
        from generator.console import moves_text

        click.echo(moves_text(outcome.snapshot, supposed.snapshot), err=True, nl=False)
    return 0


@commands.command()
@click.argument("item")
@click.option(
    "--plan", type=click.Path(path_type=Path), default=Path(DEFAULT_PLAN), show_default=True, help="The plan file."
)
@as_of_option
def why(item: str, plan: Path, as_of: date | None) -> int:
    """Show why an item has its dates, back to the start of the plan."""
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


@commands.command()
@plan_argument
@click.option("--runs", type=click.IntRange(100, 1_000_000), default=10_000, show_default=True)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed, the same figures.")
@click.option(
    "--distribution", type=click.Choice(["beta-pert", "triangular"]), default="beta-pert", show_default=True
)
@click.option("--format", "style", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@output_option
@as_of_option
def simulate(plan: Path, style: str, output: Path | None, as_of: date | None, **options: Any) -> int:  # noqa: ANN401
    """Tell how sure the finish is, from many runs with durations drawn between their three points."""
    from generator.scheduling.uncertainty.report import REPORTS
    from generator.scheduling.uncertainty.runs import settings_of
    from generator.scheduling.uncertainty.simulation import simulate as run_many

    outcome = outcome_of(plan, as_of)
    if outcome.snapshot is None:
        report(outcome, style="text", output=None)
        return FOUND
    found = run_many(outcome.snapshot.plan, outcome.snapshot.schedule, settings_of(**options))
    if style in REPORTS:
        put(REPORTS[style](found), output)
        return 0
    from generator.console import simulation_text

    put(simulation_text(found, outcome.snapshot.plan.title, to_file=output is not None), output)
    return 0
