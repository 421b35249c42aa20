"""Checkpoints and success criteria of a first plan."""

import re
from collections.abc import Iterator

from generator.audit.first_plan.draft import Entry, entry, id_of, plain, prose
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.moments import action_of, is_dated_box
from generator.audit.first_plan.subjects import subject_of
from generator.audit.first_plan.times import is_dated, when_text
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.scopes import Scope, scopes_of
from generator.audit.understanding.stays import row_units
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in
from generator.audit.understanding.words import key_of, level


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
                "name": None if unit.kind == "checkpoint" else plain(str(unit)),
                "at": day,
                "scope": items,
                "scope_name": prose(scopes[unit].text),
                "command": plain(command.plain) if command else None,
            }
            yield entry(("checkpoints", ids.units[unit]), value, stay.quote, scopes[unit].quote, told=stay.window)


def criterion_entries(facts: Facts) -> Iterator[Entry]:
    """Yield each box of a checklist, and each entry below a heading on conditions, as a criterion."""
    taken: list[str] = []
    for phrase in facts.reading.phrases:
        if is_dated_box(phrase) or (action_of(phrase) and phrase.is_box and is_dated(phrase.windows[0].window)):
            continue
        listed = phrase.item and (phrase.is_box or subject_of(phrase) == "criterion")
        if phrase.item and listed and plain(phrase.plain):
            taken.append(id_of(" ".join(phrase.plain.split()[:6]), taken, "criterion"))
            yield entry(
                ("criteria", taken[-1]),
                {"text": prose(phrase.plain), "done": phrase.item.checked or None},
                phrase.quote(),
                translated=[str(phrase.item.number or "")],
            )


def items_of(facts: Facts, ids: Ids, scope: Scope) -> list[str]:
    """Return the ids that a scope's words stand for; all parts at work where it names everything."""
    found = [ids.units.get(each.unit) for each in units_in(scope.text) if each.unit.kind not in TESTS | OUTER]
    for word in scope.words:
        unit = facts.named(word)
        found.append(ids.tasks.get(key_of(word)) or (ids.units.get(unit) if unit else None))
    if re.match(r"\W*(?:full|whole|all|everything|entire|complete|optimi[sz]ed)\b", level(scope.text), re.IGNORECASE):
        found += [ids.units.get(unit) for unit in facts.inner_units()]
    return list(dict.fromkeys(each for each in found if each))


def _command(facts: Facts, unit: Unit) -> Phrase | None:
    for _, rows in facts.reading.tables:
        for row in rows:
            if unit in [mention.unit for mention, _ in row_units(row)]:
                return _coded(row)
    return None


def _coded(row: Row) -> Phrase | None:
    """Find the cell that is all code."""
    return next((cell for cell in row.cells if cell.text.code and cell.text.code[0] == (0, len(cell.plain))), None)
