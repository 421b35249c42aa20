"""Commands about the plan language and its rules, and the one that begins a plan."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

import sys
from pathlib import Path
from shlex import quote

import click

from generator.cli.options import commands, examples, output_option
from generator.cli.output import put
from generator.errors import PlanpressError


@commands.command(epilog=examples("planpress schema --output plan/plan.schema.json"))
@output_option
def schema(output: Path | None) -> None:
    """Print the JSON Schema of plan files, for editors."""
    from generator.jsonschema import schema_text

    put(schema_text(), output)


@commands.command(epilog=examples("planpress rules", "planpress rules --audit"))
@click.option("--audit", is_flag=True, help="List what documents are audited for instead.")
def rules(*, audit: bool) -> None:
    """List the rules that a plan is checked by."""
    from generator.checking import audit_checks
    from generator.rules._catalogue import rules as all_rules

    listed = audit_checks() if audit else all_rules()
    if sys.stdout.isatty():
        from generator.console import print_rules

        print_rules(list(listed.values()))
        return
    for rule in listed.values():
        click.echo(f"{rule.name:<24} {rule.family:<13} {rule.severity:<8} {rule.summary}")


@commands.command(
    epilog=examples(
        "planpress explain task-outside-wave",
        "planpress explain two-dates",
        "planpress explain tasks",
        "planpress explain waves.tests",
    )
)
@click.argument("name", metavar="NAME")
def explain(name: str) -> None:
    """Explain a rule, or the keys of an entry.

    NAME is a rule, a check of the audit, or the way to an entry: tasks, waves.tests, or plan for the top of the file.
    """
    text = _page(name)
    if sys.stdout.isatty():
        from generator.console import print_page

        print_page(text)
    else:
        click.echo(text)


@commands.command(
    epilog=examples(
        "planpress init my-plan", "planpress init .", "planpress init --from strategy.md --from risks.md my-plan"
    )
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "documents",
    multiple=True,
    metavar="DOC",
    type=click.Path(path_type=Path),
    help="Begin with what a Markdown document says; can be given again.",
)
@click.option("--beside", is_flag=True, help="Write beside the files of a folder that is not empty.")
def init(folder: Path, documents: tuple[Path, ...], *, beside: bool) -> None:
    """Begin a new plan that builds at once.

    DIR gets a small plan, or what documents say, and all that publishes it. No file is ever overwritten.
    """
    from generator.starter import refuse_a_folder_in_use, starter_files
    from generator.writing import write_new

    if not beside:
        refuse_a_folder_in_use(folder, but=documents)
    files = starter_files(_plan_from(documents) if documents else None)
    write_new(folder, files)
    for name in files:
        click.echo(f"wrote {folder / name}", err=True)
    steps = [] if folder == Path() else [f"cd {quote(str(folder))}"]
    click.echo("\nnext:", err=True)
    for step in (*steps, "planpress check", "make docs"):
        click.echo(f"  {step}", err=True)


def _page(name: str) -> str:
    from generator.checking import page
    from generator.formatting import did_you_mean
    from generator.reference import key_page, kinds_of_entries

    if name in kinds_of_entries():
        return key_page(name)
    try:
        return page(name)
    except PlanpressError as error:
        is_near = error.help and error.help.startswith("did you mean")
        told = None if is_near else did_you_mean(name, kinds_of_entries())
        raise PlanpressError(error.message, help=told or error.help) from None


def _plan_from(documents: tuple[Path, ...]) -> bytes:
    """Make a plan of documents and tell how much of them it holds."""
    from generator.audit.first_plan.compose import first_plan
    from generator.audit.report import read_documents
    from generator.formatting import counted

    made = first_plan(read_documents(documents))
    click.echo(
        f"{counted(made.decisions, 'contradiction')} to decide, {counted(len(made.notes), 'line')} kept as notes",
        err=True,
    )
    if made.taken_back:
        left, are = counted(made.taken_back, "entry", "entries"), "is" if made.taken_back == 1 else "are"
        click.echo(f"{left} could not be put on the days told and {are} kept as notes", err=True)
    return made.text.encode()
