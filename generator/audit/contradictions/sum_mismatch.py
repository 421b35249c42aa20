"""A total is not the sum of its parts.

Either somebody is counted who is named nowhere, or a part was changed and its total was not.

Fails:

```markdown
| Team | Developers | Testers | Total |
|---|---|---|---|
| Shop | 3 | 1 | 4 |
| Search | 2 | 1 | 4 |
```

Passes:

```markdown
| Team | Developers | Testers | Total |
|---|---|---|---|
| Shop | 3 | 1 | 4 |
| Search | 2 | 1 | 3 |
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.columns import unit_of_figures
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import Band, band_in, rounding, total_of
from generator.audit.understanding.phrases import Grid, Phrase, Row
from generator.audit.understanding.steps import is_parallel
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR
_TOTAL = re.compile(
    r"\W*(?:grand |overall |contract |budget |price )?(?:(?:in )?total|sum|overall|(?:in )?all(?: together"
    r"| in| told)?"
    r"|altogether|together|combined|whole|everybody|everyone|everything|the lot|bottom line|sum total|Σ)s?"
    r"(?: (?:for|of|in|on) (?:all|the|this|every)\b[\w' ]{0,30}"
    r"|,? (?:of )?(?:all )?(?:costs?|budget|amount|price|time|hours|days|weeks|weight|head ?count|people"
    r"|persons|staff|places"
    r"|seats|guests|units|pieces|points|spend(?:ing)?|effort|volume|sum|length|duration|net|gross|(?:ex"
    r"|in)cl\.? (?:vat|tax)))?\W*(?:\(.*\))?\W*"
    r"|\W*(?:the )?(?:whole|entire|full) [\w'-]{3,20}(?: [\w'-]{3,20})?\W*"
    r"|\W*[\w'-]{3,20}(?: [\w'-]{3,20})? (?:in )?(?:total|altogether|overall|combined)\W*",
    re.IGNORECASE,
)
_NO_SUM = re.compile(
    r"\b(?:available|capacity|remaining|left|allowed|limit|average|mean|maximum|running)\b", re.IGNORECASE
)
_ELAPSED = re.compile(r"\b(?:elapsed|calendar|wall[- ]clock)\b", re.IGNORECASE)
"""What passes meanwhile, whatever is done at once."""
_PARTS = 2
_WHOLE = 100
_FAR = 2
_MANY_SHARES, _ROUND = 5, 5
_RATE = re.compile(
    r"\b(?:per|each|rate|average|avg|mean|median|price|ratio|max\w*|min(?:imum)?|peak|longest|index|score|level"
    r"|version|capacity|limit)\b|/|\ba (?:day|week|month|year|head|piece)\b",
    re.IGNORECASE,
)
_NO_PARTS = frozenset({"identity", "week", "day", "month", "when", "start", "end", "depends", "rollback time"})


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total, of a row or of a column, that its figures do not add up to."""
    parallel = any(is_parallel(phrase.plain) for phrase in facts.reading.phrases)
    for grid, rows in facts.reading.tables:
        yield from _across(grid, rows)
        yield from _down(grid, rows, parallel=parallel)


def _across(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Contradiction]:
    totals = [
        column for column, meaning in enumerate(grid.meanings) if meaning == "total" and column != grid.key_column
    ]
    if len(totals) != 1:
        return
    total = totals[0]
    body = [row for row in rows if _figure(row.cells[total])]
    parts = _best_parts(grid, body, total)
    if not parts:
        return
    for row in body:
        told, added = _figure(row.cells[total]), _added(row, parts)
        if told and added and not _equal(told, added):
            names = ", ".join(row.cells[column].plain for column in parts if row.cells[column].plain.strip(" -–—"))
            subject = row.cells[grid.key_column].plain.strip()
            message = f'the total of "{subject}" is {told}, its parts ({names}) add up to {added}'
            yield Contradiction(
                message, row.mark(row.cells[total]), help=f"write {added}, or name who else is counted"
            )


def _best_parts(grid: Grid, rows: list[Row], total: int) -> list[int]:
    """Choose the columns that most rows read as parts: all of them, or those on one side of the total."""
    candidates = [
        column for column in range(len(grid.meanings)) if column != total and _adds(grid, rows, column, total)
    ]
    sides = (candidates, [each for each in candidates if each < total], [each for each in candidates if each > total])
    readings = [side for side in sides if len(side) > 1]
    scores = [sum(_fits(row, reading, total) for row in rows) for reading in readings]
    if not readings or (max(scores) == 0 and len(rows) > 1) or max(scores) * 2 < len(rows):
        return []
    return readings[scores.index(max(scores))]


def _adds(grid: Grid, rows: list[Row], column: int, total: int) -> bool:
    """Tell whether a column holds figures of the kind that the total counts."""
    meaning, counted = grid.meanings[column], unit_of_figures(grid.header[total].plain)
    if meaning in _NO_PARTS or column == grid.key_column or (meaning == "money") != _is_money(grid, total):
        return False
    figures = [_figure(row.cells[column]) for row in rows if row.cells[column].plain.strip()]
    units = {figure.unit for figure in figures if figure and figure.high}
    same = unit_of_figures(grid.header[column].plain) == counted or not counted
    return bool(figures) and all(figures) and len(units) <= 1 and same and not (meaning == "duration" and not counted)


def _is_money(grid: Grid, total: int) -> bool:
    header = grid.header[total].plain.lower()
    every = all(
        meaning in {"money", "total", ""} or index == grid.key_column for index, meaning in enumerate(grid.meanings)
    )
    return any(word in header for word in ("cost", "budget", "€", "$", "eur", "price")) or (
        "money" in grid.meanings and every
    )


def _down(grid: Grid, rows: tuple[Row, ...], *, parallel: bool) -> Iterator[Contradiction]:
    """A last row of totals, held against the rows above."""
    if len(rows) <= _PARTS:
        return
    if any(_is_total(row) for row in rows[:-1]):
        yield from _in_sections(grid, rows)
        return
    if not _is_total(rows[-1]) and not _stands_out(rows) and not _closes(rows):
        return
    for column, meaning in enumerate(grid.meanings):
        figures = _parts(rows[:-1], column)
        told = _figure(rows[-1].cells[column])
        if meaning in _NO_PARTS or column == grid.key_column or not figures or not told or not told.high:
            continue
        added = total_of(figures)
        if _does_not_add(grid.header[column], figures, told, added):
            continue
        elapsed = _ELAPSED.search(level(grid.header[column].plain))
        side_by_side = elapsed or (parallel and meaning in {"duration", "people"})
        at_once = side_by_side and _longest(figures) <= told.high < added.high
        if not _equal(told, added) and not at_once:
            header = grid.header[column].plain.strip()
            whose = f'the total of "{header}"' if header else "the total"
            message = f"{whose} is {told}, the {len(figures)} rows above add up to {added}"
            cell = rows[-1].cells[column]
            yield Contradiction(message, rows[-1].mark(cell), help=f"write {added}, or mend the row that is wrong")


def _in_sections(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Contradiction]:
    """Subtotals, and a total of them; one of the totals of a column has to be right for the others to be held."""
    for column, meaning in enumerate(grid.meanings):
        if meaning not in _NO_PARTS and column != grid.key_column and _parts(rows, column):
            held = list(_totals(rows, column))
            right = any(each.fits for each in held)
            for each in (each for each in held if right and not each.fits):
                if _does_not_add(grid.header[column], each.parts, each.told, total_of(each.parts)):
                    continue
                name, added = (
                    next(cell.plain.strip() for cell in each.row.cells if cell.plain.strip()),
                    total_of(each.parts),
                )
                message = f'"{name}" is {each.told}, what stands above it adds up to {added}'
                help_ = f"write {added}, or mend the row that is wrong"
                yield Contradiction(message, each.row.mark(each.row.cells[column]), help=help_)


@dataclass(frozen=True)
class _Total:
    """A total inside a column, and what it is most likely meant for."""

    row: Row
    told: Band
    parts: list[Band]
    fits: bool


def _totals(rows: tuple[Row, ...], column: int) -> Iterator[_Total]:
    """Each total is one of its own rows, of the totals above it, or of both."""
    segment: list[Band] = []
    closed: list[Band] = []
    plain: list[Band] = []
    for row in rows:
        told = _figure(row.cells[column]) if row.cells[column].plain.strip() else None
        if told and _is_total(row):
            sums = [
                total_of(each) for each in ([*closed[-1:], *segment], [*closed, *segment], plain, segment) if each
            ]
            meant = segment if len(segment) > 1 else [*closed, *segment] if not segment else [*closed[-1:], *segment]
            yield _Total(row, told, meant, any(_equal(told, each) for each in sums))
            segment = []
            closed.append(told)
        elif told:
            segment.append(told)
            plain.append(told)


def _stands_out(rows: tuple[Row, ...]) -> bool:
    """A last row without a name whose figures alone are bold, one of which is the sum of its column."""
    *body, last = rows
    told = [column for column, cell in enumerate(last.cells) if cell.plain.strip()]
    bold = bool(told) and all(_is_bold(last.cells[column]) for column in told)
    if not bold or last.cells[last.grid.key_column].plain.strip():
        return False
    others = any(_is_bold(row.cells[column]) for row in body for column in told)
    sums = [(_parts(tuple(body), column), _figure(last.cells[column])) for column in told]
    return not others and any(figures and told and _equal(told, total_of(figures)) for figures, told in sums)


def _closes(rows: tuple[Row, ...]) -> bool:
    """A last row that alone is bold, whatever it is called, with nothing where the others tell who or when."""
    *body, last = rows
    told = [column for column, cell in enumerate(last.cells) if cell.plain.strip()]
    bold = len(told) > 1 and all(_is_bold(last.cells[column]) for column in told)
    blank = [column for column in range(len(last.cells)) if column not in told]
    others = any(_is_bold(cell) for row in body for cell in row.cells)
    silent = any(all(row.cells[column].plain.strip(" -–—") for row in body) for column in blank)
    return bold and silent and not others


def _is_bold(cell: Phrase) -> bool:
    return bool(cell.text.strong) and bool(cell.plain.strip())


def _does_not_add(header: Phrase, figures: list[Band], told: Band, added: Band) -> bool:
    """Rates, shares of different wholes, and a last line that tells the mean, the largest or quite another figure."""
    share = told.unit == "%" and told.high < _WHOLE < added.high
    far = not added.high <= told.high * _FAR <= added.high * _FAR * _FAR
    highs = [figure.high for figure in figures]
    extreme = told.high in {max(highs), min(highs)} and len(set(highs)) > 1 and 0 not in set(highs)
    rounded = told.unit == "%" and abs(told.high - added.high) <= max(rounding(highs), _by_one(highs))
    return bool(_RATE.search(level(header.plain))) or share or far or extreme or rounded


def _by_one(shares: list[Decimal]) -> Decimal:
    """Many shares that are no round ones may miss their whole by one."""
    return Decimal(len(shares) >= _MANY_SHARES and any(each % _ROUND for each in shares))


def _is_total(row: Row) -> bool:
    """A row named as a total, in its own column or behind an empty number."""
    told = (cell.plain for cell in row.cells[row.grid.key_column :][:2] if cell.plain.strip())
    name = level(next(told, ""))
    return (bool(_TOTAL.fullmatch(name)) and not _NO_SUM.search(name)) or "subtotal" in name.lower()


def _parts(rows: tuple[Row, ...], column: int) -> list[Band]:
    """Return the figures of a column, none where a cell holds something else or units differ."""
    figures = [_figure(row.cells[column]) for row in rows if row.cells[column].plain.strip()]
    units = {figure.unit for figure in figures if figure and figure.high}
    known = [figure for figure in figures if figure]
    return known if len(figures) == len(known) >= _PARTS and len(units) <= 1 else []


def _longest(figures: list[Band]) -> Decimal:
    return max(figure.high for figure in figures)


def _figure(cell: Phrase) -> Band | None:
    return band_in(cell.plain, comma=cell.style.comma)


def _added(row: Row, parts: list[int]) -> Band | None:
    figures = [figure for column in parts if (figure := _figure(row.cells[column]))]
    return total_of(figures) if figures else None


def _fits(row: Row, parts: list[int], total: int) -> bool:
    told, added = _figure(row.cells[total]), _added(row, parts)
    return bool(told and added and _equal(told, added))


def _equal(told: Band, added: Band) -> bool:
    """A total with fewer decimals than its parts is rounded."""
    return _rounds(told.low, added.low) and _rounds(told.high, added.high)


def _rounds(told: Decimal, added: Decimal) -> bool:
    places, exact = (-int(each.as_tuple().exponent) for each in (told, added))
    return told == added or (0 < places < exact and abs(told - added) <= Decimal(5).scaleb(-places - 1))
