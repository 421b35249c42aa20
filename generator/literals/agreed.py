"""In which week waves are said to settle something, where the plan coordinates it in another."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.stems import stems
from generator.model.communication import Coordination
from generator.patterns import DIGIT, Pattern, any_of

_IN_WEEK = Pattern(
    r"\b(?P<said>Week\s+(?P<week>\d{1,3}))\s+(?:coordinates|hands|settles|agrees\s+on|aligns)\s+(?P<what>[^,;.:()]{3,80})",
    words=(any_of("week"), any_of(DIGIT), any_of("coordinates hands settles agrees aligns")),
)
_TOO_COMMON = stems("coordination wave waves")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each week in which nothing is coordinated of what its clause tells and between whom."""
    passage = reading.passage
    for found in _IN_WEEK.finditer(passage.plain, passage.begin, passage.end):
        words = stems(found["what"]) - _TOO_COMMON
        waves = {
            name
            for mention in reading.mentions
            if found.start("what") <= mention.begin < found.end("what")
            for _, name in mention.of("wave")
        }
        meant = [each for each in reading.facts.plan.coordination.values() if _is_meant(each, words, waves)]
        if (
            meant
            and waves
            and is_sure(reading, *found.span())
            and all(int(found["week"]) != each.week for each in meant)
        ):
            fact = f'"{meant[0].id}" is in week {meant[0].week}'
            yield reading.claim("date", found.span("said"), fact, agrees=False)


def _is_meant(point: Coordination, words: frozenset[str], waves: set[str]) -> bool:
    among = {*point.providers, *point.receivers, *point.between}
    return waves <= among and not words.isdisjoint(stems(point.topic) - _TOO_COMMON)
