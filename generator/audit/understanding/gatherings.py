"""Gates, checks and reviews on one day, in tables and lists, with the words that tell what they look at."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.timed_parts import WHO
from generator.audit.understanding.timed_sections import GATES
from generator.audit.understanding.units import TESTS
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import level

_GATES = re.compile(
    r"\b(?:check(?:point)?s?|(?:quality )?gates?|milestones?|reviews?|hold points?|inspections?|acceptances?|audits?"
    r"|sign-?offs?|tests?|decisions?|approvals?|stop points?|go/?no-?go|qg|cp)\b",
    re.IGNORECASE,
)
_ASIDE = frozenset({"owner", "people", "money", "when", "duration", "day", "week", "start", "end", "rollback time"})
_CALLED = re.compile(rf"{GATES.pattern}(?:\s(?:[A-Z]{{0,2}}\d{{1,2}}|[A-Z])\b)?", re.IGNORECASE)
_MOST = 6
"""Lines below a heading that tell of its gate."""
_VERDICT = re.compile(
    r"\b(?:passed|passes|signed off|accepted|approved|green|verified|tested|evaluated)\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:half|half-?way|mid-?way|mid-?term|interim|starts?|starting|begins?|beginning|ready|readiness|preparations?"
    r"|prepared|planned|kick-?off|go|no-?go|go-?ahead|may|rehears\w+|dry run|samples?|draft|before|prior|until|first"
    r"|opens?|entry|permission|so far)\b",
    re.IGNORECASE,
)
"""Words of a gate that lies before the end of the work it looks at on purpose."""


@dataclass(frozen=True, eq=False)
class Gate:
    """A gate with its day or week, and the texts that say what has to hold."""

    name: str
    window: Window
    quote: Quote
    texts: tuple[str, ...]
    opening: bool = False
    """It may stand before the work that it lets begin."""

    def is_early(self, named: Iterable[str]) -> bool:
        """Tell whether it lies before the end of work on purpose, as its words beside the names of parts say."""
        text = " ".join(self.texts)
        for name in named:
            text = text.replace(name, " ")
        return bool(_EARLIER.search(text))


def gates_of(reading: Reading) -> list[list[Gate]]:
    """Collect the gates of each table and each list."""
    in_tables = [_in_table(rows) for _, rows in reading.tables]
    return [each for each in [*in_tables, *_in_lists(reading), *_in_headings(reading)] if each]


def _in_table(rows: tuple[Row, ...]) -> list[Gate]:
    grid = rows[0].grid if rows else None
    if grid is None:
        return []
    kind = grid.first.removeprefix("unit:")
    header = " ".join(level(cell.plain) for cell in grid.header[: grid.key_column + 1])
    if not (kind in TESTS or _GATES.search(header) or _is_about_gates(rows[0].cells[0])):
        return []
    return [gate for row in rows if not is_total(row) and (gate := _of_row(row))]


def _of_row(row: Row) -> Gate | None:
    found = row_window(row)
    if not found:
        timed = [cell for cell in row.cells if len(cell.windows) == 1]
        found = (timed[0].windows[0].window, timed[0]) if len(timed) == 1 else None
    if not found or not _is_point(found[0]):
        return None
    told = [
        cell
        for cell, meaning, header in zip(row.cells, row.grid.meanings, row.grid.header, strict=True)
        if cell is not found[1]
        and meaning not in _ASIDE
        and not cell.text.in_code(0)
        and not WHO.search(header.plain)
    ]
    key = row.cells[row.grid.key_column]
    texts = tuple(level(cell.plain) for cell in told)
    return Gate(level(key.plain).strip(), found[0], row.mark(found[1]), texts, _opens(row.cells[0]))


def _in_lists(reading: Reading) -> list[list[Gate]]:
    groups: dict[object, list[Gate]] = defaultdict(list)
    for phrase in reading.phrases:
        if phrase.form == "item" and phrase.item and not phrase.is_box:
            gate = next(_of_item(phrase), None)
            if gate:
                groups[phrase.text.file, phrase.under, phrase.lead].append(gate)
    return list(groups.values())


def _of_item(phrase: Phrase) -> Iterator[Gate]:
    """An entry that begins with a gate, or with a code and tells a verdict, or stands below a heading on gates."""
    plain = level(phrase.plain)
    leading = [each for each in phrase.units if each.unit.kind in TESTS and not plain[: each.start].strip(" *")]
    called = _CALLED.match(plain)
    coded = leading_code(phrase.plain) and _VERDICT.search(plain)
    if len(phrase.windows) != 1 or not (leading or coded or called or _is_about_gates(phrase)):
        return
    found = phrase.windows[0]
    if not _is_point(found.window):
        return
    end = leading[0].end if leading else called.end() if called else 0
    code = next((at for at in range(found.end, len(plain)) if phrase.text.in_code(at)), len(plain))
    name = plain[:end].strip(" *") or plain.split(",", 1)[0].split(":", 1)[0][:40]
    texts = (plain[end : found.start], plain[found.end : code])
    yield Gate(name, found.window, phrase.mark(found.start, found.end), texts, _opens(phrase))


def _in_headings(reading: Reading) -> list[list[Gate]]:
    """`Gate 2 (Friday of week 4)`, and below it what has to hold."""
    groups: dict[object, list[Gate]] = defaultdict(list)
    for at, phrase in enumerate(reading.phrases):
        called = GATES.match(level(phrase.plain)) if phrase.form == "heading" and len(phrase.windows) == 1 else None
        if called and _is_point(phrase.windows[0].window):
            found, plain = phrase.windows[0], level(phrase.plain)
            below = takewhile(lambda each: each.is_spoken, reading.phrases[at + 1 : at + 1 + _MOST])
            texts = (plain[called.end() : found.start], plain[found.end :], *(level(each.plain) for each in below))
            name = re.split(r"\s?[(,:]", plain)[0].strip()
            groups[phrase.text.file, phrase.under].append(Gate(name, found.window, phrase.quote(), texts))
    return list(groups.values())


def _titled(phrase: Phrase) -> str:
    return level(phrase.lead.plain if phrase.lead else phrase.under[-1].text.plain if phrase.under else "")


def _is_about_gates(phrase: Phrase) -> bool:
    return bool(_GATES.search(_titled(phrase)))


def _opens(phrase: Phrase) -> bool:
    return bool(_EARLIER.search(_titled(phrase)))


def _is_point(window: Window) -> bool:
    """A day, or a week that a weekday may be told with."""
    single = window.first == window.last is not None
    return single or (window.grain == WEEK and (window.last or 0) - (window.first or 0) < WEEK and window.is_whole)
