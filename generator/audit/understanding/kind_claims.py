"""How many of a kind an opening tells, `all four squads`, and `17 people in four squads`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.labelled_rows import labelled
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.wholes import is_opening
from generator.audit.understanding.words import NUMBER_WORD, count_word, level, tokens_of

_NUMBER = rf"(?:\d{{1,2}}|{NUMBER_WORD})"
_ENDS = (
    rf"(?=\s*(?:$|[.,;:)]|\sand\s(?:\d|{NUMBER_WORD}\b)|\sof\s{_NUMBER}\s[a-z]+\seach\b"
    r"|\s(?:from|between) .*\d))"
)
_COUNTS = re.compile(
    rf"(?:^\W*|[.;:,]\s(?:and\s)?|\b(?:in|into|over|across|and|with|has|have)\s)(?P<n>{_NUMBER})\s"
    rf"(?P<noun>[a-z]{{3,20}}s)\b{_ENDS}",
    re.IGNORECASE,
)
_ALL = re.compile(rf"\ball (?:the |our )?(?P<n>{_NUMBER})\s(?P<noun>[a-z]{{3,20}}s)\b{_ENDS}", re.IGNORECASE)
_WITH = re.compile(
    rf"(?<![\d,.])(?P<total>\d{{1,9}}(?:[.,]\d{{3}}){{0,3}})\s[a-z]+s?\s(?:in|over|across|at|on)\s(?P<n>{_NUMBER})\s(?P<noun>[a-z]{{3,20}}s)\b{_ENDS}",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"\W*(?:number of )?(?P<noun>[a-z]{{3,20}}s): (?P<n>{_NUMBER})\W*", re.IGNORECASE)
_DIVIDED = re.compile(
    rf"\b(?:is|are|will be|be) (?:\w+ ){{0,2}}\w+(?:ed|en|ne|t) (?:up )?(?:in|into) (?P<n>{_NUMBER})\s"
    rf"(?P<noun>[a-z]{{3,20}}s)\b{_ENDS}",
    re.IGNORECASE,
)
"""`The line is changed in three sections.`"""
_SOME = re.compile(
    r"\b(?:first|last|next|other|remaining|each|every|per|of the|at least|at most|up to|within|than|about|for|after"
    r"|before|another|more|these|those|if|not|no)\W*(?:\w+\W+)?$",
    re.IGNORECASE,
)
_REACH = 30


@dataclass(frozen=True)
class Claim:
    """A number of things of a kind, by the stem of its noun."""

    count: int
    noun: str
    told: str
    """The noun as it is written."""
    quote: Quote


def claims_of(reading: Reading) -> Iterator[Claim]:
    """Yield what texts count as all of a kind."""
    for phrase in labelled(reading):
        yield from _found(phrase, _LABEL)
    for phrase in reading.phrases:
        if phrase.is_spoken and not phrase.is_box and not phrase.units:
            patterns = [_ALL, _WITH, _DIVIDED, *([_COUNTS] if is_opening(phrase) else [])]
            yield from (claim for pattern in patterns for claim in _found(phrase, pattern))


def _found(phrase: Phrase, pattern: re.Pattern[str]) -> Iterator[Claim]:
    plain = level(phrase.plain)
    for found in pattern.finditer(plain):
        count, stems = count_word(found["n"]), tokens_of(found["noun"])
        before = plain[max(0, found.start("n") - _REACH) : found.start("n")]
        if count and count > 1 and stems and not _SOME.search(before):
            edges = [*found.span("n"), *found.span("noun")]
            yield Claim(count, stems[-1][0], found["noun"], phrase.mark(min(edges), max(edges)))
