"""Claims of prose as problems: what contradicts the plan."""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.literals.claims import Claim
from generator.literals.found import Literals
from generator.literals.numbers import numbers_in

_DAY = r"(?:Week \d|\d{1,2} [A-Z]|\d{4}-)"
_QUOTED = re.compile(r'"[\w-]+"')
_ASKED = (
    (re.compile(rf'"([\w-]+)" (?:starts|begins) (?:on )?{_DAY}'), ("start", "first_day")),
    (re.compile(rf'"([\w-]+)" (?:finishes|ends|is) (?:on )?{_DAY}'), ("finish", "date")),
    (re.compile(r'"([\w-]+)" takes \d[\d.]*[mhdw]$'), ("duration", "duration")),
    (re.compile(r'the role "([\w-]+)" counts \d'), ("headcount", "headcount")),
    (
        re.compile(r"the plan has \d+ (phases|waves|tasks|milestones|checkpoints|deliverables|risks|roles)$"),
        ("count", "count"),
    ),
    (re.compile(r'the time limit of "([\w-]+)" is '), ("within", "within")),
    (re.compile(r'the (?:target|alert|criterion) "([\w-]+)" is '), ("value", "value")),
)
"""What a fact tells of what, and the live facts that print it: by week and day, and as a date."""


def contradictions(literals: Literals, kind: str) -> Iterator[Problem]:
    """Yield each claim of a kind that the plan contradicts."""
    for claim in literals.claims:
        if claim.kind == kind and not claim.agrees and not _says_the_same(claim):
            said = " ".join(claim.said.split())
            message = f"{claim.fact}, the text says {said}"
            yield Problem(claim.pointer, message, _help(claim), also=claim.also, span=claim.span)


def _says_the_same(claim: Claim) -> bool:
    """Tell whether a text and the fact count the same after all: no finding contradicts itself."""
    said, true = numbers_in(claim.said), numbers_in(_QUOTED.sub("", claim.fact))
    return claim.kind == "count" and bool(said) and said == true


def _help(claim: Claim) -> str:
    """Name the live fact that prints what is true, where one does."""
    for fact, (by_week, as_date) in _ASKED:
        found = fact.match(claim.fact)
        if found and (by_week != "duration" or claim.kind == "duration"):
            call = by_week if "Week" in claim.fact else as_date
            return f"correct the text, or ask for the fact: {{{{ {call}('{found[1]}') }}}}"
    return "correct the text, or the plan"
