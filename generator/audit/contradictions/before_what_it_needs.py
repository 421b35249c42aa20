"""A sentence says that one thing needs another one, and the dates have it first.

Whoever keeps the dates begins without what is needed.

Fails:

```markdown
| Step | Date | Who |
|---|---|---|
| Furniture in | 22 October | Ken |
| Network tested | 19 October | Dawn |

The network test needs the furniture, as the sockets sit in the desks.
```

Passes:

```markdown
| Step | Date | Who |
|---|---|---|
| Furniture in | 22 October | Ken |
| Network tested | 29 October | Dawn |

The network test needs the furniture, as the sockets sit in the desks.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.dated import Calendar, Dated, calendar_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.sentences import is_cited, sentences_of
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import key_of, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NEEDS = re.compile(
    r"(?P<late>[^.;:,]{3,60}?) (?:(?:will|must|can|may) )?"
    r"(?:needs?|requires?|depends? on|waits? for|follows?|(?:only )?(?:starts?|begins?|happens?|comes?|goes ahead)"
    r" (?:only )?(?:after|once|when)|only after)"
    r" (?:both )?(?P<early>[^.;:]{3,120})",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?P<late>[^.;:,]{3,60}?) (?:(?:may|can|must|should|shall|is|are|will|do|does) not|cannot|never)\b"
    r"(?P<deed>[^.;:,]{0,50}?) (?:before|until|unless|without) (?P<early>[^.;:]{3,120})",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"(?P<late>[^.;:,]{3,60}?) (?:(?:is|are|will be|may|can|must|should|does|do) )?only (?:be )?[\w -]{0,40}?\b"
    r"(?:after|once|when|as soon as) (?P<early>[^.;:]{3,120})",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?P<early>[^.;:,]{3,60}?) (?:must|has to|have to|needs? to) (?:be|have been|come"
    r"|finish)\b[^.;:,]{0,40}? before"
    r" (?P<late>[^.;:,]{3,60})",
    re.IGNORECASE,
)
_IN_ENTRY = re.compile(
    r"[,;(]\s?(?:this |which |it )?(?:needs?|requires?|depends? on|waits? for|builds? on"
    r"|(?:only )?(?:after|once|when))\s"
    r"(?P<early>[^.;:()]{3,90})",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"\b(?:finished|complete[d]?|whole|ready|dry|tested|approved|signed|final|done)\b", re.IGNORECASE
)
_AND = re.compile(r",? (?:and|but) |, ")
_AND_BEFORE = re.compile(
    r"(?:just |well |long |always |still )?(?:before|until|ahead of|prior to|not|precedes?|comes? before)\b",
    re.IGNORECASE,
)
"""`After the survey and before the works`: what comes later is not needed."""
_GOES_ON = re.compile(
    r"\b(?:after|comes?|follows?|needs?|requires?|waits?|starts?|begins?|depends?)\b", re.IGNORECASE
)
"""`After the survey, and the works come after the permit`: another thing has its own needs."""
_REASON = re.compile(r"\s\(|,? (?:as|because|since|so that|which|that|for|to|at least|within)\b")
_HABIT = re.compile(
    r"\b(?:usually|each|every|any|always|if|would|\d+ (?:hours?|days?|weeks?|minutes?))\b", re.IGNORECASE
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing that is dated before one which a sentence says it needs."""
    calendar = calendar_of(facts.reading)
    yield from _in_tables(facts)
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        if phrase.form == "item" and len(phrase.windows) == 1 and calendar.by_word:
            yield from _in_entry(phrase, calendar)
        for start, end in sentences_of(plain) if phrase.is_spoken and calendar.by_word else ():
            for pattern in (_NEVER, _ONLY, _FIRST, _NEEDS):
                found = pattern.search(plain, start, end)
                if found and not is_cited(plain, *found.span()):
                    yield from _against(phrase, found, calendar)
                    break


def _in_tables(facts: Facts) -> Iterator[Contradiction]:
    for _, rows in facts.reading.tables:
        named: dict[frozenset[str], list[Row]] = defaultdict(list)
        for row in rows:
            named[key_of(row.cells[row.grid.key_column].plain)].append(row)
        for row in rows:
            yield from _in_row(row, named)


def _in_row(row: Row, rows: dict[frozenset[str], list[Row]]) -> Iterator[Contradiction]:
    """The other rows that a cell below *after* names in their own words."""
    cell, own = row.cell("depends"), row_window(row)
    for part in re.split(r"\s*(?:,|;|\+|&|\band\b)\s*", cell.plain) if cell and own else ():
        asked = key_of(part)
        named = [each for each in rows.get(asked, []) if each is not row and asked]
        needed = row_window(named[0]) if len(named) == 1 else None
        if cell and own and needed and _begins_before_end(own[0], needed[0]):
            message = f"begins {own[0]}, and needs what ends {needed[0]}"
            yield Contradiction(message, row.mark(cell), (named[0].mark(needed[1]),), "mend the order or the dates")


def _begins_before_end(one: Window, other: Window) -> bool:
    """Days are compared with days, both told with their ends; a week only with a later one."""
    same = one.scale == other.scale and one.grain == other.grain and one.is_whole and other.is_whole
    if same and one.grain > 1:
        return (one.last or 0) < (other.first or 0)
    return same and (one.first or 0) < (other.last or 0)


def _in_entry(phrase: Phrase, calendar: Calendar) -> Iterator[Contradiction]:
    """`Survey, needs the finished cabling: 14 to 16 September`: an entry of a list with its own time."""
    window = phrase.windows[0].window
    for found in _IN_ENTRY.finditer(level(phrase.plain)):
        for part in () if _HABIT.search(found.group()) else _AND.split(_REASON.split(found["early"])[0]):
            early = calendar.meant(part)
            if early is None or early.quote.place.line == phrase.text.place().line or early.window == window:
                continue
            begun = early.window.scale == window.scale and (window.first or 0) < (early.window.last or 0)
            unfinished = begun and _FINISHED.search(part) and early.window.grain == window.grain
            if unfinished or _is_before(Dated(frozenset(), window, phrase.quote()), early):
                message = f"needed first, and dated for {early.window}, after {window}"
                quote = phrase.mark(found.start("early"), found.end("early"))
                yield Contradiction(message, quote, (early.quote,), "mend the order or the dates")


def _against(phrase: Phrase, found: "re.Match[str]", calendar: Calendar) -> Iterator[Contradiction]:
    groups = found.groupdict()
    late = calendar.meant(f"{groups['late']} {groups.get('deed') or ''}") or calendar.meant(groups["late"])
    if late is None or _HABIT.search(found.group()):
        return
    first, *others = _AND.split(_REASON.split(groups["early"])[0])
    for part in (first, *takewhile(lambda part: not _GOES_ON.search(part), others)):
        early = None if _AND_BEFORE.match(part) else calendar.meant(part)
        unfinished = early and _FINISHED.search(part) and _begins_within(late, early)
        if early and early is not late and (unfinished or _is_before(late, early)):
            message = f"needed first, and dated for {early.window}, after {late.window}"
            quote = phrase.mark(found.start("late"), found.end())
            yield Contradiction(message, quote, (early.quote, late.quote), "mend the order or the dates")


def _begins_within(late: Dated, early: Dated) -> bool:
    """It begins before the other, which is to be finished by then, has its last day; both told in days."""
    one, other = late.window, early.window
    known = one.scale == other.scale and one.grain == other.grain and one.first is not None
    longer = other.first is not None and other.last is not None and other.first < other.last
    return known and longer and (one.first or 0) < (other.last or 0) and (one.last or 0) >= (other.first or 0)


def _is_before(late: Dated, early: Dated) -> bool:
    """Only what begins and ends earlier is surely before; days and weeks are never compared."""
    one, other = late.window, early.window
    if (
        one.scale != other.scale
        or one.grain != other.grain
        or not (one.first and one.last and other.first and other.last)
    ):
        return False
    return one.first < other.first and one.last < other.last
