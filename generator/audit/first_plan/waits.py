"""What each task of a table waits for in a first plan, as a column of the table names it."""

import re
from collections.abc import Iterator, Mapping

from generator.audit.first_plan.draft import Entry, Line, lines_of
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.links import reaches
from generator.audit.understanding.phrases import Row
from generator.audit.understanding.words import key_of
from generator.findings import Pointer

_BETWEEN = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*")
_NUMBER = re.compile(r"#?(?P<code>(?:[A-Za-z]{1,4}\d{0,2}[-.]?)?\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?)\.?")


def wait_entries(ids: Ids) -> Iterator[Entry]:
    """Yield the tasks that others wait for, where every part of a text names one, and none waits for itself."""
    numbered = _numbered(ids)
    needed: dict[str, list[str]] = {}
    for pointer, text, lines, words in (*_of_rows(ids), *_of_lists(ids)):
        named, task = [_named(part, ids, numbered) for part in _BETWEEN.split(text)], str(pointer[-1])
        found = list(dict.fromkeys(each for each in named if each))
        is_sure = len(named) == sum(each is not None for each in named)
        if found and is_sure and not any(reaches(needed, each, task) for each in found):
            needed[task] = found
            yield Entry((*pointer, "depends_on"), found, lines, words)


def _of_rows(ids: Ids) -> Iterator[tuple[Pointer, str, frozenset[Line], str]]:
    """The task of each row, what its cell says, and the words that ids stand for."""
    for row, pointers in ids.rows.items():
        cell = row.cell("depends")
        if cell and _id(pointers):
            words = " ".join((*_before_the_name(row), cell.plain))
            yield pointers[0], cell.plain.strip(), lines_of(row.mark(cell)), words


def _of_lists(ids: Ids) -> Iterator[tuple[Pointer, str, frozenset[Line], str]]:
    for pointer, (text, quote) in ids.needs.items():
        yield pointer, text, lines_of(quote), ""


def _id(pointers: list[Pointer]) -> str | None:
    """The one task that a row tells."""
    return str(pointers[0][-1]) if len(pointers) == 1 else None


def _numbered(ids: Ids) -> Mapping[str, str]:
    """Tasks by the number or code that stands before their name in a column of its own."""
    found: dict[str, str] = {}
    for row, pointers in ids.rows.items():
        task = _id(pointers)
        for cell in _before_the_name(row):
            code = _NUMBER.fullmatch(cell)
            if task and code:
                found.setdefault(code["code"].upper(), task)
    return found


def _before_the_name(row: Row) -> Iterator[str]:
    yield from (cell.plain.strip() for cell in row.cells[: row.grid.key_column])


def _named(part: str, ids: Ids, numbered: Mapping[str, str]) -> str | None:
    code = _NUMBER.fullmatch(part.strip())
    return ids.tasks.get(key_of(part)) or (numbered.get(code["code"].upper()) if code else None)
