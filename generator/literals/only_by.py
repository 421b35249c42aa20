"""Who alone may do something, told differently by two texts: "only bakers touch it", "touched by a waiter"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.findings import Pointer
from generator.literals.about import Topics
from generator.literals.claims import Claim
from generator.literals.elsewhere import otherwise
from generator.literals.passages import Passage, passages
from generator.literals.stems import stem, stems
from generator.model.walk import prose
from generator.patterns import Pattern
from generator.prose import Facts

_ONLY = Pattern(
    r"\b[Oo]nly\s+(?P<said>(?:the\s+|an?\s+)?(?P<role>[a-z]+))\s+(?:may\s+|can\s+)?(?P<verb>[a-z]{3,14})\b",
    ("nly ",),
)
_BY = Pattern(
    r"\b(?:is|are)\s+(?:only\s+)?(?P<verb>[a-z]{3,14})\s+by\s+(?P<said>(?:the\s+|an?\s+)?(?P<role>[a-z]+))\s+(?:or\s+not\s+at\s+all|alone|only|or\s+by\s+nobody)\b",
    (" by ",),
    (" all", " alone", " only", " nobody"),
)
_CLAUSE = re.compile(r"[.;:,]")


class _Told(NamedTuple):
    pointer: Pointer
    text: str
    span: tuple[int, int]
    verb: str
    roles: frozenset[str]
    words: frozenset[str]


def only_by(facts: Facts, topics: Topics) -> Iterator[Claim]:
    """Yield each role that alone does something to what another text leaves to another role alone."""
    told = list(_told(facts, topics))
    for one in told:
        like = (each for each in told if each.verb == one.verb and each.pointer != one.pointer)
        other = next((each for each in like if each.words & one.words and each.roles.isdisjoint(one.roles)), None)
        if other:
            yield otherwise("count", one, other)


def _told(facts: Facts, topics: Topics) -> Iterator[_Told]:
    for pointer, text in prose(facts.plan):
        if _ONLY.search(text) is None and _BY.search(text) is None:
            continue
        for passage in passages(pointer, text):
            yield from _of_passage(passage, topics)


def _of_passage(passage: Passage, topics: Topics) -> Iterator[_Told]:
    bounds = passage.plain, passage.begin, passage.end
    for form in (_ONLY, _BY):
        for found in form.finditer(*bounds):
            roles = topics.roles_by_noun.get(found["role"], frozenset())
            if roles:
                verb = stem(found["verb"])
                yield _Told(passage.pointer, passage.text, found.span("said"), verb, roles, _object(found, passage))


def _object(found: re.Match[str], passage: Passage) -> frozenset[str]:
    """The words of what something is done to: before "is", or behind a verb; all before it for a pronoun."""
    before = passage.plain[passage.begin : found.start()]
    if found.re is _BY.compiled:
        return stems(_CLAUSE.split(before)[-1])
    behind = _CLAUSE.split(passage.plain[found.end() : passage.end])[0].split()[:4]
    return stems(before) if behind[:1] in (["it"], ["them"]) else stems(" ".join(behind))
