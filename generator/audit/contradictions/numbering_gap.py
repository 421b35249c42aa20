"""The numbers of a list leave one out, or use one twice.

A reader looks for what is missing, or refers to one and means the other.

Fails:

```markdown
| Checkpoint | When |
|---|---|
| Checkpoint 1 | Week 1 |
| Checkpoint 2 | Week 2 |
| Checkpoint 4 | Week 3 |
```

Passes:

```markdown
| Checkpoint | When |
|---|---|
| Checkpoint 1 | Week 1 |
| Checkpoint 2 | Week 2 |
| Checkpoint 3 | Week 3 |
```
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.codes import code_runs, codes_in, series_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import Mention, Unit, kind_of
from generator.findings import Severity

SEVERITY = Severity.WARNING

_DOTTED = re.compile(r"\b(?P<kind>[A-Za-z]{3,20})\s(?P<n>\d{1,2})\.\d")
"""`Phase 2.1` is of phase 2."""
_FEWEST = 3
_TWO = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield gaps and numbers told twice among rows, gaps among codes, and commands with another number."""
    phrases = facts.reading.phrases
    mentioned = {each.unit for phrase in phrases for each in phrase.units}
    mentioned |= {Unit(kind_of(each["kind"]), each["n"]) for one in phrases for each in _DOTTED.finditer(one.plain)}
    for grid, rows in facts.reading.tables:
        led = [(mention.unit, row.mark(cell)) for row in rows for mention, cell in _leading(grid, row)]
        for left, right in pairwise(led if len(led) >= _FEWEST else []):
            yield from _step(left, right, mentioned)
        for row in rows:
            yield from _commands(grid, row)
    yield from _among_codes(facts)


def _among_codes(facts: Facts) -> Iterator[Contradiction]:
    """A run of codes from 1 on that leaves out one which nothing else names."""
    runs = code_runs(facts.reading)
    every = Counter(run.letters for run in runs)
    said = {code for phrase in facts.reading.phrases for code, _, _ in codes_in(phrase.plain)} if runs else set()
    for run in runs:
        numbers = [series_of(code)[1] for code in run.codes]
        for (one, first), (other, second) in pairwise(zip(numbers, run.codes.values(), strict=True)):
            missing = f"{run.letters}{one + 1}"
            is_gap = other == one + _TWO and missing not in said
            if is_gap and numbers[0] == 1 and numbers == sorted(numbers) and every[run.letters] == 1:
                message = f'"{missing}" is missing before "{run.letters}{other}"'
                yield Contradiction(message, second, (first,), "add what is missing, or number anew")


def _leading(grid: Grid, row: Row) -> list[tuple[Mention, Phrase]]:
    key = row.cells[grid.key_column]
    return [
        (mention, cell)
        for mention, cell in row_units(row)
        if cell is key and mention.unit.number and not mention.listed
    ]


def _step(left: tuple[Unit, Quote], right: tuple[Unit, Quote], mentioned: set[Unit]) -> Iterator[Contradiction]:
    (one, first), (other, second) = left, right
    if one.kind != other.kind or one.number is None or other.number is None:
        return
    if one == other:
        yield Contradiction(f'"{other}" stands twice', second, (first,), "give each its own number")
    between = [Unit(one.kind, str(number)) for number in range(one.number + 1, min(other.number, one.number + 5))]
    missing = [unit for unit in between if unit not in mentioned]
    if missing:
        yield Contradiction(
            f'"{missing[0]}" is missing before "{other}"', second, (first,), "add what is missing, or number anew"
        )


def _commands(grid: Grid, row: Row) -> Iterator[Contradiction]:
    """A command that names the row's kind names the row's number."""
    leading = _leading(grid, row)
    for mention, _ in leading[:1]:
        for cell in (each for each in row.cells if each.text.code and " " in each.plain.strip()):
            pattern = rf"(?<![A-Za-z]){re.escape(mention.unit.kind)}s?[=_:-](\d{{1,3}})\b"
            for found in re.finditer(pattern, cell.plain, re.IGNORECASE):
                if int(found[1]) != mention.unit.number:
                    message = f'the command of "{mention.unit}" names number {int(found[1])}'
                    yield Contradiction(message, row_mark(row, cell, found), (), f"write {mention.unit.number}")


def row_mark(row: Row, cell: Phrase, found: "re.Match[str]") -> Quote:
    """Quote the row, and point at the number."""
    return Quote(row.mark(cell).text, cell.text.place(found.start(1), found.end(1)))
