"""What is said to lead a ranking and does not: "ranked by impact times probability; the fire leads"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.numbers import ONE_WORD, whole_number
from generator.model.notation import time_in_minutes
from generator.patterns import Pattern, any_of

_LEADS = Pattern(
    r"[*_]{0,2}\s+(?P<said>leads(?:\s+(?:the\s+(?:list|table|register|ranking)|them(?:\s+all)?|it|all))?|comes\s+first|stands\s+(?:first|at\s+the\s+top)"
    r"|is\s+(?:at\s+the\s+top|ranked\s+first|first)|heads\s+(?:the\s+)?(?:list|table|register|ranking|them|it))(?=[.,;]|$)",
    words=(any_of("leads first top heads"),),
)
_AT_MOST = Pattern(
    rf"\ba\s+(?:rollback|procedure)\s+(?:may|can)\s+take\s+(?P<said>(?:up\s+to|at\s+most)\s+(?P<number>{ONE_WORD})\s+(?P<unit>minutes?|seconds?|hours?))\b",
    words=(any_of("rollback procedure"), any_of("take")),
)
_RANKED = re.compile(r"\b(?:rank(?:s|ed|ing)?|order(?:ed)?\s+by|sorted|exposure)\b", re.IGNORECASE)
_LONGEST = re.compile(
    r"\b[Tt]he\s+(?P<word>longest|shortest|largest|smallest)\b[^.;{}]{0,40}\{\{\s*within\(\s*['\"](?:rollback:)?(?P<id>[\w-]{1,80})['\"]\s*\)\s*\}\}"
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each risk that is said to lead, and each limit that is said to be the longest, where another is."""
    passage = reading.passage
    bounds = passage.plain, passage.begin, passage.end
    if _LEADS.search(*bounds) and _RANKED.search(*bounds):
        for mention in reading.mentions:
            found = _LEADS.match(passage.plain, mention.end, passage.end)
            if found and len(mention.of("risk")) == 1 and is_sure(reading, *found.span("said")):
                yield from _of_risk(mention.of("risk")[0][1], found, reading)
    if "rollback" in passage.words or "procedure" in passage.words:
        for most in _AT_MOST.finditer(passage.plain, passage.begin, passage.end):
            yield from _of_most(most, reading)
    if "longest" in passage.words or "shortest" in passage.words:
        for told in _LONGEST.finditer(passage.text, passage.begin, passage.end):
            yield from _of_limit(told, reading)


def _of_risk(name: str, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    risks = reading.facts.plan.risks
    first = max(risks.values(), key=lambda risk: risk.exposure)
    if first.id != name:
        is_greater = risks[name].exposure < first.exposure
        told = "has a greater exposure than" if is_greater else "has the same exposure, and stands before"
        yield reading.claim("order", found.span("said"), f'"{first.id}" {told} "{name}"', agrees=False)


def _of_most(told: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Judge "a rollback may take up to 5 minutes" by the longest time limit."""
    limits = [each.within for each in reading.facts.plan.rollbacks.values() if each.within]
    times = [time for limit in limits if (time := time_in_minutes(limit.amount, limit.unit)) is not None]
    number = whole_number(told["number"])
    said = time_in_minutes(Decimal(number), told["unit"]) if number else None
    if said is not None and times and max(times) != said:
        longest = max(zip(times, limits, strict=False), key=lambda each: each[0])[1]
        yield reading.claim("figure", told.span("said"), f"the longest time limit is {longest}", agrees=False)


def _of_limit(told: re.Match[str], reading: Reading) -> Iterator[Claim]:
    limits = {each.id: each.within for each in reading.facts.plan.rollbacks.values() if each.within}
    times = {
        name: time
        for name, limit in limits.items()
        if (time := time_in_minutes(limit.amount, limit.unit)) is not None
    }
    if told["id"] not in times:
        return
    is_most = told["word"] in ("longest", "largest")
    best = (max if is_most else min)(times, key=lambda name: times[name])
    if times[best] != times[told["id"]]:
        fact = f'the {told["word"]} is that of "{best}", {limits[best]}'
        yield reading.claim("figure", told.span(), fact, agrees=False)
