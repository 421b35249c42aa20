"""A table of people tells other numbers of a phase, a wave or a week than the plan's teams and tasks need.

People are hired by these tables, and told by them in which weeks they are free.

Fails: tasks need 6-8 developers in week 4, and the row of the week says "5-8 of 8".

Passes: the row says "6-8 of 8".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from generator.audit.blocks import Table, Text
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.loads import needed
from generator.audit.rendered.published import Published
from generator.audit.rendered.teams import most_at_once, team_of
from generator.audit.rendered.truth import Truth, plain
from generator.findings import Severity
from generator.model.quantity import Band
from generator.scheduling.clock import WEEK_DAYS

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_WEEKS = re.compile(r"weeks? (\d{1,4})(?:-(\d{1,4}))?(?: \(|$)", re.IGNORECASE)
_CELL = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?(?: of \d{1,6}(?:-\d{1,6})?)?")
_IDLE = ("free", "-")


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each cell of the tables of people that is another."""
    for page in published.everything.values():
        for table in page.document.tables:
            columns = [plain(cell.plain) for cell in table.header]
            if columns[0] == "Week":
                yield from _weeks(table, columns, truth)
            elif columns[0] == "Phase" and len(columns) > 1 and columns[1].startswith("Total "):
                yield from _phases(table, columns, truth)


def _phases(table: Table, columns: Sequence[str], truth: Truth) -> Iterator[Disagreement]:
    """The total of a phase, and the team of each wave that it has."""
    for row in table.rows:
        phase = truth.named(row[0].plain, ("phase",))
        for column, cell in zip(columns[1:], row[1:], strict=True) if phase else ():
            wave = truth.named(column, ("wave",))
            true = team_of(wave.id, phase.id, truth) if wave else most_at_once(phase.id, truth)  # type: ignore[union-attr]
            if _is_another(cell, str(true or "-")):
                yield _otherwise(f"{row[0].plain}, {column}", str(true or "-"), cell)


def _is_another(cell: Text, true: str) -> bool:
    return bool(re.fullmatch(r"[\d-]+", plain(cell.plain))) and plain(cell.plain) != true


def _weeks(table: Table, columns: Sequence[str], truth: Truth) -> Iterator[Disagreement]:
    loads = {index: load for index, column in enumerate(columns) if (load := _load(column, truth))}
    for row in table.rows:
        found = _WEEKS.match(plain(row[0].plain))
        for week in range(int(found[1]), int(found[2] or found[1]) + 1) if found else ():
            for index, load in loads.items():
                true = _in_week(load, week)
                if _says_otherwise(plain(row[index].plain), true):
                    yield _otherwise(f"{columns[index]}, week {week}", str(true or "nobody"), row[index])


def _load(column: str, truth: Truth) -> Mapping[int, Band] | None:
    """What is needed on each day of a role, or in a wave of the roles of its team."""
    role = truth.named(column, ("role",))
    if role:
        return needed(truth).get(("role", role.id, ""))
    wave = truth.named(column, ("wave",))
    teams = [load for who, load in needed(truth).items() if wave and who[0] == "role" and who[2] == wave.id]
    return teams[0] if len(teams) == 1 else None


def _in_week(load: Mapping[int, Band], week: int) -> Band | None:
    days = [load[day] for day in range((week - 1) * WEEK_DAYS, week * WEEK_DAYS) if day in load]
    return reduce(lambda one, other: Band(max(one.low, other.low), max(one.high, other.high)), days) if days else None


def _says_otherwise(told: str, true: Band | None) -> bool:
    if true is None:
        return told not in _IDLE
    found = _CELL.fullmatch(told)
    return found is None or Band(int(found[1]), int(found[2] or found[1])) != true


def _otherwise(what: str, true: str, cell: Text) -> Disagreement:
    return Disagreement(
        f'{what}: {true} are needed, but "{short(cell.plain) or "nothing"}" stands here', cell.place()
    )
