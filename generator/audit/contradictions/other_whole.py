"""A part is told of a whole that is another number wherever else it is told.

`9 of the 36` cannot be right where there are 38.

Fails:

```markdown
The yard has 38 cranes. Before winter all 38 cranes are greased.

Of these, 9 of the 36 cranes are inspected twice.
```

Passes:

```markdown
The yard has 38 cranes. Before winter all 38 cranes are greased.

Of these, 9 of the 38 cranes are inspected twice.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.totals import bare_counts
from generator.audit.understanding.words import NUMBER_WORD, ahead, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_PART = re.compile(rf"\b(?:\d{{1,5}}|{NUMBER_WORD})\s(?:out\s)?of\s(?:the|our|all|all the)\s$", re.IGNORECASE)
_CELL = re.compile(r"(?:at least |at most |min\.? |≥ ?)?(?P<part>\d{1,5}) of (?P<whole>\d{1,5})", re.IGNORECASE)
_OWN = re.compile(
    r"\s(?:of|in|from|who|which|that|with|on|at|for|still|left|per|each|a|under|over|above|below|between|invited"
    r"|present)\b|\s\(",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf"\b(?:first|last|other|further|more|least|most|to|than|another|next|and|or|new|about|around|minus|with|up"
    rf"|only|plus|remaining|per|each)\s$|\b(?:\d{{1,5}}|{NUMBER_WORD})\s(?:of|to|or|and|out of)\s(?:the\s)?$"
    r"|\b(?:group|team|set|batch|part|half|share|pair|lot|class|crew|row|block|list)s? of\s$|[-+/×x=(]\s?$",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|all the|all of the|total of)\s$", re.IGNORECASE)
_NEAR = 4
"""A slip is off by no more than a fourth."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each whole of which a part is told, where all other texts tell one other number of the same things."""
    claims = [claim for phrase in facts.reading.phrases if phrase.is_spoken for claim in _claims(phrase)]
    claims += list(_labelled(facts))
    for head, value, quote in claims:
        told = _told(facts, head, quote)
        firm = [each for each in told if each[2]] or (told if len(told) > 1 else [])
        if len({each for each, _, _ in firm}) == 1 and value not in {each for each, _, _ in told}:
            other, there, _ = firm[0]
            if other != value and abs(other - value) * _NEAR <= other:
                message = f"{value.normalize():f} are the whole here, {other.normalize():f} there"
                yield Contradiction(message, quote, (there,))


def _claims(phrase: Phrase) -> Iterator[tuple[str, Decimal, Quote]]:
    """`9 of the 38 teachers work`: all of them, not `of the 38 teachers in the north`."""
    plain = level(phrase.plain)
    for each in quantities_in(phrase.plain, comma=phrase.style.comma) if " of " in plain else ():
        bare = len(each.noun) == 1 and each.is_count and each.head not in TIMES
        if bare and _PART.search(ahead(plain, each.start)) and not _OWN.match(plain, each.last):
            yield each.head, each.value, phrase.mark(each.start, each.last)


def _labelled(facts: Facts) -> Iterator[tuple[str, Decimal, Quote]]:
    """`Interfaces tested | at least 24 of 26`."""
    for _, rows in facts.reading.tables:
        for row in rows:
            words = tokens_of(row.cells[row.grid.key_column].plain)
            for cell in row.cells if words and len(words) <= 2 else ():  # noqa: PLR2004 # a thing, and what happens to it
                found = _CELL.fullmatch(level(cell.plain).strip())
                if found:
                    yield words[0][0], Decimal(found["whole"]), row.mark(cell)


def _told(facts: Facts, head: str, quote: Quote) -> list[tuple[Decimal, Quote, bool]]:
    """Every number of the bare things elsewhere, and whether it is told for itself."""
    found = [
        (each.value, phrase.mark(each.start, each.last), _is_alone(phrase, each))
        for phrase in facts.reading.phrases
        if phrase.form in {"paragraph", "item", "cell", "heading"}
        for each in quantities_in(phrase.plain, comma=phrase.style.comma)
        if each.is_count and each.head == head and each.value > 1 and _is_all(phrase, each)
    ]
    return [each for each in found if each[1].place != quote.place]


def _is_alone(phrase: Phrase, each: Quantity) -> bool:
    """In a cell, as the first of a row of numbers, or as `all 38`: no sentence tells something of these alone."""
    plain = level(phrase.plain)
    nested = phrase.item is not None and phrase.item.depth > 0
    listed = phrase.is_spoken and not nested and bare_counts(phrase.plain, each)
    return phrase.form == "cell" or bool(listed) or bool(_ALL.search(ahead(plain, each.start)))


def _is_all(phrase: Phrase, each: Quantity) -> bool:
    plain = level(phrase.plain)
    if _PART.search(ahead(plain, each.start)):
        return True
    return len(each.noun) == 1 and not _SOME.search(ahead(plain, each.start))
