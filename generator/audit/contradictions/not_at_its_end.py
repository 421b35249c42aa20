"""A day is told to be the end of a part, and the part ends on another day.

The check is held before the work is done, or the next part waits for a check that is over.

Fails:

```markdown
| Part | From | To |
|---|---|---|
| Frame | 3 May 2027 | 7 May 2027 |
| Roof | 10 May 2027 | 21 May 2027 |

The inspector comes on 14 May 2027, at the end of Roof.
```

Passes:

```markdown
| Part | From | To |
|---|---|---|
| Frame | 3 May 2027 | 7 May 2027 |
| Roof | 10 May 2027 | 21 May 2027 |

The inspector comes on 21 May 2027, at the end of Roof.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.called import Name, key_name
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.timed_names import Timed, timed_names
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_END = re.compile(
    r"(?:^|\(|,\s|-\s|\b(?:at|is|marks|on)\s(?:the\s)?)(?P<edge>end|last day|start|beginning|first day) of (?:the )?"
    r"(?P<name>[A-ZÀ-Þ][\w'-]*(?: (?:[A-ZÀ-Þ0-9][\w'-]*|[a-z]{2,12}))?(?: \d{1,3})?)(?=\W*$|\)|,|\.|;|\s\()",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:after|before|until|not|if|unless|since|weeks?|days?|months?) (?:the )?$", re.IGNORECASE)
_WEEKEND = 3
_Known = dict[tuple[Name, str], Timed]
_Told = tuple[Window, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each single day that a text or a row puts at the end or the beginning of what has another one."""
    told = [*_in_texts(facts), *_in_rows(facts)]
    known = timed_names(facts.reading, facts.series) if told else {}
    for found, (window, quote) in told:
        timed = _named(found["name"], window.scale, known)
        ends = found["edge"].lower() in {"end", "last day"}
        if timed and timed.quote.place.line != quote.place.line and not _fits(window, timed.window, ends=ends):
            message = f'{window} is told to be the {"end" if ends else "beginning"} of "{found["name"]}"'
            yield Contradiction(f"{message} ({timed.window})", quote, (timed.quote,), "mend the day or the part")


def _in_texts(facts: Facts) -> Iterator[tuple["re.Match[str]", _Told]]:
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        for start, end in sentences_of(plain) if phrase.is_spoken and " of " in plain else ():
            windows = [each for each in phrase.windows if start <= each.start < end]
            found = [
                each for each in _END.finditer(plain, start, end) if not _NOT.search(plain[: each.start("edge")])
            ]
            if len(windows) == len(found) == 1 and _is_point(windows[0].window):
                yield found[0], (windows[0].window, phrase.mark(windows[0].start, windows[0].end))


def _in_rows(facts: Facts) -> Iterator[tuple["re.Match[str]", _Told]]:
    for _, rows in facts.reading.tables:
        for row in rows:
            windows = [(each.window, cell) for cell in row.cells for each in cell.windows]
            found = [match for cell in row.cells if (match := _whole(cell))]
            if len(windows) == len(found) == 1 and _is_point(windows[0][0]):
                yield found[0], (windows[0][0], row.mark(windows[0][1]))


def _whole(cell: Phrase) -> "re.Match[str] | None":
    found = _END.search(level(cell.plain))
    return found if found and not _NOT.search(level(cell.plain)[: found.start("edge")]) else None


def _is_point(window: Window) -> bool:
    return window.is_whole and (window.last or 0) - (window.first or 0) < window.grain


def _named(text: str, scale: str, known: _Known) -> Timed | None:
    names = [name for words in (text, text.split(maxsplit=1)[0]) for name in key_name(words, "")[0]]
    return next((found for name in names if (found := known.get((name, scale)))), None)


def _fits(day: Window, part: Window, *, ends: bool) -> bool:
    grain = max(day.grain, part.grain)
    here, there = day.coarse(grain), part.coarse(grain)
    edge = (there.last if ends else there.first) or 0
    room = _WEEKEND if day.scale == "date" else 0
    return (here.first or 0) - room <= edge <= (here.last or 0) + room
