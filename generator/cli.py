"""The command line: commands, options, exit codes."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator import discovery
from generator.errors import BadValueError, PlanpressError
from generator.formatting import did_you_mean

if TYPE_CHECKING:
    from generator.publish import Only
    from generator.snapshot import Outcome, Snapshot

FOUND, COULD_NOT_RUN, INTERRUPTED = 1, 2, 130
_DEBUG = "--debug"
_DEFAULT_PLAN = "plan/plan.yaml"
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
F = TypeVar("F", bound=Callable[..., Any])


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; whatever goes wrong is told in words, never as a traceback."""
    debug = _DEBUG in arguments
    try:
        code = commands.main([each for each in arguments if each != _DEBUG], "planpress", standalone_mode=False)
    except PlanpressError as error:
        return _failed(error.message, error.help)
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except click.Abort:
        return INTERRUPTED
    except Exception as error:
        if debug:
            raise
        told = f"internal error: {type(error).__name__}: {error}"
        return _failed(told, f"this is a fault of planpress, not of the plan; {_DEBUG} shows where")
    return code if isinstance(code, int) else 0


def _failed(message: str, help_text: str | None) -> int:
    click.echo(f"{click.style('error:', fg='red', bold=True)} {message}", err=True)
    if help_text:
        click.echo(f"  {click.style('help:', fg='cyan', bold=True)} {help_text}", err=True)
    return COULD_NOT_RUN


def _date(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    from generator.model.notation import parse_date

    try:
        return parse_date(text) if text else None
    except BadValueError as error:
        raise click.BadParameter(error.message) from None


def _plan_argument(command: F) -> F:
    return click.argument("plan", type=click.Path(path_type=Path), default=_DEFAULT_PLAN)(command)


def _as_of(command: F) -> F:
    told = "The status date, instead of the plan's own."
    return click.option("--as-of", callback=_date, metavar="DATE", help=told)(command)


def _output(command: F) -> F:
    told = "Write to a file instead of standard output."
    return click.option("--output", type=click.Path(path_type=Path), help=told)(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("planpress"), prog_name="planpress")
@click.option(_DEBUG, is_flag=True, expose_value=False, help="Show the traceback of an internal error.")
def commands() -> None:
    """Turn one plan file into documents, charts, a site and PDFs that agree with each other.

    PLAN is plan/plan.yaml where it is left out. Exit codes: 0 clean, 1 findings, 2 could not run.
    """


@commands.command()
@_plan_argument
@click.option("--format", "style", type=click.Choice(discovery.names("generator.reporters")), default="text")
@_output
@click.option("--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True)
@click.option("--select", multiple=True, metavar="RULE", help="Only this rule or family; can be given again.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not this rule or family; can be given again.")
@_as_of
def check(plan: Path, style: str, output: Path | None, as_of: date | None, **options: Any) -> int:  # noqa: ANN401
    """Find what is wrong with a plan and what in it contradicts what."""
    from generator.checking import choose, is_failure

    outcome = choose(_outcome(plan, as_of), select=options["select"], ignore=options["ignore"])
    _report(outcome, style=style, output=output)
    return FOUND if is_failure(outcome.findings, options["fail_on"]) else 0


@commands.command()
@_plan_argument
@click.option("--output", type=click.Path(path_type=Path), default="build", show_default=True, help="The folder.")
@click.option("--only", type=click.Choice(["markdown", "site", "pdf"]), help="Build this part alone.")
@_as_of
def build(plan: Path, output: Path, only: "Only | None", as_of: date | None) -> int:
    """Write documents, charts, site, PDFs and downloads."""
    from generator.console import stages
    from generator.publish import build_site
    from generator.sources.plan_files import find_plan

    with stages(_WORDS) as stage:
        outcome = build_site(find_plan(plan), output, as_of=as_of, only=only, stage=stage)
    if outcome.findings:
        _report(outcome, style="text", output=None)
    if outcome.has_errors:
        return FOUND
    click.echo(f"wrote {output}", err=True)
    return 0


@commands.command()
@_plan_argument
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@_as_of
def serve(plan: Path, port: int, as_of: date | None) -> None:
    """Show the site live, renewed with every change."""
    from generator.publish import serve as serve_site
    from generator.sources.plan_files import find_plan

    serve_site(find_plan(plan), port=port, as_of=as_of, report=_tell_build)


@commands.command()
@_plan_argument
@click.option("--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Suppose a value: tasks.auth.duration=8d."
)
@_output
@_as_of
def schedule(plan: Path, style: str, settings: tuple[str, ...], output: Path | None, as_of: date | None) -> int:
    """Show the computed dates, float, and what drives each date."""
    outcome = _outcome(plan, as_of)
    supposed = _supposed(outcome.snapshot, settings) if outcome.snapshot and settings else outcome
    if supposed.snapshot is None or outcome.snapshot is None:
        _report(supposed, style="text", output=None)
        return FOUND
    _tell_dates(supposed.snapshot, style, output)
    if settings:
        from generator.console import moves_text

        click.echo(moves_text(outcome.snapshot, supposed.snapshot), err=True, nl=False)
    return 0


@commands.command()
@click.argument("item")
@click.option(
    "--plan", type=click.Path(path_type=Path), default=Path(_DEFAULT_PLAN), show_default=True, help="The plan file."
)
@_as_of
def why(item: str, plan: Path, as_of: date | None) -> int:
    """Show why an item has its dates, back to the start of the plan."""
    from generator.console import reasons_text
    from generator.views import driving_chain

    outcome = _outcome(plan, as_of)
    if outcome.snapshot is None:
        _report(outcome, style="text", output=None)
        return FOUND
    known = outcome.snapshot.schedule.dates
    if item not in known:
        raise PlanpressError(f'the plan schedules no "{item}"', help=did_you_mean(item, known))
    _put(reasons_text(driving_chain.view(outcome.snapshot, item)), None)
    return 0


@commands.command()
@_output
def schema(output: Path | None) -> None:
    """Print the JSON Schema of plan files, for editors."""
    from generator.jsonschema import schema_text

    _put(schema_text(), output)


@commands.command()
def rules() -> None:
    """List the rules that a plan is checked by."""
    from generator.rules._catalogue import rules as all_rules

    if sys.stdout.isatty():
        from generator.console import print_rules

        print_rules(list(all_rules().values()))
        return
    for rule in all_rules().values():
        click.echo(f"{rule.name:<24} {rule.family:<13} {rule.severity:<8} {rule.summary}")


@commands.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Show what a rule finds, why it matters, and an example of each."""
    from generator.checking import page

    text = page(rule)
    if sys.stdout.isatty():
        from generator.console import print_page

        print_page(text)
    else:
        click.echo(text)


@commands.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Begin a new plan: a small one that builds at once."""
    from generator.starter import starter_files
    from generator.writing import write_new

    files = starter_files()
    write_new(folder, files)
    for name in files:
        click.echo(f"wrote {folder / name}", err=True)
    steps = [] if folder == Path() else [f"cd {folder}"]
    click.echo("\nnext:", err=True)
    for step in (*steps, "planpress check", "make docs"):
        click.echo(f"  {step}", err=True)


def _outcome(plan: Path, as_of: date | None) -> "Outcome":
    from generator.snapshot import take_snapshot
    from generator.sources.plan_files import find_plan

    return take_snapshot(find_plan(plan), as_of=as_of)


def _supposed(snapshot: "Snapshot", settings: tuple[str, ...]) -> "Outcome":
    from generator.snapshot import examine
    from generator.whatif import supposed

    return examine(supposed(snapshot, settings), as_of=snapshot.as_of)


def _report(outcome: "Outcome", *, style: str, output: Path | None) -> None:
    """Write findings to standard output or a file, the summary to standard error."""
    from generator.checking import report_on

    report = report_on(outcome, colour=style == "text" and output is None and _wants_colour())
    _put(discovery.module("generator.reporters", style).format(report), output)
    click.echo(f"\n{report.summary}" if report.findings else report.summary, err=True)


def _tell_build(result: "Outcome | PlanpressError") -> None:
    if isinstance(result, PlanpressError):
        _failed(result.message, result.help)
    elif result.findings:
        _report(result, style="text", output=None)


def _wants_colour() -> bool:
    if not sys.stdout.isatty():
        return False
    from generator.console import wants_colour

    return wants_colour()


def _tell_dates(snapshot: "Snapshot", style: str, output: Path | None) -> None:
    if style != "table":
        _put(discovery.module("generator.exports", f"schedule_{style}").export(snapshot).decode(), output)
        return
    from generator.console import timetable_text

    _put(timetable_text(snapshot, to_file=output is not None), output)


def _put(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False, color=True if _wants_colour() else None)
        return
    from generator.writing import write_whole

    write_whole(output, text.encode())
