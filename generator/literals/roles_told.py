"""How many hold a role, what a role counts as, and how many roles share work, as prose says it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.numbers import ONE_WORD, whole_number
from generator.literals.stems import stem
from generator.model.breakdown import Task, Wave
from generator.patterns import Pattern, any_of

_HELD = Pattern(
    r"\b(?:[Ee]ach|[Ee]very)\s+(?P<shared>shared\s+)?role\s+(?:is\s+(?:held|filled|taken)\s+by|has)\s+"
    rf"(?P<said>{ONE_WORD}\s+(?:persons?|people|holders?))\b",
    words=(any_of("each every"), any_of("role"), any_of("person persons people holder holders")),
)
_COUNTS_AS = Pattern(r"\bcounts?\s+as\s+(?:an?\s+)?[*_]{0,2}$", words=(any_of("count counts"), any_of("as")))
_TRADES = Pattern(
    rf"(?<![\w-])(?P<said>(?P<number>{ONE_WORD})\s+(?:trades|crafts|roles))\s+of\s+(?:the\s+)?(?P<what>[a-z]+(?:(?:,|\s+and)\s+[a-z]+)*)",
    words=(any_of("trades crafts roles"), any_of("of")),
)
_DONE_BY = Pattern(r"\b(?:done|carried\s+out)\s+by\s+(?:the\s+|an?\s+)?[*_]{0,2}$", words=(any_of("by"),))
_HOUR = Pattern(
    rf"\b(?P<side>until|till|from)\s+(?P<said>(?P<hour>{ONE_WORD}))(?=[.,;]|$)", words=(any_of("until till from"),)
)
_WORKS = Pattern(r"[*_]{0,2}\s+works?\s+in\s+[*_]{0,2}", words=(any_of("work works"),))
_ALL_THROUGH = Pattern(r"[*_]{0,2}\s+(?:throughout|from\s+its\s+first\s+day\s+to\s+its\s+last)\b")
_WORKING = any_of("throughout")
_NOON, _SIZE = 12, 60
_COUNTING, _DOING = any_of("count counts"), any_of("done carried")
_FEWEST = 2


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says of roles that those of the plan are not."""
    if not reading.facts.plan.roles:
        return
    yield from _held(reading)
    yield from _counted_as(reading) if reading.says(_COUNTING) else ()
    yield from _trades(reading)
    yield from _done_by(reading) if reading.says(_DOING) else ()
    yield from _shift(reading)
    yield from _throughout(reading) if reading.says(_WORKING) else ()


def _throughout(reading: Reading) -> Iterator[Claim]:
    """Judge "the specialist works in Phase 2 throughout" by the phases that have the role in their own team."""
    passage, phases = reading.passage, reading.facts.plan.phases
    for one, other in pairwise(reading.named):
        roles, said = [name for _, name in one.of("role")], [name for _, name in other.of("phase")]
        gap = passage.plain[one.end : other.begin]
        is_told = len(roles) == len(said) == 1 and _WORKS.fullmatch(gap)
        having = [name for name, phase in phases.items() if roles and roles[0] in phase.team] if is_told else []
        is_all = _ALL_THROUGH.match(passage.plain, other.end, passage.end)
        if having and is_all and said[0] not in having and is_sure(reading, one.begin, other.end):
            fact = f'"{roles[0]}" is in the team of "{having[0]}"'
            yield reading.claim("member", (other.begin, other.end), fact, agrees=False)


def _done_by(reading: Reading) -> Iterator[Claim]:
    """Judge "a task of Wave 5, done by the DBA": whoever does it is needed for it, or answers for it."""
    passage, plan = reading.passage, reading.facts.plan
    for other in reading.named:
        roles = [name for _, name in other.of("role")]
        tasks = [each for each in reading.named if each.end < other.begin and each.of("task")]
        if len(roles) != 1 or len(tasks) != 1 or len(tasks[0].items) != 1:
            continue
        task = reading.facts.index.by_kind["task"][tasks[0].items[0][1]]
        if not isinstance(task, Task) or not _DONE_BY.search(passage.plain[: other.begin], tasks[0].end):
            continue
        people = {plan.people[each].role for each in (*task.people, task.owner) if each in plan.people}
        if (
            task.needs
            and roles[0] not in {*task.needs, *people, task.owner}
            and is_sure(reading, other.begin, other.end)
        ):
            fact = f'"{task.id}" needs {" and ".join(task.needs)}'
            yield reading.claim("owner", (other.begin, other.end), fact, agrees=False)


def _shift(reading: Reading) -> Iterator[Claim]:
    """Judge "lost children until three" by the hours of the calendar of the role."""
    passage, owner = reading.passage, reading.context.owner
    role = reading.facts.plan.roles.get(owner[1]) if owner and owner[0] == "role" else None
    calendar = reading.facts.plan.calendars.get(role.calendar) if role and role.calendar else None
    if calendar is None or passage.pointer[-1] != "responsibilities" or len(calendar.hours or ()) != 1:
        return
    (hours,) = calendar.hours or ()
    for found in _HOUR.finditer(passage.plain, passage.begin, passage.end):
        hour = whole_number(found["hour"])
        true = hours.end if found["side"] != "from" else hours.start
        if hour and hour <= _NOON and true % _SIZE == 0 and (true // _SIZE) % _NOON != hour % _NOON:
            fact = f'the hours of "{role.calendar if role else ""}" are {_clock(hours.start)}-{_clock(hours.end)}'
            yield reading.claim("date", found.span("said"), fact, agrees=False)


def _clock(minute: int) -> str:
    return f"{minute // _SIZE}:{minute % _SIZE:02}"


def _held(reading: Reading) -> Iterator[Claim]:
    """Judge "each shared role is held by one person"."""
    passage = reading.passage
    for found in _HELD.finditer(passage.plain, passage.begin, passage.end):
        number = whole_number(found["said"].split()[0])
        roles = [
            role for role in reading.facts.plan.roles.values() if role.count and (role.shared or not found["shared"])
        ]
        others = [role for role in roles if role.count and (role.count.low, role.count.high) != (number, number)]
        if number and others and is_sure(reading, *found.span("said")):
            yield reading.claim(
                "count", found.span("said"), f'the role "{others[0].id}" counts {others[0].count}', agrees=False
            )


def _counted_as(reading: Reading) -> Iterator[Claim]:
    """Judge "the specialist works throughout and counts as a developer"."""
    passage, roles = reading.passage, reading.facts.plan.roles
    for other in reading.named:
        if len(other.of("role")) != 1 or not _COUNTS_AS.search(passage.plain[: other.begin], passage.begin):
            continue
        before = [name for each in reading.named if each.end < other.begin for _, name in each.of("role")]
        owner = reading.context.owner
        one = before[-1] if before else owner[1] if owner and owner[0] == "role" else None
        said = other.of("role")[0][1]
        if one and one != said and roles[one].counts_as != said and is_sure(reading, other.begin, other.end):
            true = f'as "{roles[one].counts_as}"' if roles[one].counts_as else "as itself alone"
            yield reading.claim("member", (other.begin, other.end), f'"{one}" counts {true}', agrees=False)


def _trades(reading: Reading) -> Iterator[Claim]:
    """Judge "three trades of pipes and cables" by the roles of the wave or task that is called by these words."""
    passage = reading.passage
    for found in _TRADES.finditer(passage.plain, passage.begin, passage.end):
        words = [stem(word) for word in re.findall(r"[a-z]+", found["what"]) if word != "and"]
        items = reading.topics.with_all(words, ("wave", "task")) if len(words) >= _FEWEST else []
        item = reading.facts.index.by_kind[items[0][0]][items[0][1]] if len(items) == 1 else None
        roles = item.team if isinstance(item, Wave) else item.needs if isinstance(item, Task) else None
        number = whole_number(found["number"])
        if item and roles and number and len(roles) != number and is_sure(reading, *found.span("said")):
            fact = f'"{item.id}" has {len(roles)} {"roles" if len(roles) > 1 else "role"}'
            yield reading.claim("count", found.span("said"), fact, agrees=False)
