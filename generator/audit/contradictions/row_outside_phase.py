"""A row lies outside the phase that it is listed under.

Work that is not done by the end of its phase is done in the next one, or not at all.

Fails:

```markdown
| Stage | Start | End |
|---|---|---|
| Stage 1: Discovery | 2026-03-02 | 2026-03-27 |
| Stage 2: Build | 2026-03-30 | 2026-06-26 |

| Stage | Work item | Start | End |
|---|---|---|---|
| Build | Account service | 2026-03-30 | 2026-05-29 |
|  | New pages | 2026-04-13 | 2026-07-10 |
```

Passes:

```markdown
| Stage | Start | End |
|---|---|---|
| Stage 1: Discovery | 2026-03-02 | 2026-03-27 |
| Stage 2: Build | 2026-03-30 | 2026-06-26 |

| Stage | Work item | Start | End |
|---|---|---|---|
| Build | Account service | 2026-03-30 | 2026-05-29 |
|  | New pages | 2026-04-13 | 2026-06-26 |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._windows import within
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.stays import row_window
from generator.audit.understanding.times import Window
from generator.audit.understanding.units import OUTER, Unit, units_only
from generator.audit.understanding.words import core_of
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row that lies outside the phase it names, or is due before that begins."""
    by_name = {
        core_of(named.name): named.unit for named in facts.names if named.unit.kind in OUTER and named.unit.number
    }
    for grid, rows in facts.reading.tables:
        columns = [index for index, each in enumerate(grid.meanings) if each.removeprefix("unit:") in OUTER]
        for row in rows if len(columns) == 1 else ():
            unit, subject = _phase(row, columns[0], by_name), _subject(row, columns[0])
            if unit and subject and not any(each.unit.number for each in subject.units):
                yield from _outside(facts, row, unit, subject)


def _phase(row: Row, column: int, by_name: dict[frozenset[str], Unit]) -> Unit | None:
    cell = row.cells[column]
    kind = row.grid.meanings[column].removeprefix("unit:")
    found = units_only(cell.plain, kind, cell.style.labels)
    if len(found) != 1:
        return None
    window = row_window(row)
    due_only = window is not None and window[0].first is None
    return found[0].unit if found[0].unit.number and due_only else by_name.get(core_of(cell.plain))


def _subject(row: Row, column: int) -> Phrase | None:
    """What the row is about, where it is not the phase itself."""
    for index, meaning in enumerate(row.grid.meanings):
        cell = row.cells[index]
        telling = meaning in {"", "name", "parts", "deliverable"} or meaning.startswith("unit:")
        if index != column and telling and core_of(cell.plain) and not cell.windows and not band_in(cell.plain):
            return cell
    return None


def _outside(facts: Facts, row: Row, unit: Unit, subject: Phrase) -> Iterator[Contradiction]:
    found = row_window(row)
    stays = facts.whole_stays(unit) if found else []
    told = [stay for stay in stays if stay.form == "whole" and found and stay.window.scale == found[0].scale]
    if found and told and not any(_fits(found[0], stay.window) for stay in told):
        message = f'"{subject.plain.strip()}" ({found[0]}) is outside "{unit}" ({told[0].window})'
        yield Contradiction(message, row.mark(row.cell("end") or found[1]), (told[0].quote,))


def _fits(window: Window, phase: Window) -> bool:
    """What is due before its phase begins is outside, too."""
    early = window.last is not None and phase.first is not None and window.last < phase.first
    return within(window, phase) and not early
