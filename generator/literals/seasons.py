"""The season of one thing, told differently by two texts: "ordered in spring" here, "ordered in winter" there."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.findings import Pointer
from generator.literals.about import Topics
from generator.literals.claims import Claim
from generator.literals.elsewhere import otherwise
from generator.literals.passages import passages
from generator.literals.stems import stem, stems
from generator.model.walk import prose
from generator.patterns import Pattern, any_of
from generator.prose import Facts

_NAMES = any_of("spring summer autumn winter")
_SEASON = Pattern(
    r"\b(?P<said>in\s+(?:(?:late|early)\s+)?(?P<season>spring|summer|autumn|winter))\b(?!\s+and\b|\s+or\b|\s+\d)",
    words=(_NAMES, any_of("in")),
)
_OTHERWISE = Pattern(r"\b(?:if|not|instead|last|next|every|each|would|could|should|again|another|was|were)\b")
_ALIKE = 2


class _Told(NamedTuple):
    pointer: Pointer
    text: str
    span: tuple[int, int]
    season: str
    verb: str
    words: frozenset[str]


def seasons(facts: Facts, topics: Topics) -> Iterator[Claim]:
    """Yield each season of what another text, of the same verb and another word alike, tells of another one."""
    told = list(_told(facts, topics))
    for one in told:
        others = [each for each in told if each.verb == one.verb and each.pointer[:-1] != one.pointer[:-1]]
        like = (each for each in others if len(each.words & one.words) >= _ALIKE)
        other = next((each for each in like if each.season != one.season), None)
        if other:
            yield otherwise("date", one, other)


def _told(facts: Facts, topics: Topics) -> Iterator[_Told]:
    for pointer, text in (each for each in prose(facts.plan) if _SEASON.search(each[1])):
        owner = topics.owner(pointer)
        called = (
            topics.words.get(owner, frozenset()) if owner and owner[0] in ("task", "deliverable") else frozenset()
        )
        for passage in passages(pointer, text):
            bounds = passage.plain, passage.begin, passage.end
            found = list(_SEASON.finditer(*bounds))
            if len(found) != 1 or _OTHERWISE.search(*bounds):
                continue
            words = stems(passage.plain[passage.begin : passage.end]) - _NAMES
            verb = _verb(passage.plain[passage.begin : found[0].start()])
            if verb:
                yield _Told(pointer, text, found[0].span("said"), found[0]["season"], verb, words | called)


def _verb(before: str) -> str | None:
    """The last participle before a season."""
    verbs = [stem(word) for word in before.lower().replace(",", " ").split() if len(word) > 4 and word.endswith("ed")]  # noqa: PLR2004
    return verbs[-1] if verbs else None
