"""Numbers of all there are: "four waves bring it", "six guards are too few", "works in the attic from Week 2"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.numbers import NUMBER, NUMBERS, number_of
from generator.literals.stems import stem, stems
from generator.model.quantity import Band
from generator.patterns import DIGIT, Pattern, any_of, words_in

_LED = Pattern(
    rf"(?P<said>(?P<number>{NUMBER})\s+(?P<noun>waves|phases))\s+(?:bring|lead|make|take|carry|cover|get|deliver|form|divide|build)\b",
    words=(any_of("waves phases"), NUMBERS),
)
"""What a text about the whole plan begins with: all that do it."""
_TOO_FEW = Pattern(
    rf"(?<![\w-])(?P<said>(?P<number>{NUMBER})\s+(?P<role>[a-z]+(?:[ -][a-z]+)?))\s+are\s+"
    r"(?:too\s+few|not\s+enough|all\s+(?:we\s+have|there\s+are))\b",
    words=(any_of("few enough all"), any_of("are"), NUMBERS),
)
_FROM = Pattern(
    r"[*_]{0,2}\s+(?:works|is\s+at\s+work|is\s+busy)(?:\s+[a-z]+){0,4}\s+from\s+(?P<said>[Ww]eek\s+(?P<week>\d{1,3}))(?=\s*(?:[.;]|$))",
    words=(any_of("from"), any_of("week"), any_of(DIGIT)),
)
_FROM_WEEK = any_of("from week")
_WHOLE = frozenset({"summary", "approach"})


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each number that is not that of all, and each first week of a wave that is another one."""
    passage = reading.passage
    if passage.pointer[0] in _WHOLE:
        yield from _of_parts(reading)
    for found in _TOO_FEW.finditer(passage.plain, passage.begin, passage.end):
        yield from _of_role(found, reading)
    for mention in reading.named if words_in(passage.plain, passage.begin, passage.end) >= _FROM_WEEK else ():
        waves = mention.of("wave", "phase")
        start = _FROM.match(passage.plain, mention.end, passage.end) if len(waves) == 1 else None
        weeks = reading.facts.schedule.weeks(waves[0][1]) if start else None
        if start and weeks and weeks.first != int(start["week"]):
            fact = f'"{waves[0][1]}" is at work in weeks {weeks}'
            yield reading.claim("date", start.span("said"), fact, agrees=False)


def _of_parts(reading: Reading) -> Iterator[Claim]:
    passage = reading.passage
    found = _LED.match(passage.plain, passage.words_begin, passage.end)
    if found and reading.numbers_told == 1:
        true = len(reading.facts.index.by_kind[found["noun"].removesuffix("s")])
        if number_of(found["number"]) != true:
            yield reading.claim("count", found.span("said"), f"the plan has {true} {found['noun']}", agrees=False)


def _of_role(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Judge "six guards are too few" where it is why something is not done: more than there are nobody has."""
    noun, owner, plan = found["role"].split()[-1], reading.context.owner, reading.facts.plan
    roles = reading.topics.roles_by_noun.get(noun, frozenset()) if noun.endswith("s") else frozenset()
    decision = plan.decisions.get(owner[1]) if owner and owner[0] == "decision" else None
    count = plan.roles[min(roles)].count if len(roles) == 1 else None
    if decision is None or count is None or reading.passage.pointer[-1] != "why":
        return
    others = stems(f"{decision.title} {decision.said} {decision.does}")
    low, high = (count.low, count.high) if isinstance(count, Band) else (int(count), int(count))
    if stem(noun) not in others and not low <= number_of(found["number"]) <= high:
        fact = f'the role "{min(roles)}" counts {count}'
        yield reading.claim("count", found.span("said"), fact, agrees=False)
