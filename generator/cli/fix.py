"""The --fix and --diff options of check: edits that are safe are made, or shown."""

# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that the others start fast

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.mending import Mended
    from generator.snapshot import Outcome


def mend_plan(plan: Path, as_of: date | None, choose: "Callable[[Outcome], Outcome]", *, show: bool) -> bool:
    """Mend a plan file, or only show how as a unified diff; tell whether there was anything to mend."""
    from generator.mending import difference, mend
    from generator.sources.plan_files import find_plan, plan_bytes
    from generator.writing import write_whole

    path = find_plan(plan)
    content = plan_bytes(path)
    mended = mend(content, str(path), as_of=as_of, choose=choose)
    if show:
        click.echo(difference(content, mended.content, str(path)), nl=False)
    elif mended.content != content:
        write_whole(path.resolve(), mended.content)
    _tell(mended, show=show)
    return mended.content != content


def _tell(mended: "Mended", *, show: bool) -> None:
    from generator.formatting import counted

    verb = "can be mended" if show else "mended"
    left = f", {len(mended.left)} left: the plan would be the worse for it" if mended.left else ""
    click.echo(f"{counted(len(mended.done), 'finding')} {verb}{left}", err=True)
