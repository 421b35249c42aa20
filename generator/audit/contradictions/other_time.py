"""A sentence tells another time of day than the timetable has for the same entry.

The short version at the top is what everybody reads; the timetable is what the day is run by.

Fails:

```markdown
- Ceremony 14:30, dinner 17:00

## The day

- 13:30 Ceremony
- 14:15 Photos
- 17:00 Dinner
```

Passes:

```markdown
- Ceremony 13:30, dinner 17:00

## The day

- 13:30 Ceremony
- 14:15 Photos
- 17:00 Dinner
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Under
from generator.audit.calendar import WEEKDAY
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.clocks import Clock, clocks_in, spans_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BESIDE = re.compile(r"[\s:,;|-]*")
_CUT = re.compile(r"[,;:(.|]|\s-\s|\s(?:in|at|on|for|with|by|of|to|from|near|and|&)\s", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;!?]\s|:\s(?!\d)|,\s(?:and\s|then\s)?|\sand\s|\sthen\s|\s[·•|/]\s|\(|\s-\s", re.IGNORECASE)
_SAID = re.compile(
    r"(?:(?:the|our|its)\s)?(?P<name>[A-Za-zÀ-ÿ][\w'-]*(?:\s[\w'-]+){0,3}?)"
    r"(?:\s(?:is|are|starts?|begins?|opens?|follows|takes place|is served|is held|is planned))?(?:\s(?:at"
    r"|from))?\s?:?\s*",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Za-zÀ-ÿ][\w'-]*(?:\s[\w'-]+){0,3}")
_OTHERWISE = re.compile(
    r"\b(?:if|unless|instead|usually|normally|last year|was|were|not|no|except|move[sd]?|later|earlier"
    r"|before|after|until"
    r"|by|rehearsal|latest|ends?|over|closes?|back|option|alternative|rain|wet|or)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|otherwise|in case|should|could|would|rain|wet|alternative\w*|last year)\b", re.IGNORECASE
)
_FOR = re.compile(r"\s(?:for|in the case of|with)\s", re.IGNORECASE)
_DAY = re.compile(
    rf"\b{WEEKDAY}\b|\bdays? \d|\b\d{{1,2}}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_FEWEST, _LONGEST = 3, 4
_MOST = 40
"""Times of day in one text; nobody writes more."""
_Name = tuple[str, ...]


@dataclass(frozen=True)
class _Slot:
    """An entry of a timetable: when it begins, and the headings that it stands below."""

    minute: int
    under: Under
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each time in a sentence that no entry of that name in a timetable has."""
    slots = _slots(facts)
    for phrase in facts.reading.phrases if slots else ():
        if phrase.is_spoken and not _leads(phrase.plain):
            for name, clock in _said(phrase):
                told = slots.get(name, [])
                own = [each for each in told if each.under == phrase.under] or told
                if own and clock.minute not in {each.minute for each in own} and _is_one_day(phrase, own):
                    here = phrase.mark(clock.start, clock.end)
                    message = f'"{" ".join(name)}" is at {clock} here, and in the timetable at {_time(own[0].minute)}'
                    yield Contradiction(message, here, (own[0].quote,))


def _time(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _is_one_day(phrase: Phrase, slots: list[_Slot]) -> bool:
    """Entries of several days stand below several headings; a sentence that names its day may mean another."""
    return len({each.under for each in slots}) == 1 and not _DAY.search(phrase.plain)


def _slots(facts: Facts) -> dict[_Name, list[_Slot]]:
    """What entries and rows begin with a time of day, by the name that follows it."""
    found: dict[_Name, list[_Slot]] = {}
    for phrase in facts.reading.phrases:
        if phrase.form == "item" and _leads(phrase.plain):
            spans = [each.end for each in spans_in(phrase.plain)[:1]]
            clock = clocks_in(phrase.plain)[0]
            name = _name(level(phrase.plain)[max([clock.end, *spans]) :])
            if name:
                slot = _Slot(clock.minute, phrase.under, phrase.mark(clock.start, clock.end))
                found.setdefault(name, []).append(slot)
    for _, rows in facts.reading.tables:
        timed = [row for row in rows if row.cells and _leads(row.cells[0].plain)]
        for row in timed if len(timed) == len(rows) >= _FEWEST else ():
            for name, slot in _of_row(row):
                found.setdefault(name, []).append(slot)
    return found


def _of_row(row: Row) -> Iterator[tuple[_Name, _Slot]]:
    clock = clocks_in(row.cells[0].plain)[0]
    cell = next(
        (each for each in row.cells[1:] if re.search(r"[A-Za-z]", each.plain) and not clocks_in(each.plain)), None
    )
    name = _name(level(cell.plain)) if cell else ()
    if name:
        yield name, _Slot(clock.minute, row.cells[0].under, row.mark(row.cells[0]))


def _leads(plain: str) -> bool:
    clocks = clocks_in(plain)
    return bool(clocks) and not re.search(r"\w", level(plain)[: clocks[0].start])


def _name(rest: str) -> _Name:
    """The words up to the first mark or preposition: `Ceremony (35 minutes)`, `Doors, bar open`."""
    words = _CUT.split(rest.lstrip(" :,;|-"))[0].strip(" *_")
    stems = tuple(stem for stem, _, _ in tokens_of(words)) if _NAME.fullmatch(words) else ()
    return stems if 0 < len(stems) <= _LONGEST else ()


def _said(phrase: Phrase) -> Iterator[tuple[_Name, Clock]]:
    """`Ceremony 13:30, dinner 17:00`, `the doors open at 18:00`."""
    plain = level(phrase.plain)
    ends = {each.last.start for each in spans_in(phrase.plain)}
    sentences = sentences_of(plain)
    for clock in clocks_in(phrase.plain)[:_MOST]:
        start = max(
            (each.end() for each in _CLAUSE.finditer(plain, max(0, clock.start - 80), clock.start)), default=0
        )
        clause = plain[start : clock.start]
        found = _SAID.fullmatch(clause) if clock.start not in ends and len(clause) <= 60 else None  # noqa: PLR2004
        stop = next((each.start() for each in _CLAUSE.finditer(plain, clock.end)), len(plain))
        sentence = next(((one, end) for one, end in sentences if one <= clock.start < end), (0, len(plain)))
        sure = not _SUPPOSED.search(plain, *sentence) and not _FOR.match(plain, clock.end)
        if found and sure and not _OTHERWISE.search(clause) and not _OTHERWISE.search(plain, clock.end, stop):
            for words in dict.fromkeys((found["name"], clause)):
                name = _name(words)
                if name:
                    yield name, clock
