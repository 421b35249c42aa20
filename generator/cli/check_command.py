"""The check command: all that is found in a plan, in any format, against a baseline where one is kept."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import (
    CHECKED,
    as_of_option,
    commands,
    examples,
    fail_option,
    format_option,
    output_option,
    plan_argument,
)
from generator.cli.output import FOUND, outcome_of, put, tell, wants_colour
from generator.cli.targets import keep_all_but_baselines

if TYPE_CHECKING:
    from generator.reporters._report import Report
    from generator.snapshot import Outcome


@commands.command(
    epilog=examples(
        "planpress check",
        "planpress check roadmap.yaml --fail-on warning",
        "planpress check --format sarif --output plan.sarif",
        "planpress check --select verification --ignore work-untested",
        "planpress check --fix",
        codes=CHECKED,
    )
)
@plan_argument
@format_option
@output_option
@fail_option
@click.option("--select", multiple=True, metavar="RULE", help="Only this rule or family; can be given again.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not this rule or family; can be given again.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Count only what this file does not know.")
@click.option("--write-baseline", is_flag=True, help="Write what is found now as the baseline.")
@click.option("--fix", is_flag=True, help="Mend what can be mended for sure, then check.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@as_of_option
def check(plan: Path, style: str, output: Path | None, as_of: date | None, **options: Any) -> int:  # noqa: ANN401
    """Find what in a plan is wrong or contradicts what."""
    from generator.checking import choose, is_failure

    baseline: Path | None = options["baseline"]
    if options["write_baseline"] and baseline is None:
        raise click.UsageError("--write-baseline needs the name of the file: --baseline FILE")
    if options["write_baseline"] and baseline:
        keep_all_but_baselines(baseline)
    chosen = partial(choose, select=options["select"], ignore=options["ignore"])
    if options["fix"] or options["diff"]:
        from generator.cli.fix import mend_plan

        is_changed = mend_plan(plan, as_of, chosen, show=options["diff"])
        if options["diff"]:
            return FOUND if is_changed else 0
    outcome = chosen(outcome_of(plan, as_of))
    if baseline and options["write_baseline"]:
        return _write(outcome, baseline)
    told = _report(outcome, baseline, options["fail_on"], colour=style == "text" and not output and wants_colour())
    tell(told, style, output)
    return FOUND if is_failure(told.findings, options["fail_on"]) else 0


def _report(outcome: "Outcome", baseline: Path | None, fail_on: str, *, colour: bool) -> "Report":
    from generator.checking import compare, for_a_run, read_baseline, report_on
    from generator.sources.baseline_files import load_baseline

    compared = compare(outcome, read_baseline(load_baseline(baseline), str(baseline))) if baseline else None
    resolved = compared.resolved if compared else None
    told = report_on(compared.outcome if compared else outcome, colour=colour)
    return for_a_run(told, fail_on=fail_on, root=str(Path.cwd()), resolved=resolved)


def _write(outcome: "Outcome", baseline: Path) -> int:
    from generator.checking import baseline_text
    from generator.formatting import counted

    put(baseline_text(outcome), baseline)
    click.echo(f"wrote {baseline}: {counted(len(outcome.findings), 'finding')} known from now on", err=True)
    return 0
