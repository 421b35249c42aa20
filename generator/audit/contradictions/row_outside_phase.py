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

import re
from collections.abc import Iterator

from generator.audit.blocks import Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._windows import within
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import OUTER, Unit, units_only
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import core_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 2
_AROUND = re.compile(
    r"\b(?:before|after|until|ahead of|prepar\w*|follow\w*|towards|leading|countdown|deadlines?)\b", re.IGNORECASE
)


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
    yield from _below_headings(facts)


def _below_headings(facts: Facts) -> Iterator[Contradiction]:
    """`## Inspections (stage 2)`: where all rows or entries below but one lie inside the part, the one is outside."""
    below: dict[Text, list[tuple[Window, Quote]]] = {}
    for text, window, quote in (*_timed_rows(facts), *_timed_items(facts)):
        below.setdefault(text, []).append((window, quote))
    stays: dict[Unit, list[Stay]] = {}
    for stay in facts.stays:
        if stay.window.is_whole and stay.form != "part":
            stays.setdefault(stay.unit, []).append(stay)
    for phrase in facts.reading.headings:
        told = below.get(phrase.text, [])
        units = {each.unit for each in phrase.units} - facts.titles
        if len(told) > _FEWEST and len(units) == 1 and not phrase.windows and not _AROUND.search(phrase.plain):
            yield from _stranger(stays.get(units.pop(), []), told)


def _timed_rows(facts: Facts) -> Iterator[tuple[Text, Window, Quote]]:
    for grid, rows in facts.reading.tables:
        for row in rows if grid.under else ():
            found = row_window(row)
            if found and not any(cell.units for cell in row.cells):
                yield grid.under[-1].text, found[0], row.mark(found[1])


def _timed_items(facts: Facts) -> Iterator[tuple[Text, Window, Quote]]:
    for phrase in facts.reading.phrases:
        if phrase.form == "item" and phrase.under and len(phrase.windows) == 1 and not phrase.units:
            found = phrase.windows[0]
            yield phrase.under[-1].text, found.window, phrase.mark(found.start, found.end)


def _stranger(stays: list[Stay], told: list[tuple[Window, Quote]]) -> Iterator[Contradiction]:
    for stay in stays:
        strange = [(window, quote) for window, quote in told if not within(window, stay.window)]
        same = all(window.scale == stay.window.scale for window, _ in told)
        if same and len(strange) == 1 and _is_away(strange[0][0], stay.window):
            window, quote = strange[0]
            message = f'planned for {window} below a heading on "{stay.unit}" ({stay.window})'
            yield Contradiction(message, quote, (stay.quote,), "move it into the part, or change the part")
            return


def _is_away(window: Window, phase: Window) -> bool:
    """Later than the day after, or earlier than the day before."""
    first, last = window.first or window.last or 0, window.last or window.first or 0
    return first > (phase.last or 0) + 1 or last < (phase.first or 0) - 1


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
