"""How many of one thing there are for each of another: two clerks per station, every gate has three stewards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level, tokens_of

_EVERY = re.compile(
    r"\b(?:each|every)\s(?P<group>(?:[a-z-]+\s)?[a-z-]+)\s(?:has|have|gets?|needs?|takes?|requires?|is given"
    r"|with|does|do|works?|makes?|carries|serves|covers|plays|receives?|brings?|sends?|fills?|attends?|holds?|runs?"
    r"|stands?|gives?|teaches|wears?|visits|uses|must (?:do|have|make|bring|fill|attend))\s(?:exactly\s)?$",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\s(?:per|for (?:each|every)|in (?:each|every)|at (?:each|every)|each|every)\s(?P<group>[a-z-]+)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\W*(?:per|for (?:each|every)|(?:each|every)) (?P<group>[a-z-]+(?: [a-z-]+)?):\s", re.IGNORECASE
)
_REACH = 120
_AND = re.compile(r"(?:\s[a-z-]+){0,2}\s*(?:,|,? and)\s")


@dataclass(frozen=True)
class Rate:
    """So many of a thing for each of a group, the group as a stemmed word."""

    each: Quantity
    group: str
    quote: Quote


def rates_of(reading: Reading) -> list[Rate]:
    """Collect every rate that a text tells of things; times and money have rates of other kinds."""
    spoken = [phrase for phrase in reading.phrases if phrase.is_spoken]
    return [rate for phrase in spoken for rate in rates_in(phrase) if rate.group not in TIMES and rate.each.value > 1]


def rates_in(phrase: Phrase) -> Iterator[Rate]:
    """Yield what one text tells for each of something, times among it."""
    plain = level(phrase.plain)
    amounts = [each for each in quantities_in(phrase.plain, comma=phrase.style.comma) if each.noun and not each.unit]
    for start, end in sentences_of(plain) if amounts else ():
        leading = _LEADING.match(plain, start)
        group, after = (_stem(leading["group"]), leading.end()) if leading else ("", start)
        first = after
        for each in (each for each in amounts if start <= each.start < end):
            found = _EVERY.search(plain, max(start, each.start - _REACH), each.start)
            joined = group and (_AND.fullmatch(plain[after : each.start]) or each.start == first)
            per = _PER.match(plain, each.last, end)
            group = _stem(found["group"]) if found else group if joined else _stem(per["group"]) if per else ""
            after = each.last
            if group:
                yield Rate(each, group, phrase.mark(each.start, each.last))


def _stem(words: str) -> str:
    stems = tokens_of(words)
    return stems[-1][0] if stems else ""
