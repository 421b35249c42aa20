"""Commands about one plan: build, serve, simulate."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.audit_commands import audited
from generator.cli.options import as_of_option, commands, output_option, plan_argument
from generator.cli.output import FOUND, outcome_of, put, report, tell_build

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
@click.option("--output", type=click.Path(path_type=Path), default="build", show_default=True, help="The folder.")
@click.option("--only", type=click.Choice(["markdown", "site", "pdf"]), help="Build this part alone.")
@as_of_option
def build(plan: Path, output: Path, only: "Only | None", as_of: date | None) -> int:
    """Write documents, charts, site, PDFs and downloads, and hold them against the plan."""
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
    return 0 if only or outcome.snapshot is None or audited(output, outcome.snapshot) else FOUND


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
@click.option("--runs", type=click.IntRange(100, 1_000_000), help="How many; as the plan says, or 10000.")
@click.option("--seed", type=click.IntRange(0), help="The same seed, the same figures; as the plan says, or 1.")
@click.option(
    "--distribution", type=click.Choice(["beta-pert", "triangular"]), help="As the plan says, or beta-pert."
)
@click.option("--format", "style", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@output_option
@as_of_option
def simulate(plan: Path, style: str, output: Path | None, as_of: date | None, **options: Any) -> int:  # noqa: ANN401
    """Tell how sure the finish is, from many runs with durations drawn and risks that happen or not."""
    from generator.scheduling.uncertainty.report import REPORTS
    from generator.scheduling.uncertainty.runs import settings_of
    from generator.scheduling.uncertainty.simulation import simulate as run_many

    outcome = outcome_of(plan, as_of)
    if outcome.snapshot is None:
        report(outcome, style="text", output=None)
        return FOUND
    told = outcome.snapshot
    settings = settings_of(told.plan, len(told.schedule.breakdown.tasks), **options)
    found = run_many(told.plan, told.schedule, settings)
    if style in REPORTS:
        put(REPORTS[style](found), output)
        return 0
    from generator.console import simulation_text

    put(simulation_text(found, told.plan.title, to_file=output is not None), output)
    return 0
