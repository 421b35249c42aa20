"""Going back takes longer than the standstill that is allowed.

When it is needed, the promise on the outage is broken however well everybody works.

Fails:

```markdown
The fallback takes 56 minutes in all.

A standstill of up to 45 minutes is tolerated by the customers.
```

Passes:

```markdown
The fallback takes 40 minutes in all.

A standstill of up to 45 minutes is tolerated by the customers.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.blocks import Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import Length, lengths_in, told_minutes
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sentences import Stretch, sentences_of
from generator.audit.understanding.steps import Steps, steps_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_UNDO = re.compile(
    r"\b(?:roll(?:ing|s)?[ -]?backs?|back(?:ing|s)?[ -]?outs?|fall(?:ing|s)?[ -]?backs?|restor(?:e|es|ing"
    r"|ation)|revert\w*"
    r"|way back|return(?! on\b)|(?:is|are|be|get) back|back to the old|undo\w*|(?:switch|rout|mov|turn|chang"
    r"|go)(?:e|es|ing)? back)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\b(?:outages?|down ?-?times?|standstills?|interruptions?|unavailab\w+|service breaks?|stoppages?|offline"
    r"|closures?)\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:at most|no more than|not more than|up to|max(?:imum)?|within|under|below|less than|allowed|tolerated"
    r"|allows)\b|[<≤]",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?:\b(?:at most|(?:no|not) (?:more|longer) than|up to|max(?:imum)?(?: of)?|within|under|below|less than"
    r"|(?:time )?limit(?:\s\w+){0,3}"
    r"|allow(?:s|ed))\b|[<≤])\W*(?:is\s|of\s|are\s)?$",
    re.IGNORECASE,
)
_OF_EACH = re.compile(r"\W*(?:each|every|any|all|no|none of)\b", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:takes?|lasts?|needs?|requires?|time|in all|in total|altogether)\b|[<≤:(]", re.IGNORECASE)
_SECONDS = {"second": 1, "s": 1, "sec": 1, "minute": 60, "min": 60, "hour": 3600, "h": 3600}
_Length = tuple[Decimal, str, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield steps that take longer than their limit, and the longest way back above the allowed standstill."""
    for steps in steps_of(facts.reading):
        yield from _against_limit(steps)
    yield from _against_standstill(facts)


def _against_limit(steps: Steps) -> Iterator[Contradiction]:
    """`A return must be complete within 3 hours`, and below it what is done, one step after the other."""
    titles = " ".join(heading.text.plain for heading in steps.under)
    about = _UNDO.search(" ".join([titles, *(text.plain for text in steps.lead)]))
    limits = [(text, each) for text in steps.lead for each in _limits(text)]
    if (about or steps.numbered) and len({each.minutes for _, each in limits}) == 1:
        text, limit = limits[0]
        if steps.minutes > limit.minutes and max(steps.lengths) <= limit.minutes:
            message = f"the steps take {told_minutes(steps.minutes)}, {limit} are allowed"
            there = Quote(text.plain.strip(), text.place(limit.start, limit.end))
            yield Contradiction(message, steps.longest, (there,), "make the steps shorter, or allow more")


def _limits(text: Text) -> Iterator[Length]:
    """Lengths told as the most that is allowed; not for each of several ways."""
    plain = level(text.plain)
    for each in lengths_in(text.plain):
        start = max((one for one, _ in sentences_of(plain) if one <= each.start), default=0)
        if _MOST.search(plain[start : each.start]) and not _OF_EACH.match(plain, start):
            yield each


def _against_standstill(facts: Facts) -> Iterator[Contradiction]:
    allowed = [each for phrase in facts.reading.phrases for each in _told(phrase, _STOP, _ALLOWED)]
    undone = [
        each for phrase in facts.reading.phrases for each in _told(phrase, _UNDO, _TAKES) if each not in allowed
    ]
    if len({length for length, _, _ in allowed}) != 1:
        return
    limit, written, there = allowed[0]
    if not any(length <= limit for length, _, _ in undone):
        undone += list(_in_tables(facts))
    for length, told, here in undone:
        if length > limit:
            message = f"going back takes {told}, a standstill of {written} is allowed"
            yield Contradiction(message, here, (there,), "make the way back shorter, or allow more")


def _told(phrase: Phrase, about: "re.Pattern[str]", how: "re.Pattern[str]") -> Iterator[_Length]:
    """Yield the one length of time after such a word, in a part of a sentence that says how it is meant."""
    plain = level(phrase.plain)
    if not phrase.is_spoken or not about.search(plain):
        return
    for start, end in (part for sentence in sentences_of(plain) for part in _clauses(plain, sentence)):
        found = [each for each in quantities_in(phrase.plain) if start <= each.start < end and _size(each)]
        if len(found) == 1 and about.search(plain, start, end) and how.search(plain, start, end):
            yield _length(phrase.mark(found[0].start, found[0].last), found[0])


def _clauses(plain: str, sentence: Stretch) -> Iterator[Stretch]:
    start = sentence[0]
    for match in re.finditer(r";\s", plain[sentence[0] : sentence[1]]):
        yield start, sentence[0] + match.start()
        start = sentence[0] + match.end()
    yield start, sentence[1]


def _in_tables(facts: Facts) -> Iterator[_Length]:
    """Each row below a heading on going back tells how long that takes; what prose says of it goes first."""
    for grid, rows in facts.reading.tables:
        times = [
            column for column, meaning in enumerate(grid.meanings) if meaning in {"when", "duration", "rollback time"}
        ]
        for row in rows if len(times) == 1 and grid.sections[:1] == ["rollback"] else ():
            cell = row.cells[times[0]]
            found = [each for each in quantities_in(cell.plain) if _size(each)]
            if len(found) == 1:
                yield _length(row.mark(cell), found[0])


def _size(each: Quantity) -> int:
    return _SECONDS.get(each.unit or each.head, 0)


def _length(quote: Quote, each: Quantity) -> _Length:
    return each.value * _size(each), f"{each.value.normalize():f} {each.unit or each.head}", quote
