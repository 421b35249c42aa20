"""Rows that stand in an order of rank or of time are in another order, or one of them is left out of the top.

The first risk of a table is the one that is talked about. A week that stands twice, or after a later one, makes a
timeline that nobody can follow.

Fails: a risk with an exposure of 4 stands above one with an exposure of 6; week 3 stands twice.

Passes: risks stand by exposure, ties as the plan has them, and each week stands once, in its turn.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.audit.blocks import Table, Text
from generator.audit.rendered.disagreement import Disagreement
from generator.audit.rendered.parts import in_whole, whole_grids
from generator.audit.rendered.published import Published
from generator.audit.rendered.statements import Row
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Severity

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_RANKED = frozenset({"impact", "probability", "mitigation"})
_WEEK = re.compile(r"(?:weeks? )?(\d{1,4})(?:-(\d{1,4}))?(?: \(|$)", re.IGNORECASE)
_TOP = re.compile(r"\btop (\d+)\b", re.IGNORECASE)


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield rows out of their order, risks missing among the first, and weeks that stand twice."""
    for parts in in_whole(published).values():
        pages = [page for _, page in parts]
        for grid in whole_grids(pages, truth):
            if grid.columns[0] == "risk" and set(grid.columns) >= _RANKED and grid.about is None:
                yield from _ranked([row for row in grid.rows if row.ref], truth)
        for page in pages:
            for table in page.document.tables:
                yield from _weeks(table)
                yield from _as_many(table)


def _ranked(rows: Sequence[Row], truth: Truth) -> Iterator[Disagreement]:
    """The rows are the first of all risks by exposure; tell where the two lists part."""
    wanted = sorted(truth.snapshot.plan.risks.values(), key=lambda risk: -risk.exposure)
    for row, risk in zip(rows, wanted, strict=False):
        if row.ref != Ref("risk", risk.id):
            yield Disagreement(f'"{risk.name}" comes before this by its exposure', row.place)
            return


def _as_many(table: Table) -> Iterator[Disagreement]:
    """A heading that tells how many are the top has as many below it."""
    found = _TOP.search(table.under[-1].text.plain) if table.under else None
    if found and plain(table.header[0].plain).lower() == "risk" and int(found[1]) != len(table.rows):
        message = f"the top {found[1]} are told here, and these are {len(table.rows)}"
        yield Disagreement(message, table.rows[-1][0].place() if table.rows else table.header[0].place())


def _weeks(table: Table) -> Iterator[Disagreement]:
    """Each week follows the one before; weeks in which there is nothing may be left out."""
    if plain(table.header[0].plain).lower() != "week":
        return
    told = [(found, row[0]) for row in table.rows if (found := _WEEK.match(plain(row[0].plain)))]
    for (one, _), (other, cell) in pairwise(told):
        if int(other[1]) <= int(one[2] or one[1]):
            yield _turned(one[0], other[0], cell)


def _turned(one: str, other: str, cell: Text) -> Disagreement:
    told = one.strip(" (")
    return Disagreement(f'"{other.strip(" (")}" stands after "{told}" here', cell.place())
