"""A sentence puts a point into a part of the plan, and its day lies outside that part.

One of the two moved and the other did not: people come for a review of what is not there, or long after it.

Fails:

```markdown
| Step | Work | Start | End |
|---|---|---|---|
| 1 | Strip the floor | 1 March 2027 | 12 March 2027 |
| 2 | Lay the tiles | 15 March 2027 | 26 March 2027 |

* K-1, 12 March 2027: floor is dry
* K-2, 29 March 2027: tiles are level

K-1 closes Step 1, and K-2 falls within Step 2.
```

Passes:

```markdown
| Step | Work | Start | End |
|---|---|---|---|
| 1 | Strip the floor | 1 March 2027 | 12 March 2027 |
| 2 | Lay the tiles | 15 March 2027 | 26 March 2027 |

* K-1, 12 March 2027: floor is dry
* K-2, 26 March 2027: tiles are level

K-1 closes Step 1, and K-2 falls within Step 2.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._windows import within
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.placed import Named, Placed, Places, places_of
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_ROLES = {
    "end": re.compile(
        r"\s*(?:each |both |all )?(?:close|end|conclude|complete|finish|seal)(?:s|es)?\s(?:off\s)?", re.IGNORECASE
    ),
    "in": re.compile(
        r"\s*(?:both |all |each )?(?:(?:fall|lie|belong|happen|take|is|are|come|sit|stand)s?(?: place| held| due"
        r"| made| planned| part)?)\s(?:still )?(?:within|in|into|on|to|during|inside|of)\s",
        re.IGNORECASE,
    ),
}
_SHORT = re.compile(r"\s*(?:within|in|into|on|to|during|inside)\s", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|,? and|&|/|\+|,? as well as)\s*", re.IGNORECASE)
_THE = re.compile(r"\s*(?:the |its )?(?:end of (?:the )?)?", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|unless|if|may|might|could|except|before|after|until)\b", re.IGNORECASE)
_FEWEST, _FEW_DAYS = 2, 4
"""A weekend may lie between the last day of work and the check that closes it."""


@dataclass(frozen=True)
class _Said:
    """Labels, what is said of them, and the part."""

    subjects: tuple[str, ...]
    role: str
    part: Placed
    name: str
    start: int
    end: int


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each point that by its date lies outside the part that a sentence names for it."""
    places = places_of(facts.reading)
    told: list[tuple[Phrase, _Said]] = []
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        mentions = places.mentions(phrase.plain) if phrase.is_spoken and places.by_label else []
        for start, end in sentences_of(plain) if mentions else ():
            inside = [each for each in mentions if start <= each.start < end]
            if inside and not _NOT.search(plain, start, end):
                told += [(phrase, said) for said in _said(phrase, inside, places, end)]
    closing = [said for _, said in told if said.role == "end"]
    exact = sum(_closes(places.by_label[said.subjects[-1]], said) for said in closing)
    for phrase, said in told:
        yield from _outside(
            phrase, said, places, room=0 if len(closing) >= _FEWEST and exact >= len(closing) - 1 else _FEW_DAYS
        )


def _closes(point: Placed, said: _Said) -> bool:
    return point.window.scale == said.part.window.scale and point.window.last == said.part.window.last


def _said(phrase: Phrase, mentions: list[Named], places: Places, end: int) -> Iterator[_Said]:
    """`I1 and I2 fall in the Build, I3 on the rehearsal day`: what has no verb has that of the clause before."""
    plain, role = level(phrase.plain), ""
    position = 0
    while position < len(mentions):
        group = [mentions[position]]
        while position + 1 < len(mentions) and _AND.fullmatch(plain[group[-1].end : mentions[position + 1].start]):
            position += 1
            group.append(mentions[position])
        position += 1
        found = next(
            ((name, match) for name, each in _ROLES.items() if (match := each.match(plain, group[-1].end))), None
        )
        short = _SHORT.match(plain, group[-1].end) if role and not found else None
        role = found[0] if found else role if short else ""
        match = found[1] if found else short
        if match:
            after = _THE.match(plain, match.end())
            begins = after.end() if after else match.end()
            part, name, stops = _part(plain, begins, mentions, places, end)
            if part:
                position += sum(begins <= each.start < stops for each in mentions[position:])
                labels = tuple(label for each in group for label in each.labels)
                yield _Said(labels, role, part, name, group[0].start, stops)


def _part(plain: str, start: int, mentions: list[Named], places: Places, end: int) -> tuple[Placed | None, str, int]:
    """The part that stands here, by its label or by its name."""
    labelled = next((each for each in mentions if each.start == start and len(each.labels) == 1), None)
    if labelled:
        return places.by_label[labelled.labels[0]], plain[start : labelled.end], labelled.end
    words = re.split(r"[,;.]|\band\b", plain[start:end])[0]
    return places.called(words), words.strip(), start + len(words)


def _outside(phrase: Phrase, said: _Said, places: Places, *, room: int) -> Iterator[Contradiction]:
    for label in said.subjects:
        point = places.by_label[label]
        if point is said.part or point.window.scale != said.part.window.scale or not said.part.window.is_whole:
            continue
        if said.part.window.first == said.part.window.last or _fits(point, said, room):
            continue
        message = f'"{label}" ({point.window}) is put into "{said.name}" ({said.part.window})'
        there = (said.part.quote, phrase.mark(said.start, said.end))
        yield Contradiction(message, point.quote, there, "move the one, or name another part for it")


def _fits(point: Placed, said: _Said, room: int) -> bool:
    if said.role == "in":
        return within(point.window, said.part.window)
    last, day = said.part.window.last or 0, point.window.last or 0
    return abs(last - day) <= room * point.window.grain
