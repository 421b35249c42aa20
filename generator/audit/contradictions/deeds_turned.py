"""A rule says what comes before what, and the days of the two are the other way round.

The rule was written first; somebody moved a day and did not think of it.

Fails:

```markdown
- Members vote on the colours on 12 May 2026
- Paint is ordered by 4 May 2026

Members vote before paint is ordered.
```

Passes:

```markdown
- Members vote on the colours on 12 May 2026
- Paint is ordered by 18 May 2026

Members vote before paint is ordered.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import WEEKDAY
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.dated import Words, words_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.sentences import is_cited, sentences_of
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import NUMBER_WORD, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SIDES = re.compile(r",?\s(?:and\s)?(?:only\s|always\s|just\s)?(?P<side>before|after)\s", re.IGNORECASE)
_VERB = re.compile(
    r"\s(?:(?:must|has to|have to|is to|are to|always|only|should|shall)\s)*"
    r"(?:comes?|goes?|take place|takes place|happens?|be)?$",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:if|unless|usually|each|every|any|would|either|rather|even|instead|last year|originally|or|not|never|no"
    r"|nobody|cannot|until|once|first)\b|n't\b|\d"
    rf"|\b(?:{NUMBER_WORD}|few|some|many|more|an?) (?:days?|weeks?|hours?|minutes?|months?)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,:(-]*(?:(?:on|by|from|until|at|in|between|before|finished|starting|begin(?:s|ning)?|the"
    rf"|{WEEKDAY})\b[\s,:]*)*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]|\sand\s", re.IGNORECASE)
"""What follows has a subject of its own."""
_FEWEST, _MOST = 1, 14


@dataclass(frozen=True)
class _Deed:
    """What an entry says is done, and when."""

    words: Words
    window: Window
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each rule of a sentence without figures whose two sides are entries with days in the other order."""
    rules = [phrase for phrase in facts.reading.phrases if phrase.is_spoken and _SIDES.search(phrase.plain)]
    deeds = list(_deeds(facts)) if rules else []
    for phrase in rules if len(deeds) > 1 else ():
        plain = level(phrase.plain)
        for start, end in sentences_of(plain):
            if not _UNSURE.search(plain, start, end) and not is_cited(plain, start, end):
                yield from _of_sentence(phrase, (start, end), deeds)


def _of_sentence(phrase: Phrase, sentence: tuple[int, int], deeds: list[_Deed]) -> Iterator[Contradiction]:
    """`A comes after B, and before C`: the first is held against each of the others."""
    plain = level(phrase.plain)
    sides = list(_SIDES.finditer(plain, *sentence))
    one = _meant(_VERB.sub("", plain[sentence[0] : sides[0].start()]), deeds) if sides else None
    for index, side in enumerate(sides if one else ()):
        end = sides[index + 1].start() if index + 1 < len(sides) else sentence[1]
        clause = _CLAUSE.search(plain, side.end(), end)
        other = _meant(plain[side.end() : clause.start() if clause else end], deeds)
        early, late = (one, other) if side["side"].lower() == "before" else (other, one)
        if early and late and early is not late and _is_turned(early.window, late.window):
            message = f"told to come before what is dated for {late.window}, and dated for {early.window}"
            quote = phrase.mark(sentence[0], end)
            yield Contradiction(message, quote, (early.quote, late.quote), "mend the order or the dates")
        if clause:
            return


def _is_turned(early: Window, late: Window) -> bool:
    """Both ends tell so."""
    if early.scale != late.scale:
        return False
    room = max(early.grain, late.grain) - 1
    return (early.first or 0) > (late.first or 0) + room and (early.last or 0) > (late.last or 0) + room


def _meant(words: str, deeds: list[_Deed]) -> _Deed | None:
    """The one entry that has all the words."""
    asked = words_of(words)
    found = [each for each in deeds if asked and asked <= each.words]
    found = [each for each in found if each.words == asked] or found
    return found[0] if len(found) == 1 and (len(asked) > _FEWEST or len(found[0].words) == 1) else None


def _deeds(facts: Facts) -> Iterator[_Deed]:
    """Entries whose words lead to a day: `Members vote on 12 May`."""
    for phrase in facts.reading.phrases:
        if phrase.form != "item" or len(phrase.windows) not in {1, 2}:
            continue
        first, last = phrase.windows[0], phrase.windows[-1]
        window = Window(first.window.scale, first.window.first, last.window.last, first.window.grain)
        words = words_of(_TAIL.sub("", level(phrase.plain)[: first.start]))
        if window.is_whole and first.window.scale == last.window.scale and 0 < len(words) <= _MOST:
            yield _Deed(words, window, phrase.mark(first.start, last.end))
