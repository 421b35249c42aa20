"""Commands about a plan that is under way: baseline."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

from datetime import date
from pathlib import Path

from generator.cli.options import TOLD, as_of_option, commands, examples, output_option, plan_argument
from generator.cli.output import FOUND, outcome_of, put, report


@commands.command(
    epilog=examples("planpress baseline", "planpress baseline --as-of 2026-01-05 --output baseline.yaml", codes=TOLD)
)
@plan_argument
@output_option
@as_of_option
def baseline(plan: Path, output: Path | None, as_of: date | None) -> int:
    """Print the computed dates as a baseline.

    It is to be pasted into the plan, and is set on the status date, where there is one.
    """
    from generator.scheduling.progress.baseline_block import baseline_block

    outcome = outcome_of(plan, as_of)
    if outcome.snapshot is None:
        report(outcome, style="text", output=None)
        return FOUND
    put(baseline_block(outcome.snapshot.schedule, set_on=outcome.snapshot.as_of), output)
    return 0
