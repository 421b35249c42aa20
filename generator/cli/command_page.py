"""The page of commands in the reference, read off the commands themselves."""

import inspect

import click

from generator.cli.options import commands

_INTRO = """# Commands

`planpress COMMAND --help` shows the same in a terminal. PLAN is `plan/plan.yaml` where it is left out.

| Exit code | Means |
|---|---|
| 0 | Clean |
| 1 | Findings |
| 2 | Could not run: no such file, a wrong option, a template at fault |
"""


def command_page() -> str:
    """Write the page: every command with its arguments, options and examples."""
    sections = (_section(name, commands.commands[name]) for name in sorted(commands.commands))
    return "\n\n".join([_INTRO, *sections]) + "\n"


def _section(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=f"planpress {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    about = inspect.cleandoc(command.help or "").replace("\b\n", "")
    parts = [f"## planpress {name}", f"```text\nplanpress {name} {usage}\n```", about, _options(command, context)]
    example = inspect.cleandoc(command.epilog or "").replace("\b\n", "")
    return "\n\n".join([*parts, f"```sh\n{_commands_of(example)}\n```" if example else ""]).strip()


def _commands_of(epilog: str) -> str:
    lines = [line.strip() for line in epilog.splitlines()]
    return "\n".join(line for line in lines if line.startswith("planpress"))


def _options(command: click.Command, context: click.Context) -> str:
    records = [option.get_help_record(context) for option in command.params if isinstance(option, click.Option)]
    rows = [f"| `{_cell(record[0])}` | {_cell(record[1])} |" for record in records if record]
    return "\n".join(["| Option | Does |", "|---|---|", *rows]) if rows else ""


def _cell(text: str) -> str:
    return text.replace("|", ", ").replace("\n", " ")
