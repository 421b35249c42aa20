"""Numbers of all there are: "four waves bring it", "six guards are too few", "works in the attic from Week 2"."""

from collections.abc import Iterable, Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.numbers import NUMBER, NUMBERS, number_of
from generator.model.quantity import Band
from generator.patterns import DIGIT, Pattern, any_of

_LED = Pattern(
    rf"(?P<said>(?P<number>{NUMBER})\s+(?P<noun>waves|phases))\s+(?:bring|lead|make|take|carry|cover|get|deliver|form|divide|build)\b",
    words=(any_of("waves phases"), NUMBERS),
)
"""What a text about the whole plan begins with: all that do it."""
_ENOUGH = Pattern(
    rf"(?<![\w-])(?P<said>(?P<number>{NUMBER})\s+(?P<role>[a-z]+(?:[ -][a-z]+)?))\s+are\s+"
    r"(?:too\s+few|too\s+many|enough|not\s+enough|few|all\s+(?:we\s+have|there\s+are))\b",
    words=(any_of("few many enough all"), any_of("are"), NUMBERS),
)
_FROM = Pattern(
    r"[*_]{0,2}\s+(?:works|is\s+at\s+work|is\s+busy)(?:\s+[a-z]+){0,4}\s+from\s+(?P<said>[Ww]eek\s+(?P<week>\d{1,3}))(?=\s*(?:[.;]|$))",
    words=(any_of("from"), any_of("week"), any_of(DIGIT)),
)
_OF_ALL = ("decision", "assumption", "meeting", "channel")
"""What is told there is told of all people of the plan."""
_WHOLE = frozenset({"summary", "approach"})


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each number that is not that of all, and each first week of a wave that is another one."""
    passage = reading.passage
    if passage.pointer[0] in _WHOLE:
        yield from _of_parts(reading)
    for found in _ENOUGH.finditer(passage.plain, passage.begin, passage.end):
        role = found["role"].split()[-1]
        roles = reading.topics.roles_by_noun.get(role, frozenset()) if role.endswith("s") else frozenset()
        true = {number for each in roles for number in _numbers(each, reading)}
        if true and number_of(found["number"]) not in true:
            count = reading.facts.plan.roles[min(roles)].count
            yield reading.claim("count", found.span("said"), f'the role "{min(roles)}" counts {count}', agrees=False)
    for mention in reading.named:
        waves = mention.of("wave", "phase")
        start = _FROM.match(passage.plain, mention.end, passage.end) if len(waves) == 1 else None
        weeks = reading.facts.schedule.weeks(waves[0][1]) if start else None
        if start and weeks and weeks.first != int(start["week"]):
            fact = f'"{waves[0][1]}" is at work in weeks {weeks}'
            yield reading.claim("date", start.span("said"), fact, agrees=False)


def _of_parts(reading: Reading) -> Iterator[Claim]:
    passage = reading.passage
    found = _LED.match(passage.plain, passage.words_begin, passage.end)
    if found:
        true = len(reading.facts.index.by_kind[found["noun"].removesuffix("s")])
        if number_of(found["number"]) != true:
            yield reading.claim("count", found.span("said"), f"the plan has {true} {found['noun']}", agrees=False)


def _numbers(role: str, reading: Reading) -> Iterator[int]:
    """How many of a role there are, and how many any task or team has."""
    plan, breakdown = reading.facts.plan, reading.facts.schedule.breakdown
    bands: list[Band | int | None] = [plan.roles[role].count]
    if reading.context.owner is None or (reading.context.owner[0] in _OF_ALL and plan.roles[role].count):
        yield from _each(bands)
        return
    bands += [task.needs[role] for task in breakdown.tasks if role in task.needs]
    bands += [wave.team[role] for wave in plan.waves.values() if role in wave.team]
    bands += [phase.team[role] for phase in plan.phases.values() if role in phase.team]
    yield from _each(bands)


def _each(bands: Iterable[Band | int | None]) -> Iterator[int]:
    for band in bands:
        if isinstance(band, Band):
            yield from range(band.low, band.high + 1)
        elif band is not None:
            yield int(band)
