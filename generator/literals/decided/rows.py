"""A line that a decision gives a document, told as a row of a table: its cells against the entry that it is about."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.errors import BadValueError
from generator.findings import Pointer, Span
from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.model.quantity import Level
from generator.model.risk import Risk
from generator.prose import Facts, tell
from generator.templates.facts import FactCall, calls_in

_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_LEVELS = frozenset(str(level) for level in Level)
_NAMING = ("name", "label", "short")
_OF_ONE = frozenset({"start", "finish", "date", "first_day", "weeks", "duration", "within", "value", "scope"})
_COMMANDS = ("command", "procedure")


class _Row(NamedTuple):
    pointer: Pointer
    text: str
    known: Known
    cells: tuple[re.Match[str], ...]


def rows(facts: Facts) -> Iterator[Claim]:
    """Yield each cell of a decided row that tells another rating, command or fact than its entry has."""
    for decision in facts.plan.decisions.values():
        for index, change in enumerate(decision.changes):
            row = _row((*decision.pointer, "changes", index, "now"), change.now or "", facts)
            if row:
                yield from _ratings(row, facts)
                yield from _commands(row, facts)
                yield from _asked(row, facts)


def _row(pointer: Pointer, text: str, facts: Facts) -> _Row | None:
    """Read a row whose first cell of a name tells one entry."""
    cells = tuple(_CELL.finditer(text)) if text.lstrip().startswith("|") else ()
    for cell in cells:
        named = calls_in(cell.group(), *_NAMING)
        found = facts.index.find(str(named[0].arguments[0])) if len(named) == 1 else None
        if named:
            return _Row(pointer, text, (found[0], found[1].id), cells) if found else None
    return None


def _ratings(row: _Row, facts: Facts) -> Iterator[Claim]:
    """A risk's row tells its impact and its probability beside each other, in either order."""
    risk = facts.index.by_kind[row.known[0]][row.known[1]]
    told = [cell for cell in row.cells if cell.group().lower() in _LEVELS]
    if not isinstance(risk, Risk) or len(told) != 2:  # noqa: PLR2004 - impact and probability
        return
    said, true = [cell.group().lower() for cell in told], [str(risk.impact), str(risk.probability)]
    if sorted(said) != sorted(true):
        fact = f'"{risk.id}" has impact {true[0]} and probability {true[1]}'
        yield _claim("figure", row, (told[0].start(), told[1].end()), fact)


def _commands(row: _Row, facts: Facts) -> Iterator[Claim]:
    """The one command of a row is that of its checkpoint or rollback."""
    item = facts.index.by_kind[row.known[0]][row.known[1]]
    true = next((text for key in _COMMANDS if isinstance(text := getattr(item, key, None), str)), None)
    told = [cell for cell in row.cells if cell.group().startswith("`") and cell.group().endswith("`")]
    if true and len(told) == 1 and ("`" in true or getattr(item, "command", None)):
        said = told[0].group().strip("`")
        if said.split() != true.strip("`").split():
            yield _claim("figure", row, told[0].span(), f'"{row.known[1]}" runs {true.strip("`")}')


def _asked(row: _Row, facts: Facts) -> Iterator[Claim]:
    """A cell that is one live fact tells it of the row's entry."""
    for cell in row.cells:
        calls = calls_in(cell.group())
        call = calls[0] if len(calls) == 1 and len(calls[0].arguments) == 1 else None
        if call and call.name in _OF_ONE and (call.span.begin, call.span.end) == (0, len(cell.group())):
            said, true = _told(call, str(call.arguments[0]), facts), _told(call, ":".join(row.known), facts)
            if said and true and said != true:
                yield _claim("date", row, cell.span(), f'the {call.name} of "{row.known[1]}" is {true}')


def _told(call: FactCall, reference: str, facts: Facts) -> str | None:
    try:
        return tell(facts, call.name, reference)
    except BadValueError:
        return None


def _claim(kind: str, row: _Row, span: tuple[int, int], fact: str) -> Claim:
    return Claim(kind, row.pointer, Span(*span), row.text[slice(*span)], fact, agrees=False)
