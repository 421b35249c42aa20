"""A table that lists every item of its sort leaves one out, names one that there is not, or names one twice.

A row that was deleted is not missed by anybody who reads on; a row that was added looks decided.

Fails: a plan with five checkpoints, and a table of checkpoints with their scope that has four.

Passes: the table has all five, each once.
"""

import re
from collections.abc import Iterator, Sequence

from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import Page
from generator.audit.rendered.parts import in_whole, left_out, rows_of_items, whole_grids
from generator.audit.rendered.published import Published
from generator.audit.rendered.statements import Grid, Row
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Severity
from generator.model.breakdown import Task
from generator.model.text import ITEM_KINDS

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_WHOLE: dict[tuple[str, str], tuple[str, ...]] = {
    ("checkpoint", "when|scope"): ("checkpoint",),
    ("risk", "impact|probability|exposure"): ("risk",),
    ("scenario", "procedure"): ("rollback",),
    ("target", "value"): ("target",),
    ("role", "people|filled by"): ("role",),
    ("person", "contact|answers for"): ("person",),
    ("channel", "read by"): ("channel",),
    ("assumption", ""): ("assumption",),
    ("part", "when|goal"): ("phase", "wave"),
    ("item", "start|finish|state"): ITEM_KINDS,
    ("milestone", "when|reached"): ("milestone",),
}
"""What a table lists all of, by its first column and some of the others."""
_REST = re.compile(r"(\d+) tasks?(?: outside waves)?")
_OF_A_PART = {"task": "when, how long", "deliverable": "there by"}


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield rows that are missing, strange or there twice."""
    rows = rows_of_items(published)
    for parts in in_whole(published).values():
        pages = [page for _, page in parts]
        for grid in whole_grids(pages, truth):
            yield from _strange(grid, truth)
            yield from _twice(grid, truth)
            whole = _whole(grid, truth)
            if whole is not None:
                yield from _missing(grid, whole - _left_out(grid, whole, (pages, rows), truth), truth)


def _left_out(grid: Grid, whole: set[Ref], beside: tuple[Sequence[Page], frozenset[str]], truth: Truth) -> set[Ref]:
    """What the table may leave out: tasks whose row stands elsewhere, and as many as are said to be left out."""
    pages, rows = beside
    gone = whole - {row.ref for row in grid.rows if row.ref}
    if grid.columns[0] == "item":
        return {ref for ref in gone if ref.kind == "task" and ref.id in rows}
    kinds = {ref.kind for ref in gone}
    said = [
        each for page in pages for each in left_out(page, truth) if each.about == grid.about and each.kind in kinds
    ]
    if grid.columns[0] == "task":
        gone = {ref for ref in gone if not (dates := truth.dates(ref)) or not dates.critical}
    return gone if len(gone) in {each.idle for each in said} else set()


def _strange(grid: Grid, truth: Truth) -> Iterator[Disagreement]:
    for row in grid.rows:
        if row.ref is not None or not row.kinds or not row.named.strip(" -–") or _is_of_rest(row, truth):
            continue
        if not any(ref.kind in row.kinds for ref in truth.by_name.get(plain(row.named), ())):
            yield Disagreement(f'the plan has no {row.kinds[0]} called "{short(row.named)}"', row.place)


def _is_of_rest(row: Row, truth: Truth) -> bool:
    """Tell whether a row is about all tasks outside phases and waves, as many as there are."""
    said, breakdown = _REST.fullmatch(row.named), truth.snapshot.schedule.breakdown
    return said is not None and int(said[1]) == sum(task.id not in breakdown.parents for task in breakdown.tasks)


def _twice(grid: Grid, truth: Truth) -> Iterator[Disagreement]:
    seen: set[tuple[Ref, str]] = set()
    for row in grid.rows:
        if row.ref is None or not row.kinds:
            continue
        key = (row.ref, "" if _is_whole(grid) else "|".join(said.plain for said in row.cells))
        if key in seen:
            yield Disagreement(f'"{truth.name(row.ref)}" stands in this table twice', row.place)
        seen.add(key)


def _is_whole(grid: Grid) -> bool:
    return _kinds_of(grid) is not None or grid.columns[0] in _OF_A_PART


def _kinds_of(grid: Grid) -> tuple[str, ...] | None:
    names = 1 if grid.columns[0] in ("#", "no.") and len(grid.columns) > 1 else 0
    for (first, others), kinds in _WHOLE.items():
        if grid.columns[names] == first and set(filter(None, others.split("|"))) <= set(grid.columns):
            return kinds
    return None


def _whole(grid: Grid, truth: Truth) -> set[Ref] | None:
    """All items that the table is to list; nothing where it may choose."""
    part = grid.about
    if grid.columns[0] in _OF_A_PART and _OF_A_PART[grid.columns[0]] in grid.columns:
        return _within(grid.columns[0], part, truth) if part and part.kind in ("phase", "wave") else None
    kinds = _kinds_of(grid)
    if kinds is None or (part and part.kind == "wave"):
        return None
    return {ref for ref in truth.refs if ref.kind in kinds}


def _within(kind: str, part: Ref, truth: Truth) -> set[Ref]:
    """The tasks that a wave or a phase holds itself, or what those deliver."""
    members = truth.snapshot.schedule.breakdown.members.get(part.id, ())
    items = truth.snapshot.schedule.breakdown.items
    tasks = [task for each in members if isinstance(task := items.get(each), Task)]
    if kind == "task":
        return {Ref("task", task.id) for task in tasks}
    return {Ref("deliverable", each) for task in tasks for each in task.delivers}


def _missing(grid: Grid, whole: set[Ref], truth: Truth) -> Iterator[Disagreement]:
    there = {row.ref for row in grid.rows}
    if not there & whole:
        return
    for ref in sorted(whole - there):
        yield Disagreement(f'"{truth.name(ref)}" is missing in this table', grid.place)
    if grid.columns[0] in _OF_A_PART:
        for row in grid.rows:
            if row.ref and row.ref not in whole:
                yield Disagreement(f'"{truth.name(row.ref)}" does not belong into this table', row.place)
