"""More people are told than there are places for.

Somebody stands at the door: either more places are found before, or fewer people come.

Fails:

```markdown
- Wave 2: 610 users, 28 sessions of 20 seats
```

Passes:

```markdown
- Wave 2: 610 users, 31 sessions of 20 seats
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction, as_counted
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.quantities import PEOPLE, Quantity
from generator.audit.understanding.sentences import amounts_by_sentence
from generator.audit.understanding.totals import is_each
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_PLACES = frozenset({"seat", "place", "bed", "desk", "berth", "slot", "bunk", "chair", "bay", "space", "workplace"})
_GUESTS = PEOPLE | {"user", "guest", "participant", "pupil", "student", "visitor", "attendee", "passenger", "patient",
    "trainee", "child", "children", "delegate", "employee", "resident", "volunteer", "member", "player", "runner",
    "engineer", "nurse", "colleague", "customer", "learner", "teacher", "adult"}  # fmt: skip
_ROOM = re.compile(
    r"\W*(?:max(?:imum)?\.? )?(?:capacity|seats|places|beds|seating|holds|room for|max(?:imum)?)\W*(?:\(.*\))?",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\W*(?:expected |registered |planned |number of )?(?:participants|guests|users|attendees|visitors|pupils"
    r"|students|people|persons|registered|expected|bookings|passengers|patients|trainees|delegates|booked)\W*",
    re.IGNORECASE,
)
_FREE = frozenset({"free", "empty", "spare", "vacant", "open", "remaining", "unused", "extra", "additional", "more"})
_SECOND = re.compile(r"\b(?:second|third|another|other|extra|additional|further|also|besides)\b", re.IGNORECASE)
_NEAR = 40
_LEFT = re.compile(
    r"\s(?:(?:are|is|stays?|remains?|will be)\s)?(?:still\s)?"
    r"(?:left|free|empty|over|open|spare|vacant|remain(?:s|ing)?|unused)\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number of people above the places that its sentence or its row offers them."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken:
            for _, amounts in amounts_by_sentence(phrase.plain, comma=phrase.style.comma):
                yield from _in_sentence(phrase, amounts)
    for _, rows in facts.reading.tables:
        for row in rows:
            yield from _in_row(row)


def _in_sentence(phrase: Phrase, amounts: list[Quantity]) -> Iterator[Contradiction]:
    guests = [each for each in amounts if each.head in _GUESTS]
    places = [each for each in amounts if each.head in _PLACES]
    if len(guests) != 1 or len(places) != 1 or _is_left(phrase, places[0]):
        return
    offered, place = places[0].value, places[0]
    before = [each for each in amounts if each.end <= place.start and each is not guests[0]]
    if before and is_each(level(phrase.plain)[before[-1].end : place.start]):
        offered *= before[-1].value
        place = before[-1]
    if offered < guests[0].value:
        message = f"{as_counted(phrase, guests[0])} are told, and {offered.normalize():f} places"
        quote = phrase.mark(place.start, places[0].last)
        yield Contradiction(message, quote, (), "offer more places, or invite fewer")


def _is_left(phrase: Phrase, places: Quantity) -> bool:
    """`Two places are left`, `six free seats`: what the guests have not taken; `a second boat with 60 places`."""
    if _SECOND.search(level(phrase.plain)[max(0, places.start - _NEAR) : places.start]):
        return True
    return bool(_LEFT.match(level(phrase.plain), places.last)) or not _FREE.isdisjoint(places.noun)


def _in_row(row: Row) -> Iterator[Contradiction]:
    room, coming = _cell(row, _ROOM), _cell(row, _COMING)
    places = band_in(room.plain, comma=room.style.comma) if room else None
    people = band_in(coming.plain, comma=coming.style.comma) if coming else None
    if (
        room
        and places
        and people
        and places.high
        and not places.unit
        and not people.unit
        and people.low > places.high
    ):
        message = f'"{row.cells[row.grid.key_column].plain.strip()}" has {places} places for {people}'
        yield Contradiction(message, row.mark(room), (), "offer more places, or invite fewer")


def _cell(row: Row, pattern: "re.Pattern[str]") -> Phrase | None:
    columns = [index for index, header in enumerate(row.grid.header) if pattern.fullmatch(header.plain)]
    return row.cells[columns[0]] if len(columns) == 1 else None
