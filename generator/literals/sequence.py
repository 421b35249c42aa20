"""Which of two comes first, where both are called by a word: "the office goes first, control follows"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.stems import stems
from generator.patterns import Pattern, any_of

_NAME = r"(?:[Tt]he\s+)?[^\W\d_]{3,20}(?:\s+(?!is\b|are\b|goes\b|comes\b)[^\W\d_]{3,20})?"
_MOVES = r"(?:goes|go|comes|come|is|are|starts?|begins?|moves?|switch(?:es)?|leaves?)"
_NEXT = (
    r"(?:follows?(?:\s+(?:it|them|later|after))?|(?:(?:goes|go|comes|come|is|are|starts?|begins?)\s+)?"
    r"(?:second|next|last|later|afterwards|after\s+(?:it|that|them)))\b"
)
_FIRST = (
    Pattern(
        rf"(?<![\w'’-])(?P<one>{_NAME})\s+(?:{_MOVES}\s+)?first[,;]?\s+(?:and\s+|then\s+|but\s+)*(?P<other>{_NAME})\s+{_NEXT}",
        words=(any_of("first"), any_of("follow follows second next last later afterwards after")),
    ),
    Pattern(
        rf"(?:^|(?<=[.;:]\s))(?P<one>(?-i:[A-Z])[^\W\d_]{{2,19}}(?:\s+[^\W\d_]{{3,20}})?)\s+first,\s+then\s+(?P<other>{_NAME})(?=[.,;]|$|\s+and\b)",
        words=(any_of("first"), any_of("then")),
    ),
    Pattern(
        rf"\b[Ff]irst\s+(?P<one>{_NAME}),?\s+(?:and\s+)?(?:then|after\s+(?:it|that|them))\s+(?P<other>{_NAME})(?=[.,;]|$)",
        words=(any_of("first"), any_of("then after")),
    ),
)
_ITEM = r"(?:[Tt]he\s+)?[^\W\d_][\w-]{1,20}(?:\s+(?!then\b|and\b|before\b|is\b|are\b)[^\W\d_][\w-]{1,20}){0,2}"
_NEXT_IN_LINE = r"(?:,\s+(?:and\s+)?(?:then\s+)?|\s+(?:and|then|before)\s+|\s*(?:→|->|>)\s*)"
_BETWEEN = re.compile(_NEXT_IN_LINE)
_LINED_UP = (
    Pattern(
        r"\b(?:[Oo]rder(?:\s+of\s+(?:the\s+)?[a-z]{3,20})?(?:\s+is|:)|[Ii]n\s+(?:the|this)\s+order(?:\s+of|:)?)\s+"
        rf"(?P<line>{_ITEM}(?:{_NEXT_IN_LINE}{_ITEM}){{1,9}})(?=[.;]|$)",
        words=(any_of("order"),),
    ),
    Pattern(
        rf"(?:\b[Ff]irst\s+)?(?P<line>{_ITEM}(?:,?\s+then\s+{_ITEM}){{1,9}})(?=[.,;]|$)", words=(any_of("then"),)
    ),
)
_SPEAKING_OF_ITEMS = ("phase", "wave", "decision", "assumption")
"""Kinds of entries whose texts tell an order of items: that of a rollback tells the order of its own steps."""
_KINDS = ("phase", "wave", "task", "milestone", "checkpoint")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each pair that begins the other way round."""
    passage, owner = reading.passage, reading.context.owner
    if owner is not None and owner[0] not in _SPEAKING_OF_ITEMS:
        return
    for form in _FIRST:
        for found in form.finditer(passage.plain, passage.begin, passage.end):
            yield from _judged([found["one"], found["other"]], found.span(), reading)
    for form in _LINED_UP:
        for found in form.finditer(passage.plain, passage.begin, passage.end):
            yield from _judged(_BETWEEN.split(found["line"]), found.span("line"), reading)


def _judged(told: Sequence[str], span: tuple[int, int], reading: Reading) -> Iterator[Claim]:
    """Hold each of a line against the next one."""
    pair = next(filter(None, (_turned(one, other, reading) for one, other in pairwise(told))), None)
    if pair and is_sure(reading, *span):
        yield reading.claim("order", span, f'"{pair[1]}" begins before "{pair[0]}"', agrees=False)


def _turned(one: str, other: str, reading: Reading) -> tuple[str, str] | None:
    """The two items that stand the other way round, where every kind of which both have some tells so."""
    if stems(f"{one} {other}") <= reading.topics.people_words:
        return None
    wrong: list[tuple[str, str]] = []
    for kind in _KINDS:
        first, second = _begins(one, kind, reading), _begins(other, kind, reading)
        if first and second and not first.keys() & second.keys():
            a, b = min(first, key=lambda name: first[name]), min(second, key=lambda name: second[name])
            if first[a] <= second[b]:
                return None
            wrong.append((a, b))
    return wrong[0] if wrong else None


def _begins(words: str, kind: str, reading: Reading) -> dict[str, int]:
    """When each item of a kind begins that has all of a few words."""
    wanted, dates = stems(words), reading.facts.schedule.dates
    touched = reading.topics.touched_by(wanted, (kind,))
    return {
        name: dates[name].early_start
        for known in touched
        for name in known[1:]
        if wanted <= reading.topics.words[known]
    }
