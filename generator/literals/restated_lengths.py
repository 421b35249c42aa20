"""A length of the same thing, told differently by two texts: "four days of shooting" here, "three" there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.findings import Pointer
from generator.literals.claims import Claim
from generator.literals.elsewhere import otherwise
from generator.literals.numbers import ONE_WORD, whole_number
from generator.literals.passages import passages
from generator.literals.stems import stem
from generator.model.walk import prose
from generator.patterns import Pattern, any_of
from generator.prose import Facts

_OF = Pattern(
    rf"(?<![\w-])(?P<said>(?P<number>{ONE_WORD})\s+(?P<unit>day|night|week|hour|month)s?)\s+of\s+(?P<noun>[a-z]{{3,16}}ing)\b",
    words=(any_of("day days night nights week weeks hour hours month months"), any_of("of")),
    flags=re.IGNORECASE,
)
_WEIGHED = Pattern(
    r"\b(?:first|last|next|another|more|less|than|every|each|if|not|would|should|was|were|over|under|about|up\s+to)\b",
    flags=re.IGNORECASE,
)


class _Told(NamedTuple):
    pointer: Pointer
    text: str
    span: tuple[int, int]
    number: int
    key: tuple[str, str]


def restated_lengths(facts: Facts) -> Iterator[Claim]:
    """Yield each of two lengths of the same that differ, where two texts alone tell it."""
    found: dict[tuple[str, str], list[_Told]] = {}
    for told in _told(facts):
        found.setdefault(told.key, []).append(told)
    for both in found.values():
        if len(both) == 2 and both[0].number != both[1].number and both[0].pointer != both[1].pointer:  # noqa: PLR2004
            for one, other in (both, reversed(both)):
                yield otherwise("duration", one, other)


def _told(facts: Facts) -> Iterator[_Told]:
    for pointer, text in (each for each in prose(facts.plan) if _OF.search(each[1])):
        for passage in passages(pointer, text):
            for found in _OF.finditer(passage.plain, passage.begin, passage.end):
                number = whole_number(found["number"])
                if number and not _WEIGHED.search(passage.plain[passage.begin : found.start()]):
                    yield _Told(
                        pointer, text, found.span("said"), number, (found["unit"].lower(), stem(found["noun"]))
                    )
