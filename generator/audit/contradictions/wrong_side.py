"""What stands below a heading such as *After the opening* is dated before it.

A section is moved with its event, and one of its dates stays where it was.

Fails:

```markdown
Closing night is Saturday 29 March 2025.

## After closing

The get-out starts on Friday 28 March 2025. The lights go back on Monday 31 March 2025, the walls on 2 April 2025.
```

Passes:

```markdown
Closing night is Saturday 29 March 2025.

## After closing

The get-out starts on Saturday 29 March 2025. The lights go back on Monday 31 March 2025, the walls on 2 April 2025.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.dated import Words, words_of
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_HEADING = re.compile(
    r"[\W\d]*(?P<side>after|following|once|before|until|up to|ahead of|leading up to|in the run-up to)\s"
    r"(?P<what>(?:(?:the|our|we|a)\s)?[\w' -]{3,50}?)(?:\s(?:is|are) (?:over|done|open|closed|through))?\W*",
    re.IGNORECASE,
)
_BEFORE = frozenset({"before", "until", "up to", "ahead of", "leading up to", "in the run-up to"})
_IS = re.compile(
    r"(?:(?:the|our)\s)?(?P<name>[A-Za-zÀ-ÿ][\w' -]{2,40}?)\s(?:is|are|takes? place|falls|is held|happens"
    r"|starts?|begins?)"
    r"(?:\s(?:on|from))?\s(?:the\s)?(?:[A-Za-z]+,?\s)?",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:was|were|had|been|since|agreed|last year|until|before|by|as of|dated|version|after|instead"
    r"|originally|signed)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]\s|,\s(?:and\s|so\s|but\s)?|\sand\s")
_REACH, _MOST = 80, 40


@dataclass(frozen=True)
class _Event:
    """Something that is on one day."""

    words: Words
    window: Window
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each date on the wrong side of what its heading names, where another one below is on the right side."""
    reading = facts.reading
    sections = [
        (found["side"].lower(), words_of(found["what"]), phrase)
        for phrase in reading.headings
        if (found := _HEADING.fullmatch(level(phrase.plain)))
    ][:_MOST]
    events = _events(reading) if sections else {}
    below = _below(reading) if sections else {}
    for side, words, heading in sections:
        event = _meant(words, events)
        told = below.get(heading.text, [])
        if event and told:
            yield from _held(event, told, heading, after=side not in _BEFORE)


def _events(reading: Reading) -> dict[str, list[_Event]]:
    """What sentences, entries and rows put on one day, by each of the words that name it."""
    found: list[_Event] = []
    for phrase in reading.phrases:
        for each in phrase.windows if phrase.is_spoken and len(phrase.windows) <= _MOST else ():
            name = _named(phrase, each.start)
            if name:
                found.append(_Event(words_of(name), each.window, phrase.mark(each.start, each.end)))
    for row in (row for _, rows in reading.tables for row in rows if not is_total(row)):
        time = row_window(row)
        if time:
            found.append(_Event(words_of(row.cells[row.grid.key_column].plain), time[0], row.mark(time[1])))
    by_word: dict[str, list[_Event]] = defaultdict(list)
    for event in found:
        for word in event.words:
            by_word[word].append(event)
    return by_word


def _named(phrase: Phrase, start: int) -> str:
    """`Closing night is Saturday 29 March`, `Go-live: 4 May`."""
    plain = level(phrase.plain)
    first = max((each.end() for each in _CLAUSE.finditer(plain, max(0, start - _REACH), start)), default=0)
    said = _IS.fullmatch(plain[first:start])
    label = re.fullmatch(r"(?P<name>[^:]{3,40}):\s(?:[A-Za-z]+,?\s)?", plain[:start][-_REACH:])
    return said["name"] if said else label["name"] if label else ""


def _meant(words: Words, events: dict[str, list[_Event]]) -> _Event | None:
    """The one day on which everything with these words is."""
    near = min((events.get(word, []) for word in words), key=len, default=[])
    found = [each for each in near[:_MOST] if words <= each.words]
    exact = [each for each in found if each.words == words] or found
    return exact[0] if len({each.window for each in exact}) == 1 and exact[0].window.scale == "date" else None


def _below(reading: Reading) -> dict[Text, list[tuple[Window, Quote]]]:
    """The dates told right below each heading, in clauses that do not speak of the past."""
    found: dict[Text, list[tuple[Window, Quote]]] = defaultdict(list)
    for phrase in reading.phrases:
        if phrase.form in {"paragraph", "item", "cell"} and phrase.under and len(phrase.windows) <= _MOST:
            plain = level(phrase.plain)
            for each in phrase.windows:
                before = re.split(r"[.;!?]\s", plain[max(0, each.start - _REACH) : each.start])[-1]
                if each.window.scale == "date" and not _OTHERWISE.search(before):
                    found[phrase.under[-1].text].append((each.window, phrase.mark(each.start, each.end)))
    return found


def _held(
    event: _Event, told: list[tuple[Window, Quote]], heading: Phrase, *, after: bool
) -> Iterator[Contradiction]:
    edge = event.window.first if after else event.window.last
    if edge is None:
        return
    wrong = [
        (window, quote)
        for window, quote in told
        if quote != event.quote and ((window.last or edge) < edge if after else (window.first or edge) > edge)
    ]
    if wrong and len(wrong) * 2 < len(told):
        for window, quote in wrong:
            side = "before" if after else "after"
            message = f'{window} lies {side} what it stands below as "{heading.plain.strip()}"'
            yield Contradiction(message, quote, (event.quote,), "mend the date, or tell it elsewhere")
