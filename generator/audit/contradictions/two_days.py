"""One event is told for two days.

Half of those who read it come on the wrong one.

Fails:

```markdown
- Volunteer rota closed - 19 June 2026

Timo runs the rota; it closes on 26 June 2026.
```

Passes:

```markdown
- Volunteer rota closed - 19 June 2026

Timo runs the rota; it closes on 19 June 2026.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.events import Event, act_and_words, events_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.units import NOUNS
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_ALIAS = re.compile(r"\b(?P<unit>[A-Z][a-z]+ \d{1,2}) is (?:the|a|our) (?P<name>[a-z]+)\b")
_GENERIC = frozenset(NOUNS) | {"project", "plan", "work", "review", "meeting", "report", "test"}
_MOST = 30


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each event whose words and deed are those of another one on another day, and of none on the same."""
    aliases = dict(_aliases(facts))
    events = [_known(event, aliases) for event in events_of(facts.reading)]
    index: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        for word in event.words:
            index[event.act, word].append(event)
    told: set[frozenset[object]] = set()
    named = {act_and_words(" ".join(name))[1] for name in facts.entries.times}
    for event in events:
        same = _same(event, index) if event.words not in named else []
        pair = frozenset({event.quote.place, *(other.quote.place for other in same)})
        if same and event.window not in [other.window for other in same] and pair not in told:
            told.add(pair)
            message = f'"{" ".join(sorted(event.words))}" is on {event.window}, and on {same[0].window}'
            yield Contradiction(message, event.quote, (same[0].quote,))


def _same(event: Event, index: dict[tuple[str, str], list[Event]]) -> list[Event]:
    """A deed told with fewer words is one told with more, where just one day is told of that."""
    lists = [index[event.act, word] for word in event.words]
    if not event.act or not event.words - _GENERIC or min(map(len, lists)) > _MOST:
        return []
    line = (event.quote.place.file, event.quote.place.line)
    others = [each for each in min(lists, key=len) if (each.quote.place.file, each.quote.place.line) != line]
    found = [each for each in others if event.words <= each.words]
    return (
        found
        if len({each.window for each in found}) == 1
        else [each for each in found if each.window == event.window]
    )


def _aliases(facts: Facts) -> Iterator[tuple[frozenset[str], str]]:
    """`Wave 1 is the pilot`: what is told of the pilot is told of the wave."""
    for phrase in facts.reading.phrases:
        for found in _ALIAS.finditer(level(phrase.plain)) if phrase.form == "paragraph" else ():
            stems = tokens_of(found["name"])
            if stems:
                yield frozenset(stem for stem, _, _ in tokens_of(found["unit"])), stems[0][0]


def _known(event: Event, aliases: dict[frozenset[str], str]) -> Event:
    names = {name for unit, name in aliases.items() if unit <= event.words}
    return Event(event.words | names, event.act, event.window, event.quote) if names else event
