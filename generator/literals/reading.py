"""Reads every text of the plan for what it says of the plan's own facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.literals import counts, dates, durations, figures, names, shares
from generator.literals.claims import Claim, Form, Reading
from generator.literals.context import NUMBER
from generator.literals.lexicon import lexicon_of
from generator.literals.passages import passages
from generator.literals.strange import StrangeName, names_in, strange_ids, strange_names
from generator.model.walk import prose
from generator.prose import Facts

_FORMS: tuple[Form, ...] = (
    dates.claims,
    durations.claims,
    figures.claims,
    shares.claims,
    counts.claims,
    names.claims,
)


_WORTH_READING = re.compile(rf"\d|\b{NUMBER}\b|\b[A-Z][\w-]{{1,60}}\s+(?:[a-z]{{1,9}}\s+){{0,4}}[A-Z]")
"""Most sentences hold neither a number nor a name of several words."""


@dataclass(frozen=True)
class Literals:
    """What prose says of facts without asking for them, and the names in it that no item has."""

    claims: tuple[Claim, ...]
    strange: tuple[StrangeName, ...]


def read_literals(facts: Facts) -> Literals:
    """Read all prose; of claims that overlap, the first counts."""
    lexicon, known = lexicon_of(facts), names_in(facts)
    claims: list[Claim] = []
    strange: list[StrangeName] = []
    for pointer, text in prose(facts.plan):
        strange += strange_ids(pointer, text, known) if "`" in text else ()
        for passage in passages(pointer, text):
            if not _WORTH_READING.search(passage.plain, passage.begin, passage.end):
                continue
            reading = Reading(passage, tuple(lexicon.mentions(passage)), facts)
            claims += _apart(claim for form in _FORMS for claim in form(reading))
            strange += strange_names(reading, known)
    return Literals(tuple(claims), tuple(strange))


def _apart(claims: Iterator[Claim]) -> Iterator[Claim]:
    """Drop what overlaps with an earlier claim."""
    taken: list[Claim] = []
    for claim in claims:
        if all(claim.span.end <= other.span.begin or claim.span.begin >= other.span.end for other in taken):
            taken.append(claim)
            yield claim
