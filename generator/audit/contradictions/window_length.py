"""A stretch of time is longer or shorter than the duration told beside it.

Two figures for one length: whoever books people by the one and rooms by the other has too few of something.

Fails:

```markdown
| Phase | Weeks | Duration |
|---|---|---|
| Phase 1 | 1-2 | 2 weeks |
| Phase 2 | 3-6 | 3 weeks |
```

Passes:

```markdown
| Phase | Weeks | Duration |
|---|---|---|
| Phase 1 | 1-2 | 2 weeks |
| Phase 2 | 3-6 | 4 weeks |
```
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from generator.audit.calendar import WEEKDAY
from generator.audit.contradictions._lengths import LENGTH, WORKDAYS, against
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.columns import unit_of_figures
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import WEEK, Found, Window
from generator.audit.understanding.words import count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BESIDE = re.compile(
    rf"\s*[,;:(=-]?\s*\(?\s*(?:(?:that|which) (?:is|are|makes)\s|i\.e\.\s|in all\s)?{LENGTH.pattern}\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"\b{LENGTH.pattern}\s?(?:,|:|-|\(|,? from)\s?(?:{WEEKDAY},?\s)?$", re.IGNORECASE)
_BOTH_ENDS = re.compile(
    r"\b(?:(?:both|first and last) (?:ends?|days?)|inclusive|including (?:the )?(?:first|last|both)"
    r"|first and last)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\W*(?:(?:from|between|weeks?|days?)\W*)*", re.IGNORECASE)
_TAKES = re.compile(r"duration|length|takes|lasts|runs for|time", re.IGNORECASE)
_IN_ALL = re.compile(rf"(?P<label>[A-Z][\w -]{{2,30}}): {LENGTH.pattern}\b", re.IGNORECASE)
_REACH = 60
_Law = Callable[[Window], int]
"""How days are counted."""
_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each duration that disagrees with the window in its row or just before it."""
    for _, rows in facts.reading.tables:
        law = next((each for each in (_every_day, _weekdays) if _holds(each, rows)), None)
        numbered = _are_numbered(rows)
        for row in rows if not numbered else ():
            found, cell = row_window(row), _length_cell(row)
            length = LENGTH.fullmatch(_with_unit(row, cell)) if cell else None
            if found and cell and length and found[0].is_whole:
                told = list(against(found[0], length, row.mark(cell)))
                yield from told or _otherwise_counted(found[0], length, row.mark(cell), law)
    for phrase in facts.reading.phrases:
        for each in phrase.windows if phrase.form not in {"cell", "code"} else ():
            if each.window.is_whole and each.window.first != each.window.last:
                yield from _beside(phrase, each)
    yield from _between_two(facts)
    yield from _labelled(facts)


def _labelled(facts: Facts) -> Iterator[Contradiction]:
    """`Duration: 12 weeks.` below the heading of a part that tells its dates."""
    for card in (card for deck in facts.decks for card in deck.cards if not card.time):
        whole = [each.value.windows[0].window for each in card.fields if not each.label and _is_window(each.value)]
        told = [each for each in card.fields if _TAKES.fullmatch(level(each.label).strip())]
        length = LENGTH.fullmatch(level(told[0].value.plain).strip(" .")) if len(told) == 1 else None
        if length and len(set(whole)) == 1:
            yield from against(whole[0], length, told[0].quote)


def _is_window(value: Phrase) -> bool:
    """A stretch of time and nothing else."""
    found = value.windows[0] if len(value.windows) == 1 else None
    if not found or not found.window.is_whole or found.window.first == found.window.last:
        return False
    return (
        not re.search(r"\w", value.plain[found.end :]) and _BEFORE.fullmatch(value.plain[: found.start]) is not None
    )


def _beside(phrase: Phrase, each: Found) -> Iterator[Contradiction]:
    """A length right behind the dates, or right before them."""
    plain = level(phrase.plain)
    for beside in (_BESIDE.match(plain, each.end), _AHEAD.search(plain, max(0, each.start - _REACH), each.start)):
        spread = beside and re.match(
            r"\s+(?:per|each|every|before|after|later|earlier)\b",
            plain[beside.end() : each.start] or plain[beside.end() :],
        )
        if beside and not spread:
            both = _BOTH_ENDS.search(plain) is not None
            quote = phrase.mark(beside.start("n"), beside.end("unit"))
            yield from against(each.window, beside, quote, both=both)


def _between_two(facts: Facts) -> Iterator[Contradiction]:
    """`Ground time: 12 calendar days, both ends counted`, beside the one first and last day above."""
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        told = _IN_ALL.finditer(plain) if phrase.is_spoken else ()
        found = next((each for each in told if count_word(each["n"])), None)
        if found and _BOTH_ENDS.search(plain, found.end()):
            before = [
                each for each in facts.reading.phrases if each.under == phrase.under and _is_above(each, phrase)
            ]
            days = [each.window for other in before for each in other.windows if each.window.scale == "date"]
            window = _from_to(days)
            if window:
                yield from against(window, found, phrase.mark(found.start("n"), found.end("unit")), both=True)


def _is_above(each: Phrase, phrase: Phrase) -> bool:
    one, other = each.text.place(), phrase.text.place()
    return one.file == other.file and one.line <= other.line and each.form != "heading"


def _from_to(days: list[Window]) -> Window | None:
    """One range, or two single days."""
    if len(days) == 1:
        return days[0]
    single = len(days) == _FEWEST and all(each.first == each.last for each in days)
    return Window("date", days[0].first, days[1].last) if single else None


def _holds(law: _Law, rows: tuple[Row, ...]) -> bool:
    """Tell whether all rows but one count so, two at least."""
    return sum(_counts(law, row) for row in rows) >= max(_FEWEST, len(rows) - 1)


def _counts(law: _Law, row: Row) -> bool:
    found, cell = row_window(row), _length_cell(row)
    length = LENGTH.fullmatch(_with_unit(row, cell)) if cell else None
    return bool(found and length and _is_exact(found[0], length, law))


def _is_exact(window: Window, length: "re.Match[str]", law: _Law) -> bool:
    daily = length["unit"].lower().startswith("d") and window.scale == "date" and window.is_whole
    return daily and count_word(length["n"]) == law(window)


def _every_day(window: Window) -> int:
    return (window.last or 0) - (window.first or 0) + 1


def _weekdays(window: Window) -> int:
    """Days from Monday to Friday; days count from a Monday, the first of the year 1."""
    weeks, rest = divmod(max(_every_day(window), 0), WEEK)
    begun = (window.first or 1) - 1
    return weeks * WORKDAYS + sum((begun + day) % WEEK < WORKDAYS for day in range(rest))


def _otherwise_counted(
    window: Window, length: "re.Match[str]", quote: Quote, law: _Law | None
) -> Iterator[Contradiction]:
    """A table whose other rows count in one way counts so in this one."""
    if law and window.scale == "date" and not _is_exact(window, length, law):
        message = f'"{window}" are {law(window)} days as the other rows count, not {length["n"]}'
        yield Contradiction(message, quote, help="change the duration or the window")


def _are_numbered(rows: tuple[Row, ...]) -> bool:
    """The weeks of a course are numbered one by one; figures that each are one more than the last are no lengths."""
    cells = [row.cell("day", "week") for row in rows if not row.cell("duration")]
    told = [int(figure) for cell in cells if cell and (figure := level(cell.plain).strip()).isdecimal()]
    return len(told) == len(rows) >= _FEWEST and all(other == one + 1 for one, other in pairwise(told))


def _length_cell(row: Row) -> Phrase | None:
    """A column of days or weeks beside a start and an end tells how long, not when."""
    both = row.cell("start") and row.cell("end")
    return row.cell("duration", "day", "week") if both else row.cell("duration")


def _with_unit(row: Row, cell: Phrase) -> str:
    plain = level(cell.plain).strip()
    header = row.grid.header[row.cells.index(cell)].plain
    return f"{plain} {unit_of_figures(header)}" if plain.isdecimal() else plain
