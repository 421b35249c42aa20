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
from itertools import islice

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Found
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NO = re.compile(
    r"\bno (?P<noun>[a-z]{3,})\b[^.;]{0,20}?\b(?:may|must|can|shall|will|is to|are to|is"
    r"|are)\s(?:be\s)?(?P<verb>[a-z]{2,})\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:^|[.;:]\s)\W*no (?P<noun>[a-z]{4,})(?: work)?(?: at all| takes? place| (?:is|are) (?:done|planned|allowed))?"
    r" (?:from|between|on|in|during|over)\s",
    re.IGNORECASE,
)
"""`No digging from 3 to 14 May`: of one kind of work, with no verb of its own."""
_WORK = re.compile(r"[a-z]{3,}ing\b", re.IGNORECASE)
_OFF = re.compile(
    r"\b(?:clos\w+|holidays?|breaks?|pauses?|paused|stock-?tak\w+|shut\w*|off|free|empty|instead|deadline|due)\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:except|unless|apart from|without|but)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|never|before|after|until|freeze|blackout)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\W*(?:re-?\w+|opens?|ends?|until|to|back)\b", re.IGNORECASE)
_ANY = frozenset({"go", "take", "happen", "run", "start", "begin", "made", "done", "held"})
_ROOT, _MOST = 4, 20
_Days = tuple[int, int]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each entry and each row that does what is forbidden within the days that the text tells."""
    claims = (each for each in facts.reading.phrases if each.is_spoken and _NONE.search(level(each.plain)))
    for claim in islice(claims, _MOST):
        yield from _without_verb(facts, claim)
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


def _without_verb(facts: Facts, claim: Phrase) -> Iterator[Contradiction]:
    """Stretches below the same heading that begin or end in it; one that goes on behind it makes a pause."""
    said = _NONE.search(level(claim.plain))
    days = [each for found in claim.windows if said and found.start >= said.end() and (each := _days(found))][:1]
    if not (said and days and _is_about(facts, claim, said["noun"].lower())) or _EXCEPT.search(claim.plain):
        return
    quote = claim.mark(said.start(), said.end())
    for there, (first, last) in _stretches(facts, claim, _root(said["noun"].lower())):
        if days[0][0] <= last <= days[0][1] or days[0][0] <= first <= days[0][1]:
            message = "planned for days on which it is forbidden"
            yield Contradiction(message, there, (quote,), "move it to other days")


def _is_about(facts: Facts, claim: Phrase, noun: str) -> bool:
    """Tell whether the title, the headings or the texts around speak of that work, and of nothing but work."""
    root = _root(noun)
    titles = [heading.text.plain for heading in (*claim.under, *facts.reading.titles)]
    beside = [each.plain for each in facts.reading.phrases if each.under == claim.under and each is not claim]
    words = re.findall(r"[a-z]+", " ".join([*titles, *beside]).lower())
    return bool(_WORK.fullmatch(noun)) and any(root in word for word in words)


def _root(noun: str) -> str:
    """`label` of *labelling*, which *relabelled* and *labels* have as well."""
    bare = noun.removesuffix("ing")
    return bare[:-1] if len(bare) > _ROOT and bare[-1] == bare[-2] else bare


def _stretches(facts: Facts, claim: Phrase, root: str) -> Iterator[tuple[Quote, _Days]]:
    texts = (each for each in facts.reading.phrases if each.under == claim.under and each is not claim)
    for phrase in texts:
        found = phrase.windows[0] if phrase.form == "item" and len(phrase.windows) == 1 else None
        days = _days(found) if found and not _OFF.search(phrase.plain) and not _NOT.search(phrase.plain) else None
        if found and days and days[0] < days[1]:
            yield phrase.mark(found.start, found.end), days
    for grid, rows in facts.reading.tables:
        near = grid.under == claim.under and grid.file == claim.text.file
        for row in rows if near and not any(root in header.plain.lower() for header in grid.header) else ():
            told = row_window(row)
            days = (told[0].first or 0, told[0].last or 0) if told and told[0].scale == "date" else (0, 0)
            if told and 0 < days[0] < days[1] and not any(_OFF.search(cell.plain) for cell in row.cells):
                yield row.mark(told[1]), days


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
