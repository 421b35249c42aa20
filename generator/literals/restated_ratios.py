"""A ratio that a criterion tells otherwise than its wave: "eight of ten can retell it" here, "six of ten" there."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.findings import Pointer
from generator.literals.claims import Claim
from generator.literals.elsewhere import otherwise
from generator.literals.numbers import NUMBERS, ONE_WORD, whole_number
from generator.literals.passages import passages
from generator.literals.stems import stems
from generator.model.walk import prose
from generator.patterns import Pattern, any_of
from generator.prose import Facts

_RATIO = Pattern(
    rf"(?<![\w-])(?P<said>(?P<part>{ONE_WORD})\s+(?:in|(?:out\s+)?of)\s+(?P<whole>{ONE_WORD}))(?![\w-])",
    words=(NUMBERS, any_of("in of")),
)
_ACCEPTED = frozenset({"exit", "tests", "goal"})
"""Where a wave tells when it is done."""


class _Told(NamedTuple):
    pointer: Pointer
    text: str
    span: tuple[int, int]
    ratio: tuple[int, int]
    words: frozenset[str]


def restated_ratios(facts: Facts) -> Iterator[Claim]:
    """Yield each ratio of a criterion, and of its wave, that are told of the same words and differ."""
    told = list(_told(facts)) if any(_RATIO.search(each.text) for each in facts.plan.criteria.values()) else []
    for criterion in facts.plan.criteria.values():
        mine = [each for each in told if each.pointer[:2] == criterion.pointer]
        beside = [
            each
            for each in told
            if each.pointer[0] == "waves"
            and each.pointer[1] in criterion.items
            and not _ACCEPTED.isdisjoint(each.pointer)
        ]
        for one in mine:
            like = [each for each in beside if each.words & one.words]
            if like and all(each.ratio != one.ratio for each in like):
                yield otherwise("count", one, like[0])
                yield otherwise("count", like[0], one)


def _told(facts: Facts) -> Iterator[_Told]:
    for pointer, text in prose(facts.plan):
        if pointer[0] not in ("criteria", "waves") or not _RATIO.search(text):
            continue
        for passage in passages(pointer, text):
            for found in _RATIO.finditer(passage.plain, passage.begin, passage.end):
                part, whole = whole_number(found["part"]), whole_number(found["whole"])
                if part and whole and 1 < part <= whole:
                    words = stems(passage.plain[found.end() : passage.end])
                    yield _Told(pointer, text, found.span("said"), (part, whole), words)
