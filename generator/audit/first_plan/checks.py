"""Checkpoints, success criteria, risks, rollbacks, targets and alerts of a first plan."""

import re
from collections.abc import Iterator

from generator.audit.contradictions.no_counterpart import table_kind
from generator.audit.first_plan.draft import Entry, entry, id_of, plain, prose
from generator.audit.first_plan.work import Ids, when_text
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measures import Measure
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.ratings import rating
from generator.audit.understanding.scopes import Scope, scopes_of
from generator.audit.understanding.stays import row_units
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in
from generator.audit.understanding.words import key_of, level
from generator.errors import BadValueError
from generator.model.notation import parse_threshold

_LEVELS = {1: "low", 2: "low", 3: "medium", 4: "high", 5: "high"}
_OPERATOR = re.compile(r"\b(?:more|greater|higher) than\b|\bover\b|\babove\b|\bexceeds\b")


def checkpoint_entries(facts: Facts, ids: Ids) -> Iterator[Entry]:
    """Yield each checkpoint whose day is told and whose scope names work of the plan."""
    scopes: dict[Unit, Scope] = {}
    for scope in scopes_of(facts.reading):
        scopes.setdefault(scope.unit, scope)
    for stay in facts.stays:
        unit = stay.unit
        if unit.kind not in TESTS or unit in ids.units or stay.form != "whole" or unit not in scopes:
            continue
        items, day = _items(facts, ids, scopes[unit]), when_text(stay.window, end=True)
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
            yield entry(("checkpoints", ids.units[unit]), value, stay.quote, scopes[unit].quote)


def criterion_entries(facts: Facts) -> Iterator[Entry]:
    """Yield each box of a checklist as a criterion."""
    taken: list[str] = []
    for phrase in facts.reading.phrases:
        if phrase.item and phrase.item.checked is not None and plain(phrase.plain):
            taken.append(id_of(" ".join(phrase.plain.split()[:6]), taken, "criterion"))
            yield entry(
                ("criteria", taken[-1]),
                {"text": prose(phrase.plain), "done": phrase.item.checked or None},
                phrase.quote(),
            )


def risk_entries(facts: Facts) -> Iterator[Entry]:
    """Yield each row of a table of risks that is rated."""
    taken: list[str] = []
    for grid, rows in facts.reading.tables:
        for row in rows if table_kind(grid) == "risk" else ():
            name, levels = row.cells[grid.key_column], [row.cell(each) for each in ("impact", "probability")]
            rated = [_LEVELS.get(rating(cell.plain) or 0) if cell else None for cell in levels]
            if plain(name.plain) and all(rated):
                mitigation = row.cell("mitigation", "procedure")
                taken.append(id_of(name.plain, taken, "risk"))
                value = {
                    "name": plain(name.plain),
                    "impact": rated[0],
                    "probability": rated[1],
                    "mitigation": prose(mitigation.plain) if mitigation else "Open: the document tells none",
                }
                yield entry(("risks", taken[-1]), value, row.mark(name))


def rollback_entries(facts: Facts) -> Iterator[Entry]:
    """Yield each row of a table of rollbacks that tells a procedure."""
    taken: list[str] = []
    for grid, rows in facts.reading.tables:
        for row in rows if table_kind(grid) == "rollback" else ():
            name, procedure, within = row.cells[grid.key_column], row.cell("procedure"), row.cell("rollback time")
            if plain(name.plain) and procedure:
                taken.append(id_of(name.plain, taken, "rollback"))
                value = {
                    "name": plain(name.plain),
                    "within": _threshold(within.plain) if within else None,
                    "procedure": _code(procedure),
                }
                yield entry(("rollbacks", taken[-1]), value, row.mark(name))


def measure_entries(facts: Facts) -> Iterator[Entry]:
    """Yield targets and alerts whose limit the plan language can say."""
    taken: dict[str, list[str]] = {"targets": [], "alerts": []}
    known: set[tuple[str, frozenset[str]]] = set()
    for measure in facts.measures:
        section = f"{measure.role}s"
        threshold = _threshold(_limit(measure))
        if section in taken and threshold and (section, measure.key) not in known:
            known.add((section, measure.key))
            taken[section].append(id_of(measure.name, taken[section], measure.role))
            value = {"name": plain(measure.name), "threshold": threshold}
            yield entry((section, taken[section][-1]), value, measure.quote)


def _items(facts: Facts, ids: Ids, scope: Scope) -> list[str]:
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


def _code(cell: Phrase) -> str:
    whole = cell.text.code and cell.text.code[0] == (0, len(cell.plain)) and "`" not in cell.plain
    code = plain(cell.plain)
    return f"`{code}`" if whole and "{" not in code else prose(cell.plain)


def _limit(measure: Measure) -> str:
    return measure.bound.text


def _threshold(text: str) -> str | None:
    """Return a limit as the plan language writes it, where it can."""
    words = _OPERATOR.sub("over", plain(level(text)).lower()).replace("≥", ">=").replace("≤", "<=")
    words = re.sub(r"\b(?:below|less than|lower than|within)\b", "under", words)
    try:
        parse_threshold(words)
    except BadValueError:
        return None
    return words
