"""Something is planned for days on which a text forbids it.

Either the rule is broken on the day, or the day has to be moved when everybody has been booked.

Fails:

```markdown
No shop may close from 20 December 2027 through 3 January 2028.

| Wave | Close |
|---|---|
| 1 | 6 December 2027 |
| 2 | 22 December 2027 |
```

Passes:

```markdown
No shop may close from 20 December 2027 through 3 January 2028.

| Wave | Close |
|---|---|
| 1 | 6 December 2027 |
| 2 | 13 December 2027 |
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.windows import Found
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NO = re.compile(
    r"\bno (?P<noun>[a-z]{3,})\b[^.;]{0,20}?\b(?:may|must|can|shall|will|is to|are to|is"
    r"|are)\s(?:be\s)?(?P<verb>[a-z]{2,})\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:except|unless|apart from|without|but)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|never|before|after|until|freeze|blackout)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\W*(?:re-?\w+|opens?|ends?|until|to|back)\b", re.IGNORECASE)
_ANY = frozenset({"go", "take", "happen", "run", "start", "begin", "made", "done", "held"})
_ROOT = 4
_Days = tuple[int, int]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each entry and each row that does what is forbidden within the days that the text tells."""
    for claim in facts.reading.phrases:
        plain = level(claim.plain)
        said = _NO.search(plain) if claim.is_spoken and claim.windows else None
        if said is None or _EXCEPT.search(plain):
            continue
        days = [days for each in claim.windows if each.start > said.start() and (days := _days(each))]
        quote = claim.mark(said.start(), said.end())
        for there, booked in _booked(facts, claim, said["noun"].lower(), said["verb"].lower()):
            if any(first <= booked[1] and booked[0] <= last for first, last in days if last > first):
                yield Contradiction(
                    "planned for days on which it is forbidden", there, (quote,), "move it to other days"
                )


def _days(found: Found) -> _Days | None:
    window = found.window
    return (window.first, window.last) if window.scale == "date" and window.first and window.last else None


def _booked(facts: Facts, claim: Phrase, noun: str, verb: str) -> Iterator[tuple[Quote, _Days]]:
    for phrase in facts.reading.phrases:
        if phrase.form == "item" and phrase is not claim and _does(phrase.plain, noun, verb):
            for found in phrase.windows[:1]:
                days = _days(found)
                if days and not _NOT.search(phrase.plain):
                    yield phrase.mark(found.start, found.end), days
    for _, rows in facts.reading.tables:
        yield from (each for row in rows for each in _of_row(row, noun, verb))


def _of_row(row: Row, noun: str, verb: str) -> Iterator[tuple[Quote, _Days]]:
    """The column named after it; up to the next one, where that tells when it is over."""
    for column, header in enumerate(row.grid.header):
        days = _only(row.cells[column]) if _does(header.plain, noun, verb, alone=True) else None
        after = column + 1 < len(row.cells) and _AGAIN.match(row.grid.header[column + 1].plain)
        over = _only(row.cells[column + 1]) if after else None
        if days:
            yield row.mark(row.cells[column]), (days[0], over[1] if over else days[1])
            return


def _only(cell: Phrase) -> _Days | None:
    return _days(cell.windows[0]) if len(cell.windows) == 1 else None


def _does(text: str, noun: str, verb: str, *, alone: bool = False) -> bool:
    """The words of a text name the thing and what is done; a heading of a column one of them."""
    words = [word.lower() for word in re.findall(r"[A-Za-z]+", text)]
    thing = any(word.startswith(noun.rstrip("s")) for word in words)
    deed = verb in _ANY or any(word.startswith(verb[:_ROOT]) for word in words)
    return (thing and verb in _ANY) or (deed and verb not in _ANY and (alone or thing))
