"""What is planned between two times of day takes longer than there is time.

Whoever comes after it waits, or it is not finished.

Fails:

```markdown
- 13:00 - 14:00: five interviews of 15 minutes, one after the other
```

Passes:

```markdown
- 13:00 - 14:15: five interviews of 15 minutes, one after the other
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.clocks import DAY, Clock, clocks_in, spans_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import Length, lengths_in, told_minutes
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_IN_TURN = re.compile(
    r"\b(?:one (?:after|by|at a) (?:(?:the |an)?other|one|time)|back[- ]to[- ]back|in (?:turn|a row|succession"
    r"|sequence)"
    r"|successive(?:ly)?|consecutive(?:ly)?|sequential(?:ly)?)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:takes?|lasts?|needs?|requires?|runs?|dr(?:y|ies)|cools?|cures?|sets?|rests?|within|for"
    r"|after)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_READY = re.compile(
    r"\b(?:opens?|re-?opens?|is open|are open|ready|starts?|begins?|back|live|online|available|in use"
    r"|can be used|until|until then)\b"
    r"[^.;:]{0,30}$",
    re.IGNORECASE,
)
_SO = re.compile(r"\b(?:so|therefore|hence|then|before)\b|\bopens?\b|[.;]", re.IGNORECASE)
_LATEST = re.compile(r"\b(?:after|not before|no earlier than|earliest|since)\W*$", re.IGNORECASE)
_EARLIEST = re.compile(r"\b(?:overlap|parallel|meanwhile|already|earlier|the day before)\b", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\W*(?:\w+ ){0,2}(?:the )?(?:next|following) (?:day|morning)|\W*tomorrow", re.IGNORECASE)
_MOST = 12 * 60
_Told = tuple[str, int, int, Clock]
_TWO = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row of things that does not fit its span, and each work that ends after what waits for it."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken and len(phrase.plain) > 1:
            yield from _in_turn(phrase, phrase.plain)
            yield from _waited_for(phrase)
    for _, rows in facts.reading.tables:
        for row in rows:
            clocked = [cell for cell in row.cells if spans_in(cell.plain)]
            for cell in row.cells if len(clocked) == 1 else ():
                if cell is not clocked[0]:
                    yield from _in_turn(cell, f"{clocked[0].plain}; {cell.plain}")


def _in_turn(phrase: Phrase, text: str) -> Iterator[Contradiction]:
    """`Six interviews of 30 minutes, back to back, from 13:00 to 16:00`."""
    spans, lengths = spans_in(text), lengths_in(text)
    if len(spans) != 1 or len(lengths) != 1 or not _IN_TURN.search(level(text)):
        return
    length = lengths[0]
    counts = [each for each in quantities_in(text) if each.is_count and each.end <= length.start]
    near = counts[-1] if counts else None
    if near and near.value * length.minutes > spans[0].minutes:
        message = (
            f"{near.value.normalize():f} times {length} make {told_minutes(near.value * length.minutes)}, "
            f"{spans[0]} there are {told_minutes(spans[0].minutes)}"
        )
        yield Contradiction(message, phrase.mark(0, len(phrase.plain)), (), "take more time, or do less in it")


def _waited_for(phrase: Phrase) -> Iterator[Contradiction]:
    """`It takes 3 hours and is decided by 7:30, so that doors open at 9:00`."""
    stretches, every, told = sentences_of(phrase.plain), clocks_in(phrase.plain), lengths_in(phrase.plain)
    pairs = [(one, end) for (one, _), (_, end) in pairwise(stretches)]
    for start, end in [*stretches, *pairs] if told else ():
        clocks, lengths = within(every, start, end), within(told, start, end)
        if len(clocks) == _TWO and len(lengths) == 1 and _is_chain(level(phrase.plain), clocks, lengths[0], end):
            yield from _held(phrase, clocks[0], lengths[0], clocks[1])
            return


def _is_chain(plain: str, clocks: list[Clock], length: Length, end: int) -> bool:
    """The work begins at the first time or is over the length after it; something opens at the second."""
    one, other = clocks
    before = plain[max(0, min(one.start, length.start) - 60) : length.start]
    between = plain[min(one.end, length.end) : other.start]
    takes = _TAKES.search(plain[max(0, length.start - 40) : length.start])
    return bool(
        length.start < other.start
        and takes
        and _READY.search(plain[max(0, other.start - 60) : other.start])
        and _SO.search(plain[max(one.end, length.end) : other.start])
        and not _LATEST.search(plain[max(0, one.start - 40) : one.start])
        and not _EARLIEST.search(f"{before} {between} {plain[other.end : end]}")
    )


def _held(phrase: Phrase, start: Clock, length: Length, ready: Clock) -> Iterator[Contradiction]:
    next_day = _NEXT_DAY.match(level(phrase.plain)[ready.end :]) is not None
    there = ready.minute - start.minute + (DAY if next_day or ready.minute < start.minute else 0)
    if there < length.minutes and there < _MOST + length.minutes:
        message = f"{length} from {start} on end after {ready}"
        yield Contradiction(message, phrase.mark(length.start, length.end), (), "begin earlier, or open later")
