"""Commands about one plan: build, serve, simulate."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.audit_commands import audited
from generator.cli.options import (
    CHECKED,
    TOLD,
    as_of_option,
    commands,
    examples,
    guide_option,
    output_option,
    plan_argument,
)
from generator.cli.output import FOUND, outcome_of, put, report, tell_build
from generator.errors import PlanpressError

if TYPE_CHECKING:
    from generator.publish import Only, Project

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


@commands.command(
    epilog=examples(
        "planpress build",
        "planpress build roadmap.yaml --output public",
        "planpress build --only pdf",
        "planpress build --as-of 2026-01-19",
        codes=CHECKED,
    )
)
@plan_argument
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="build",
    show_default=True,
    help="The folder that is written.",
)
@click.option("--only", type=click.Choice(["markdown", "site", "pdf"]), help="Build this part alone.")
@guide_option
@as_of_option
def build(plan: Path, output: Path, only: "Only | None", as_of: date | None, *, guide: bool) -> int:
    """Write documents, charts, site and PDFs.

    What is written is held against the plan as the last stage. A plan with errors is refused, and what was built
    before stays whole.
    """
    from generator.console import stages
    from generator.publish import build_site
    from generator.publish.weight import pdf_weights

    with stages(_WORDS) as stage:
        outcome = build_site(_project(plan, guide=guide), output, as_of=as_of, only=only, stage=stage)
    if outcome.findings:
        report(outcome, style="text", output=None)
    if outcome.has_errors:
        return FOUND
    click.echo(f"wrote {output}", err=True)
    for weight in pdf_weights(output) if only in (None, "pdf") else ():
        click.echo(f"  {weight}", err=True)
    return 0 if only or outcome.snapshot is None or audited(output, outcome.snapshot) else FOUND


@commands.command(epilog=examples("planpress serve", "planpress serve roadmap.yaml --port 8001"))
@plan_argument
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where it listens, on this machine.",
)
@guide_option
@as_of_option
def serve(plan: Path, port: int, as_of: date | None, *, guide: bool) -> None:
    """Show the site live, renewed with every change."""
    from generator.publish import serve as serve_site
    from generator.sources.plan_files import STANDARD_INPUT

    if plan == STANDARD_INPUT:
        raise PlanpressError("a plan from standard input cannot be watched", help="name the file of the plan")
    serve_site(_project(plan, guide=guide), port=port, as_of=as_of, report=tell_build)


@commands.command(
    epilog=examples(
        "planpress simulate",
        "planpress simulate --runs 50000 --seed 7",
        "planpress simulate --format csv --output runs.csv",
        codes=TOLD,
    )
)
@plan_argument
@click.option("--runs", type=click.IntRange(100, 1_000_000), help="How many; as the plan says, or 10000.")
@click.option("--seed", type=click.IntRange(0), help="The same seed, the same figures; as the plan says, or 1.")
@click.option(
    "--distribution", type=click.Choice(["beta-pert", "triangular"]), help="As the plan says, or beta-pert."
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How figures are written.",
)
@output_option
@as_of_option
def simulate(plan: Path, style: str, output: Path | None, as_of: date | None, **options: Any) -> int:  # noqa: ANN401
    """Tell how sure the finish is.

    Many runs are made, with durations drawn and risks that happen or not.
    """
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


def _project(plan: Path, *, guide: bool) -> "Project":
    """Find the plan's project; with the guide, its pages and the reference are handed in."""
    from generator.publish import Project, project_of
    from generator.sources.plan_files import find_plan

    project = project_of(find_plan(plan))
    if not guide:
        return project
    from generator.cli.command_page import command_page
    from generator.reference import guide_pages

    return Project(project.plan, project.folder, guide_pages(command_page()))
