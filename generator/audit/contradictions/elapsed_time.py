"""From one point of a timetable to another it takes another time than the sentence about it says.

The length is what is promised, the times are what is worked by.

Fails:

```markdown
* 05:00 - Dock is flooded
* 08:30 - Leak check
* 12:00 - Alongside Quay 5

From the flooding of the dock to Quay 5 it takes eight hours.
```

Passes:

```markdown
* 05:00 - Dock is flooded
* 08:30 - Leak check
* 12:00 - Alongside Quay 5

From the flooding of the dock to Quay 5 it takes seven hours.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.agendas import CLOCK, Agenda, Slot, agendas_of
from generator.audit.understanding.dated import words_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import Length, lengths_in, told_minutes
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.spells import Spell, spells_in
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FROM_TO = re.compile(
    r"\b(?:from|between) (?:the )?(?P<one>[^,.;:()]{3,60}?) (?:to|until|till|and) (?:the )?(?P<other>[^.;]{3,90})",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:whole|entire|complete) (?:[a-z]+ ){1,2}(?:takes|lasts|runs for)\s$|\b(?:takes|lasts|runs for)\s$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"\W{0,2}(?:in all|in total|altogether|overall|from start to (?:end|finish))\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:at least|at most|up to|no more than|not more than|about|around|roughly|some|nearly|over|less than"
    r"|more than|max\w*|min\w*|within|under|below|almost|ca\.?|every|each|before|after|later|earlier)\W*$",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\b(?:break|lunch|pause|rest|net|without (?:the )?breaks?|excluding|work(?:ing)? time)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:first|start|beginning|begin|opening)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|end|finish|closing)\b", re.IGNORECASE)
_NEAR, _ENOUGH, _REACH, _MOST = 6, 2, 40, 60


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each length between two entries, or two times on two days, that their times do not make."""
    agendas = [each for each in agendas_of(facts.reading) if each.scale == CLOCK]
    told = [(phrase, spell) for phrase in facts.reading.phrases if phrase.is_spoken for spell in spells_in(phrase)]
    for phrase in facts.reading.phrases:
        lengths = lengths_in(phrase.plain) if phrase.is_spoken and (agendas or told) else []
        if lengths:
            yield from _in_agendas(phrase, lengths, agendas)
            yield from _of_spells(phrase, lengths, told)


def _in_agendas(phrase: Phrase, lengths: list[Length], agendas: list[Agenda]) -> Iterator[Contradiction]:
    near = [
        each for each in agendas if each.under == phrase.under and each.slots[0].quote.place.file == phrase.text.file
    ]
    plain = level(phrase.plain)
    for start, end in sentences_of(plain) if len(near) == 1 else ():
        inside = [each for each in lengths if start <= each.start < end]
        if len(inside) == 1 and not _LOOSE.search(plain[start : inside[0].start]) and not _BREAK.search(plain):
            yield from _against(phrase, inside[0], (start, end), near[0])


def _against(phrase: Phrase, length: Length, sentence: tuple[int, int], agenda: Agenda) -> Iterator[Contradiction]:
    one, other = _ends(phrase, length, sentence, agenda)
    if one and other and one.start < other.start:
        ends = [other.start, *([other.end] if other.end else [])]
        possible = {last - first for last in ends for first in (one.start, one.end or one.start)}
        if int(length.minutes) not in possible:
            told, minutes = phrase.plain[length.start : length.end], told_minutes(other.start - one.start)
            message = f'"{told}" is told, by the times it is {minutes}'
            here = phrase.mark(length.start, length.end)
            yield Contradiction(message, here, (one.quote, other.quote), "change the length, or one of the times")


def _ends(
    phrase: Phrase, length: Length, sentence: tuple[int, int], agenda: Agenda
) -> tuple[Slot | None, Slot | None]:
    """The two entries that a sentence names, or the first and the last one where it speaks of all."""
    plain = level(phrase.plain)
    found = _FROM_TO.search(plain, *sentence)
    whole = _WHOLE.search(plain, sentence[0], length.start)
    if whole and not found and (whole.group().lower()[0] in "wec" or _IN_ALL.match(plain, length.end)):
        subject = {_bare(stem) for stem, _, _ in tokens_of(plain[sentence[0] : whole.start()])}
        of_one = any(subject & _words(slot) for slot in agenda.slots)
        return (None, None) if of_one else (agenda.slots[0], agenda.slots[-1])
    if not found or found.start("other") > length.start > found.start():
        return None, None
    stop = length.start if length.start > found.start() else found.end("other")
    one = _meant(agenda, found["one"], _FIRST, 0)
    return one, _meant(agenda, plain[found.start("other") : min(found.end("other"), stop)], _LAST, -1)


def _meant(agenda: Agenda, words: str, edge: "re.Pattern[str]", place: int) -> Slot | None:
    """The one entry that shares most of the first words; without any, the first or last where words say so."""
    stems = [_bare(stem) for stem, _, _ in tokens_of(words)[:_NEAR]]
    for length in range(len(stems), 0, -1):
        scores = [len(_words(slot).intersection(stems[:length])) for slot in agenda.slots]
        if not max(scores):
            break
        if scores.count(max(scores)) == 1:
            return agenda.slots[scores.index(max(scores))]
    else:
        return None
    return agenda.slots[place] if edge.search(words) else None


def _words(slot: Slot) -> set[str]:
    return {_bare(stem) for stem, _, _ in tokens_of(slot.quote.text)}


def _bare(stem: str) -> str:
    return stem.removesuffix("ed").removesuffix("ing")


def _of_spells(phrase: Phrase, lengths: list[Length], told: list[tuple[Phrase, Spell]]) -> Iterator[Contradiction]:
    """A length in the sentence of the two times, or in a place that speaks of the same."""
    plain = level(phrase.plain)
    for length in lengths[:_MOST] if told else ():
        if _LOOSE.search(plain[max(0, length.start - _REACH) : length.start]) or re.match(
            r"\s*(?:before|after|later|earlier|each|per)\b", plain[length.end : length.end + _REACH]
        ):
            continue
        for there, spell in told[:_MOST]:
            if length.minutes != spell.minutes and _is_same(phrase, length, there, spell):
                message = (
                    f'"{plain[length.start : length.end]}" is told, by the times it is {told_minutes(spell.minutes)}'
                )
                quotes = () if there is phrase else (there.mark(spell.start, spell.end),)
                here = phrase.mark(length.start, length.end)
                yield Contradiction(message, here, quotes, "change the length, or one of the times")


def _is_same(phrase: Phrase, length: Length, there: Phrase, spell: Spell) -> bool:
    plain = level(phrase.plain)
    if phrase is there:
        between = plain[min(length.end, spell.end) : max(length.start, spell.start)]
        return bool(
            re.fullmatch(r"\s*[,(:=-]?\s*(?:(?:that|which) (?:is|are|makes)|for|i\.e\.|so|a total of)?\s*", between)
        )
    ours = words_of(plain[: length.start] + plain[length.end :])
    theirs = words_of(
        level(there.plain)[: spell.start] + " " + " ".join(each.text.plain for each in there.under[-1:])
    )
    shared = ours & theirs
    return len(shared) > _ENOUGH and len(shared) * 3 > len(ours) * 2 and length.minutes * 3 > spell.minutes
