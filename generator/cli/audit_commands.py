"""The command that reads documents and tells where they contradict each other, or the plan."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import (
    CHECKED,
    DEFAULT_PLAN,
    as_of_option,
    commands,
    examples,
    fail_option,
    format_option,
    output_option,
)
from generator.cli.output import FOUND, outcome_of, report, tell, wants_colour

if TYPE_CHECKING:
    from generator.reporters._report import Report
    from generator.snapshot import Snapshot


@commands.command(
    epilog=examples(
        "planpress audit strategy.md reference.md",
        "planpress audit documents/",
        "planpress audit strategy.md --plan plan/plan.yaml",
        "planpress audit build/docs",
        codes=CHECKED,
    )
)
@click.argument("documents", metavar="DOC...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--plan", type=click.Path(path_type=Path), help="The plan that the documents are held against.")
@format_option
@output_option
@fail_option
@as_of_option
def audit(documents: tuple[Path, ...], style: str, output: Path | None, fail_on: str, **against: Any) -> int:  # noqa: ANN401
    """Find where documents contradict each other.

    Markdown documents are held against themselves and against each other. Several are read as parts of one plan; a
    folder stands for its Markdown files. A folder that was built is held against its plan, plan/plan.yaml where no
    other is named; so is any document with --plan.
    """
    from generator.audit.rendered.published import is_published
    from generator.checking import is_failure

    colour = style == "text" and output is None and wants_colour()
    if against["plan"] is None and not any(map(is_published, documents)):
        from generator.audit.report import audit_files

        told = audit_files(documents, colour=colour)
    else:
        found = _against_plan(documents, Path(against["plan"] or DEFAULT_PLAN), against["as_of"], colour=colour)
        if found is None:
            return FOUND
        told = found
    tell(told, style, output)
    return FOUND if is_failure(told.findings, fail_on) else 0


def audited(folder: Path, snapshot: "Snapshot") -> bool:
    """Hold what was just built against its plan, and tell where it disagrees; tell whether it agrees."""
    from generator.audit.rendered.audit import audit_published

    told = audit_published(folder, snapshot, colour=wants_colour())
    if told.findings:
        tell(told, "text", None)
    return not told.findings


def _against_plan(documents: tuple[Path, ...], plan: Path, as_of: object, *, colour: bool) -> "Report | None":
    from generator.audit.rendered.audit import audit_all, built_as_of

    day = as_of if isinstance(as_of, date) else next(filter(None, map(built_as_of, documents)), None)
    outcome = outcome_of(plan, day)
    if outcome.snapshot is None:
        report(outcome, style="text", output=None)
        return None
    return audit_all(documents, outcome.snapshot, colour=colour)
