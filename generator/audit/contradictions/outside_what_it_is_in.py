"""An entry tells a time outside the stretch of what it stands below, where the others there lie within.

What does not happen in its part happens in the next one, or has been forgotten when the part was moved.

Fails:

```markdown
- **On air** (days 11-15)
  - night shows, from day 11
  - breakfast show, on day 16
```

Passes:

```markdown
- **On air** (days 11-15)
  - night shows, from day 11
  - breakfast show, on day 15
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_AROUND = re.compile(
    r"\b(?:before|after|until|ahead|prepar\w*|follow\w*|towards?|countdown|deadlines?|due|notice|order(?:ed)?|book\w*"
    r"|earlier|later|previous|next|announce\w*|invit\w*|letters?|needs?|depends|waits?|since|instead|moved|reserve"
    r"|buffer|review\w*|retro\w*|result\w*|report\w*|warranty|delivered|arriv\w*)\b",
    re.IGNORECASE,
)
_NAME_BEHIND = re.compile(r"\)?\W*(?:[A-ZÀ-Þ][\w.'-]*(?: [A-ZÀ-Þ][\w.'-]*){0,2})?\W*")
_OPENS = re.compile(r"\W*[A-ZÀ-Þ][\w' &-]{1,40}\(")
_WEEKEND = 3
"""Days by which a date may lie beside a stretch: the Monday after its Friday."""
_Within = tuple[Window, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one entry of those below a stretch of time that lies outside of it."""
    yield from _inside(facts)
    for (window, quote), below in _groups(facts.reading):
        told = [
            (each, found.window) for each in below for found in each.windows if found.window.scale == window.scale
        ]
        strange = [(phrase, each) for phrase, each in told if not _within(each, window)]
        if len(strange) != 1 or len(told) - 1 < 1 or _AROUND.search(strange[0][0].plain):
            continue
        phrase, at = strange[0]
        if _is_away(at, window):
            found = next(each for each in phrase.windows if each.window == at)
            message = f"told for {at}, below what takes place {window}"
            yield Contradiction(
                message, phrase.mark(found.start, found.end), (quote,), "move it inside, or change the stretch"
            )


def _inside(facts: Facts) -> Iterator[Contradiction]:
    """`Sprint 5 (weeks 9-10): the build is frozen in week 8`."""
    for phrase in facts.reading.phrases:
        windows = phrase.windows if phrase.is_spoken and len(phrase.windows) > 1 else []
        plain = level(phrase.plain)
        own = windows[0] if windows and _OPENS.fullmatch(plain[: windows[0].start]) else None
        if own is None or plain[own.end : own.end + 1] != ")" or not own.window.is_whole:
            continue
        later = [each for each in windows[1:] if each.window.scale == own.window.scale]
        strange = [each for each in later if not _within(each.window, own.window)]
        if len(strange) == 1 and own.window.first != own.window.last and not _AROUND.search(plain):
            message = f"told for {strange[0].window}, in what takes place {own.window}"
            quote = phrase.mark(strange[0].start, strange[0].end)
            if _is_away(strange[0].window, own.window):
                yield Contradiction(message, quote, (phrase.mark(own.start, own.end),), "move it, or the stretch")


def _groups(reading: Reading) -> Iterator[tuple[_Within, list[Phrase]]]:
    """Entries below an entry, and below a heading, that tells a stretch of time in brackets or behind its name."""
    texts = {(each.text.file, each.text.spot): each for each in reading.phrases}
    below: dict[tuple[str, tuple[int, int]], list[Phrase]] = defaultdict(list)
    for phrase in reading.phrases:
        if phrase.form == "item" and phrase.item:
            heading = phrase.under[-1].text if phrase.under else None
            above = phrase.item.above or (heading if not phrase.item.depth else None)
            if above:
                below[above.file, above.spot].append(phrase)
    for key, entries in below.items():
        head = texts.get(key)
        if head and len(head.windows) == 1 and head.windows[0].window.is_whole and _is_titled(head):
            found = head.windows[0]
            if found.window.first != found.window.last:
                yield (found.window, head.mark(found.start, found.end)), entries


def _is_titled(head: Phrase) -> bool:
    """A name with its stretch of time, and whose it is at most."""
    found, plain = head.windows[0], level(head.plain)
    return bool(_NAME_BEHIND.fullmatch(plain[found.end :])) and not _AROUND.search(plain)


def _within(each: Window, window: Window) -> bool:
    first = each.first if each.first is not None else each.last
    last = each.last if each.last is not None else each.first
    if first is None or last is None:
        return True
    return (window.first or 0) <= first and last <= (window.last or 0)


def _is_away(each: Window, window: Window) -> bool:
    room = _WEEKEND if window.scale == "date" else 0
    first, last = each.first or each.last or 0, each.last or each.first or 0
    return first > (window.last or 0) + room or last < (window.first or 0) - room or room == 0
