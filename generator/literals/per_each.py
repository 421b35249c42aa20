"""How many there are of something for each of something else, told differently by two texts of the same entry."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.findings import Pointer
from generator.literals.about import Topics
from generator.literals.claims import Claim
from generator.literals.elsewhere import otherwise
from generator.literals.numbers import ONE_WORD, whole_number
from generator.literals.passages import passages
from generator.literals.stems import stem
from generator.model.walk import prose
from generator.patterns import Pattern, any_of
from generator.prose import Facts

_PER = Pattern(
    rf"(?<![\w-])(?P<said>(?P<number>{ONE_WORD})\s+(?P<noun>[a-z]{{3,16}}))\s+(?:per|for\s+each|for\s+every)\s+(?P<of>[a-z]{{3,16}})\b",
    words=(any_of("per each every"),),
    flags=re.IGNORECASE,
)
_WEIGHED = Pattern(r"\b(?:at\s+(?:least|most)|up\s+to|over|under|more|less|than|only|if|not|would|should|was|were)\b")
_SPANS = any_of("second minute hour day night week month year")


class _Told(NamedTuple):
    pointer: Pointer
    text: str
    span: tuple[int, int]
    number: int
    key: tuple[str, str]
    about: frozenset[str]


def per_each(facts: Facts, topics: Topics) -> Iterator[Claim]:
    """Yield each number per something that another text which speaks of the same entry tells otherwise."""
    told = list(_told(facts, topics))
    for one in told:
        like = (
            each for each in told if each.key == one.key and each.pointer != one.pointer and each.about & one.about
        )
        other = next((each for each in like if each.number != one.number), None)
        if other:
            yield otherwise("count", one, other)


def _told(facts: Facts, topics: Topics) -> Iterator[_Told]:
    for pointer, text in (each for each in prose(facts.plan) if _PER.search(each[1])):
        owner = topics.owner(pointer)
        about = frozenset((owner[1],) if owner else ()) | topics.asked.get(pointer[:2], frozenset())
        for passage in passages(pointer, text):
            for found in _PER.finditer(passage.plain, passage.begin, passage.end):
                number, key = whole_number(found["number"]), (stem(found["noun"]), stem(found["of"]))
                if (
                    number
                    and found["of"].lower() not in _SPANS
                    and not _WEIGHED.search(passage.plain[: found.start()])
                ):
                    yield _Told(pointer, text, found.span("said"), number, key, about)
