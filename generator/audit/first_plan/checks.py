"""Checkpoints and success criteria of a first plan."""

import re
from collections.abc import Iterator

from generator.audit.first_plan.draft import Entry, Line, entry, id_of, lines_of, plain, prose
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.moments import action_of, is_dated_box
from generator.audit.first_plan.subjects import EXCLUDED, subject_of
from generator.audit.first_plan.times import is_dated, row_times, when_text
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.scopes import Scope, scopes_of
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in
from generator.audit.understanding.words import key_of, level

_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,3}")
_BULLET = re.compile(r"\s*[·•‣▪◦–-]\s+")
"""A sign that word processors write before an entry."""
_PASSES = re.compile(
    r"(?:pass(?:es|ed)?|ok|done|met|green|good|accepted) (?:when|if)|pass(?:ing)? criteri(?:on|a)|exit(?: criteria)?"
    r"|acceptance criteria|criteria",
    re.IGNORECASE,
)


def checkpoint_entries(facts: Facts, ids: Ids) -> Iterator[Entry]:
    """Yield each checkpoint whose day is told and whose scope names work of the plan."""
    scopes: dict[Unit, Scope] = {}
    for scope in scopes_of(facts.reading):
        scopes.setdefault(scope.unit, scope)
    for stay in facts.stays:
        unit = stay.unit
        if unit.kind not in TESTS or unit in ids.units or stay.form != "whole" or unit not in scopes:
            continue
        items, day = items_of(facts, ids, scopes[unit]), when_text(stay.window, end=True)
        if items and day:
            ids.units[unit] = id_of(str(unit), ids.taken(), "checkpoint")
            command = _command(facts, unit)
            value = {
                "name": _called(facts, unit),
                "at": day,
                "scope": items,
                "scope_name": prose(scopes[unit].text),
                "command": plain(command.plain) if command else None,
                "exit": [each for each in _conditions(facts, unit) if each],
            }
            row = _row_of(facts, unit)
            times = (*row_times(row), unit.key) if row else ()
            quotes = (stay.quote, scopes[unit].quote)
            yield entry(("checkpoints", ids.units[unit]), value, *quotes, translated=times, told=stay.window)


def criterion_entries(facts: Facts, work: frozenset[Line]) -> Iterator[Entry]:
    """Yield each box of a checklist that is no work, and each entry below a heading on conditions, as a criterion."""
    taken: list[str] = []
    for phrase in facts.reading.phrases:
        if subject_of(phrase) == EXCLUDED or is_dated_box(phrase) or lines_of(phrase.quote()) & work:
            continue
        if action_of(phrase) and phrase.is_box and is_dated(phrase.windows[0].window):
            continue
        bullet = None if phrase.item else _BULLET.match(phrase.plain)
        text = phrase.plain[bullet.end() :] if bullet else phrase.plain
        is_entry = phrase.item is not None or (bullet is not None and phrase.form == "paragraph")
        if is_entry and (phrase.is_box or subject_of(phrase) == "criterion") and plain(text):
            taken.append(id_of(" ".join(text.split()[:6]), taken, "criterion"))
            checked, number = (phrase.item.checked, phrase.item.number) if phrase.item else (None, None)
            yield entry(
                ("criteria", taken[-1]),
                {"text": prose(text), "done": checked or None},
                phrase.quote(),
                translated=[str(number or "")],
            )


def items_of(facts: Facts, ids: Ids, scope: Scope) -> list[str]:
    """Return the ids that a scope's words stand for; all parts at work where it names everything."""
    found = [
        ids.units.get(each.unit) for each in units_in(scope.text, scope.labels) if each.unit.kind not in TESTS | OUTER
    ]
    for word in scope.words:
        unit = facts.named(word)
        found.append(ids.tasks.get(key_of(word)) or (ids.units.get(unit) if unit else None))
    if re.match(r"\W*(?:full|whole|all|everything|entire|complete|optimi[sz]ed)\b", level(scope.text), re.IGNORECASE):
        found += [ids.units.get(unit) for unit in facts.inner_units()]
    given = list(dict.fromkeys(each for each in found if each))
    return [each for each in given if ids.within.get(each) not in given]


def passes_when(header: str) -> bool:
    """Tell a column of conditions: `Pass when`, `Passed if`, `Exit criteria`."""
    return bool(_PASSES.fullmatch(level(header).strip(" *")))


def _row_of(facts: Facts, unit: Unit) -> Row | None:
    """The row that is about a test."""
    rows = (row for _, rows in facts.reading.tables for row in rows)
    return next((row for row in rows if unit in _own_units(row)), None)


def _own_units(row: Row) -> list[Unit]:
    return [mention.unit for mention, cell in row_units(row) if cell is row.cells[row.grid.key_column]]


def _called(facts: Facts, unit: Unit) -> str | None:
    """A test by its own code: *QG1*, where its row calls it so; *Checkpoint 1* is called so without a name."""
    row = _row_of(facts, unit)
    told = row.cells[row.grid.key_column].plain.strip() if row else ""
    name = told if _CODE.fullmatch(told) else str(unit)
    return None if name == f"Checkpoint {unit.key.upper()}" else plain(name)


def _conditions(facts: Facts, unit: Unit) -> list[str]:
    row = _row_of(facts, unit)
    cells = zip(row.cells, row.grid.header, strict=True) if row else ()
    return [prose(cell.plain.strip()) for cell, head in cells if passes_when(head.plain)]


def _command(facts: Facts, unit: Unit) -> Phrase | None:
    for _, rows in facts.reading.tables:
        for row in rows:
            if unit in [mention.unit for mention, _ in row_units(row)]:
                return coded_cell(row)
    return None


def coded_cell(row: Row) -> Phrase | None:
    """Find the cell that is all code."""
    return next((cell for cell in row.cells if is_code(cell)), None)


def is_code(cell: Phrase) -> bool:
    """Tell whether a cell is all code."""
    return bool(cell.text.code) and cell.text.code[0] == (0, len(cell.plain))
