"""What a person at a terminal sees: colours, tables, the progress of stages. The only importer of rich."""

import io
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.live import Live
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from generator.formatting import counted
from generator.rules._catalogue import Rule
from generator.scheduling.telling import compact, date_in_week
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot
from generator.views import levelling, schedule_rows, staffing
from generator.views.driving_chain import Reason
from generator.views.schedule_rows import ScheduleRow
from generator.whatif import days_behind, moves

if TYPE_CHECKING:
    from generator.scheduling.uncertainty.simulation import Chance, Simulation

_WIDE = 160
"""Columns where the output goes into a file or a pipe, so that no cell is cut."""
_UNBOUNDED = 1_000_000
_LEAST, _GAP = 14, 2
_MOST_TASKS = 20
"""Tasks of a simulation that are told; those that matter least are left out."""
_MOST_MOVERS = 10
_HEADINGS = ("item", "start", "finish", "duration", "float", "driver")
_WEEK = re.compile(r"W(-?\d+)")
_AMOUNTS = frozenset({"duration", "float"})


def wants_colour() -> bool:
    """Tell whether standard output is a terminal on which colour is welcome."""
    return _console().color_system is not None and not _console().no_color


def timetable_text(snapshot: Snapshot, *, to_file: bool) -> str:
    """Set the computed dates as a table, members indented below their wave and phase."""
    console = Console(file=io.StringIO(), width=_WIDE) if to_file else _console()
    rows = schedule_rows.view(snapshot)
    cells = [_cells(row) for row in rows]
    widths = _widths(cells, console.width if console.is_terminal else _UNBOUNDED)
    console.width = max(console.width, _across(widths))
    table = Table(
        title=Text(snapshot.plan.title), title_justify="left", box=None, pad_edge=False, header_style="bold"
    )
    for heading, width in widths.items():
        justify: Literal["left", "right"] = "right" if heading in _AMOUNTS else "left"
        table.add_column(heading, justify=justify, no_wrap=True, overflow="ellipsis", width=width)
    for row, told in zip(rows, cells, strict=True):
        table.add_row(*told[: len(widths)], style="bold" if row.kind in ("phase", "wave") else "")
    with console.capture() as captured:
        console.print(table)
        console.print(Text("* critical: any slip moves the finish of the plan", style="dim"))
        for line in (*_levelling_lines(snapshot), *_staffing_lines(snapshot)):
            console.print(Text(line), soft_wrap=True)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def _levelling_lines(snapshot: Snapshot) -> Iterator[str]:
    """Tell what waits for people, why, and what it costs; nothing where the plan is not levelled."""
    told = levelling.view(snapshot)
    if told is None:
        return
    yield ""
    yield f"levelled: {told.cost}"
    for each in told.moved:
        yield f"  {each.task.id}: starts {each.start} instead of {each.ready} (+{each.delay}); {each.why}"
    yield from (f"  not levelled: {words}" for words in told.unmet)
    if told.proof:
        yield f"  {told.proof}"


def _staffing_lines(snapshot: Snapshot) -> Iterator[str]:
    """Tell the finish with few and with many people, where bands of them share an effort."""
    told = staffing.view(snapshot)
    if told:
        yield ""
        yield f"finish by staffing: {told.words}"


def moves_text(before: Snapshot, after: Snapshot) -> str:
    """Tell which items move, and by how many workdays their finish does: in dates where the weeks are others."""
    first, second = before.schedule.time, after.schedule.time
    name = _iso_date if days_behind(before.schedule, after.schedule) else compact
    lines = []
    for move in moves(before.schedule, after.schedule):
        days = round(move.later / first.day_minutes, 2)
        old, new = name(first.day_of_finish(move.before[1])), name(second.day_of_finish(move.after[1]))
        start = name(second.day_of_start(move.after[0]))
        told = f"finish {old} -> {new} ({days:+g}d)" if days else f"starts {start}, finish stays {new}"
        lines.append(f"{move.item}: {told}\n")
    return "".join(lines) or "nothing moves\n"


def _iso_date(day: Day) -> str:
    return day.date.isoformat() if day.date else compact(day)


def reasons_text(reasons: Sequence[Reason]) -> str:
    """Tell a chain of reasons, each item with its dates and what drives them."""
    lines = []
    for reason in reasons:
        also = f" (so do {', '.join(reason.also)})" if reason.also else ""
        lines += [f"{reason.item}: {reason.name}, {reason.when}\n", f"    {reason.why}{also}\n"]
    return "".join(lines)


def simulation_text(simulation: "Simulation", title: str, *, to_file: bool) -> str:
    """Tell what many runs say of the finish, of promises, and of the tasks that matter most."""
    console = Console(file=io.StringIO(), width=_WIDE) if to_file else _console()
    with console.capture() as captured:
        console.print(Text(title))
        console.print(Text(_how_simulated(simulation)), soft_wrap=True)
        if simulation.varying:
            console.print(_finish_table(simulation))
            console.print(Text(_how_exact(simulation)), soft_wrap=True)
            console.print(_mover_table(simulation))
            console.print()
            console.print(_task_table(simulation))
            console.print(Text(_left_out(simulation), style="dim"), end="")
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def _how_simulated(simulation: "Simulation") -> str:
    settings, tasks = simulation.settings, simulation.tasks
    if not simulation.varying:
        return (
            "nothing varies: no duration has three points (3d/5d/8d) and no risk a chance and a factor, "
            "so every run is the schedule"
        )
    varying = f"{simulation.varying} of {counted(len(tasks), 'duration')}"
    risks = f" and {counted(len(simulation.risks), 'risk')}" if simulation.risks else ""
    told = f"{varying}{risks} drawn, distribution {settings.distribution.told}"
    return f"{settings.runs:,} runs, seed {settings.seed}; {told}\n"


def _finish_table(simulation: "Simulation") -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("finish", no_wrap=True)
    table.add_column("day", no_wrap=True)
    table.add_column("workdays", justify="right", no_wrap=True)
    for each in simulation.percentiles:
        day = each.finish.date
        told = _day(compact(each.finish), day.isoformat() if day else "")
        table.add_row(f"P{each.share}", told, f"{each.workdays:.2f}")
    table.add_row("mean", "", f"{simulation.mean:.2f}")
    table.add_row("sd", "", f"{simulation.sd:.2f}")
    return table


def _how_exact(simulation: "Simulation") -> str:
    errors = f"standard errors: mean {simulation.mean_error:.2f}d, P80 {simulation.p80_error:.2f}d"
    kept = [
        f"{_promised(each)} ({each.until}): kept in {each.probability:.1%} of the runs" for each in simulation.chances
    ]
    return "\n".join(["", *kept, errors, ""])


def _promised(chance: "Chance") -> str:
    return f"{chance.of} of {chance.item}" if chance.item else chance.of


def _mover_table(simulation: "Simulation") -> Table:
    """The tasks and risks that move the mean finish most, first."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("moves the mean finish", no_wrap=True, overflow="ellipsis")
    table.add_column("goes well", justify="right", no_wrap=True)
    table.add_column("goes badly", justify="right", no_wrap=True)
    chances = {each.id: each.chance for each in simulation.risks}
    for each in simulation.movers[:_MOST_MOVERS]:
        name = f"risk {each.id} ({chances[each.id]:.0%})" if each.kind == "risk" else each.id
        table.add_row(Text(name), f"{each.well:+.2f}d", f"{each.badly:+.2f}d")
    return table


def _task_table(simulation: "Simulation") -> Table:
    """The tasks that move the finish most, first."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("task", no_wrap=True, overflow="ellipsis")
    for heading in ("mean", "sd", "critical", "SSI", "cruciality"):
        table.add_column(heading, justify="right", no_wrap=True)
    ordered = sorted(simulation.tasks, key=lambda each: (-each.ssi, -each.criticality))
    for each in ordered[:_MOST_TASKS]:
        shares = (f"{each.criticality:.0%}", f"{each.ssi:.2f}", f"{each.cruciality:.2f}")
        table.add_row(Text(each.id), f"{each.mean:.2f}d", f"{each.sd:.2f}d", *shares)
    return table


def _left_out(simulation: "Simulation") -> str:
    more = len(simulation.tasks) - _MOST_TASKS
    return f"and {counted(more, 'more task')}: --format csv lists all\n" if more > 0 else ""


def _widths(cells: Sequence[Sequence[Text]], room: int) -> Mapping[str, int]:
    """Give every column what it needs, and drivers what is left; where that is too little, none are told.

    No id and no figure is cut: in a terminal that is too narrow for them the lines wrap.
    """
    widths = {
        heading: max([len(heading), *(each[number].cell_len for each in cells)])
        for number, heading in enumerate(_HEADINGS)
    }
    drivers = widths.pop("driver")
    left = room - _across(widths) - _GAP
    return {**widths, "driver": min(drivers, left)} if left >= min(drivers, _LEAST) else widths


def _across(widths: Mapping[str, int]) -> int:
    return sum(widths.values()) + _GAP * (len(widths) - 1)


def print_rules(rules: Sequence[Rule]) -> None:
    """Print every rule with its weight and what it finds."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("rule", "family", "severity", "finds"):
        table.add_column(heading, no_wrap=heading != "finds")
    for rule in rules:
        table.add_row(rule.name, rule.family, rule.severity.value, rule.summary)
    _console().print(table)


def print_page(text: str) -> None:
    """Print a Markdown page, set for a terminal."""
    _console().print(Markdown(text, code_theme="ansi_dark"))


@contextmanager
def stages(words: Mapping[str, str]) -> Iterator[Callable[[str], None]]:
    """Tell stages on standard error as they begin: on a terminal with their times, elsewhere a plain line each."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield lambda name: console.print(words.get(name, name), markup=False)
        return
    # A thread that turned a spinner would keep builds from parting into processes.
    with Live(Text("starting"), console=console, auto_refresh=False, transient=True) as shown:
        current: list[tuple[str, float]] = []

        def tell(name: str) -> None:
            _tick(console, current)
            current.append((words.get(name, name), time.monotonic()))
            shown.update(Text(f"… {words.get(name, name)}"), refresh=True)

        yield tell
        _tick(console, current)


def _tick(console: Console, current: list[tuple[str, float]]) -> None:
    """Leave a line for the stage that is done."""
    if current:
        name, since = current.pop()
        console.print(f"[green]✓[/green] {name} [dim]{time.monotonic() - since:.1f} s[/dim]")


def _console() -> Console:
    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDE)


def _cells(row: ScheduleRow) -> tuple[Text, ...]:
    mark = " *" if row.critical else "  "
    return (
        Text("  " * row.depth + row.id, style="red" if row.critical else ""),
        Text(_day(row.start, row.start_date, row.start_time)),
        Text(_day(row.finish, row.finish_date, row.finish_time)),
        Text(row.duration),
        Text(f"{row.total_float}d{mark}" if row.total_float else ""),
        Text(", ".join(row.drivers), style="dim"),
    )


def _day(position: str, day: str, hours: str = "") -> str:
    week = int(_WEEK.match(position)[1]) if day else 0  # type: ignore[index] # it begins with its week
    told = f"{position} {date_in_week(date.fromisoformat(day), week)}" if day else position
    return f"{told} {hours}" if hours else told
