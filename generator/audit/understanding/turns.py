"""Which part of a series comes after which, as sentences tell: of two that they name, or of all of a kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.understanding.called import words_of
from generator.audit.understanding.mentions import named_in
from generator.audit.understanding.orders import SPEAKING
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.sentences import is_cited, sentences_of
from generator.audit.understanding.words import level

_BEGINS = (
    r"(?:starts?|begins?|goes|go|runs?|opens?|moves?|comes?|follows?|happens?"
    r"|(?:may|can) (?:start|begin|go)|is (?:done|moved|switched|upgraded|migrated|opened|started|begun))"
)
_ENDS = r"(?:has|is|must be|ends?|closes?|finish(?:es|ed)?|passed|done|complete[d]?|over|finished|closed)"
_OF = (
    r"(?:(?:the |that |its |a )?(?:\w+ )?"
    r"(?:gate|check|checkpoint|end|close|completion|sign-off|go-live|one|that) of )?(?:the )?"
)
_AFTER = re.compile(
    rf"\W*(?:\w+ )?(?:(?:then |directly |immediately |only )*(?:follows?(?: on)?(?: from)?"
    rf"|(?:{_BEGINS} )?(?:only |right |directly |straight |not )*(?:after|when|once|as soon as)"
    rf"|waits? for)) {_OF}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\W*(?:(?:\w+ )?(?:(?:{_BEGINS}|{_ENDS})[ ,]*)?(?:first[ ,;]*)?(?:and )?"
    rf"(?:before|then|precedes|is followed by|followed by|hands over to)|first,? and) ?{_OF}",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|if|unless|either|or|could|would|rather than|instead|in parallel|overlap\w*|parallel|alongside"
    r"|beside|while|together)\b|n't\b",
    re.IGNORECASE,
)
_ONE_BY_ONE = re.compile(
    r"\bone (?:\w+ )?(?:after (?:the other|another)|at a time|by one)\b"
    r"|\b(?:do not|never|don't|must not|may not) overlap\b"
    r"|\bno (?:two \w+ )?overlap\b|\bwithout (?:any )?overlap\b"
    r"|\bfollow (?:each other|one another)\b|\bin (?:sequence|turn|succession)\b|\bsequentially\b|\bback to back\b"
    r"|\b(?:no(?:body|t| one)?|each|every|a|an|the next|any)\b[^.;:]{0,40}\b(?:before|until|after|when|once)\b"
    r"[^.;:]{0,40}\b(?:the )?(?:previous|preceding"
    r"|(?:one|\w+) (?:before|ahead(?: of)?)(?: it| them)?|last one|prior one)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every|per)\s(?!other\b|one\b)(?P<noun>[a-z]+)", re.IGNORECASE)
"""Each of several has an order of its own, unless it is the part itself."""
_HEDGE = re.compile(
    r"\b(?:if|unless|usually|except|apart from|but for|within (?:a|each|one)|inside|could|would|rather|instead)\b",
    re.IGNORECASE,
)
_HAS = r"\W*(?:has|have|is|are|was|will|had)?\s?(?:been |be )?"
_BEGUN = re.compile(rf"{_HAS}(?:start|beg[aiu]n|open|half|under ?way|going|on its way)", re.IGNORECASE)
_ENDED = re.compile(rf"{_HAS}(?:end|finish|done|over\b|clos|complete|signed|ready)", re.IGNORECASE)
"""What begins before another one has ended, or after it has begun, runs beside it."""
_CUE = re.compile(
    r"\b(?:after|before|when|once|follow\w*|as soon as|then|precedes|first|waits?|hands|one|overlap\w*|turn|sequence"
    r"|succession|sequentially|back to back|previous|preceding|prior|ahead)\b",
    re.IGNORECASE,
)
_LONGEST = 600


@dataclass(frozen=True)
class Turn:
    """One part that comes before another, and who says so."""

    before: Part
    after: Part
    quote: Quote
    spoken: bool = True
    """A sentence says so, and not a column of what each part needs."""


@dataclass(frozen=True, eq=False)
class Said:
    """A sentence that may tell an order, with its words."""

    phrase: Phrase
    start: int
    end: int
    words: frozenset[str]


def said_in(reading: Reading) -> list[Said]:
    """Collect the sentences that may tell an order."""
    return list(_said(reading))


def turns_of(said: list[Said], series: Series) -> Iterator[Turn]:
    """Yield every order that a sentence tells of parts of a series."""
    yield from _needed(series)
    known = {name[0] for name in series.by_name} | series.kinds.keys()
    for each in said:
        if not known.isdisjoint(each.words):
            yield from _of_two(each.phrase, each.start, each.end, series)
            yield from _of_all(each.phrase, each.start, each.end, series=series)


def _said(reading: Reading) -> Iterator[Said]:
    for phrase in reading.phrases:
        plain = level(phrase.plain) if phrase.is_spoken or phrase.form == "heading" else ""
        for start, end in sentences_of(plain) if _CUE.search(plain) else ():
            if end - start <= _LONGEST and _CUE.search(plain, start, end) and not is_cited(plain, start, end):
                yield Said(phrase, start, end, frozenset(word for word, _, _ in words_of(plain[start:end])))


def _of_two(phrase: Phrase, start: int, end: int, series: Series) -> Iterator[Turn]:
    plain = level(phrase.plain)
    found = named_in(plain[start:end], series)
    for one, other in pairwise(found):
        between = plain[start + one.end : start + other.start]
        clause = re.split(r"[,;:]\s", plain[start : start + one.start])[-1]
        if one.part is other.part or _NOT.search(clause) or SPEAKING.search(clause):
            continue
        quote, rest = phrase.mark(start + one.start, start + other.end), plain[start + other.end : end]
        if _AFTER.fullmatch(between) and not _NOT.search(between.replace("not before", "")):
            yield from () if _BEGUN.match(rest) else (Turn(other.part, one.part, quote),)
        elif _BEFORE.fullmatch(between) and not _NOT.search(between) and not _ENDED.match(rest):
            yield Turn(one.part, other.part, quote)


def _of_all(phrase: Phrase, start: int, end: int, *, series: Series) -> Iterator[Turn]:
    """`One batch after the other`, `nobody starts a ring before the gate of the ring before it has passed`."""
    plain = level(phrase.plain)
    said = _ONE_BY_ONE.search(plain, start, end)
    if not said or _HEDGE.search(plain, start, end) or named_in(plain[start:end], series):
        return
    words = {word for word, _, _ in words_of(plain[start:end])}
    others = {word for found in _EACH.finditer(plain, start, end) for word, _, _ in words_of(found["noun"])}
    named = [(kind, parts) for kind, parts in series.kinds.items() if kind in words]
    for _, parts in [each for each in named if others <= {each[0]}][:1]:
        quote = phrase.mark(said.start(), said.end())
        ordered = [part for part in series.in_time if part in parts]
        yield from (Turn(one, other, quote) for one, other in pairwise(ordered))


def _needed(series: Series) -> Iterator[Turn]:
    """A column or a line of its own tells what a part waits for."""
    for part in series.parts:
        if part.needs:
            quote = part.needs.quote()
            named = named_in(part.needs.plain, series)
            yield from (Turn(each.part, part, quote, spoken=False) for each in named if each.part is not part)
