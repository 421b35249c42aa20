"""A sentence in the description of a task none of whose facts is that task's, and all of which are another one's."""

from collections.abc import Callable, Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.days import NO_DAY, day_index
from generator.literals.ends import ends_of
from generator.literals.numbers import NUMBER, NUMBERS, number_of
from generator.model.breakdown import Task
from generator.patterns import Pattern, any_of

_PEOPLE = Pattern(rf"(?<![\w-])(?P<number>{NUMBER})\s+(?P<role>[a-z]{{3,20}})\b", words=(NUMBERS,))
_LENGTH = Pattern(
    rf"\b(?:for|in|within|takes)\s+(?P<number>{NUMBER})\s+(?:working\s+)?(?P<unit>day|week)s?(?=\s*(?:[.,;]|$))",
    words=(any_of("for in within takes"), any_of("day days week weeks"), NUMBERS),
)
_FEWEST = 2
"""One fact alone may be a slip, and is told as that."""
_Fits = Callable[[Task], bool]


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the sentence of a description that tells another task's people, length and days."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description" or not reading.tells_number:
        return
    facts, days = list(_facts(reading)), list(_days(reading))
    if len(facts) < _FEWEST or any(mention.of("task", "wave") for mention in reading.named):
        return
    tasks = {task.id: task for task in reading.facts.schedule.breakdown.tasks}
    if owner[1] not in tasks or any(fits(tasks[owner[1]]) for fits in facts):
        return
    others = [name for name, task in tasks.items() if all(fits(task) for fits in (*facts, *days))]
    if len(others) == 1:
        span = passage.words_begin, passage.end
        yield reading.claim("member", span, f'all that is told there is of "{others[0]}"', agrees=False)


def _facts(reading: Reading) -> Iterator[_Fits]:
    """The people and lengths that a sentence tells, as what a task has to be for it."""
    passage, schedule = reading.passage, reading.facts.schedule
    for found in _PEOPLE.finditer(passage.plain, passage.begin, passage.end):
        roles = reading.topics.roles_by_noun.get(found["role"], frozenset())
        if len(roles) == 1:
            yield _needing(min(roles), number_of(found["number"]))
    for found in _LENGTH.finditer(passage.plain, passage.begin, passage.end):
        size = schedule.time.day_minutes if found["unit"] == "day" else schedule.time.week_minutes
        yield _taking(number_of(found["number"]) * size, reading)


def _days(reading: Reading) -> Iterator[_Fits]:
    schedule = reading.facts.schedule
    for day in reading.days:
        told = day_index(day["day"], schedule.time, schedule.time.day_of_start(schedule.start))
        if told not in (None, NO_DAY):
            yield _on(told or 0, reading)


def _needing(role: str, number: int) -> _Fits:
    return lambda task: role in task.needs and task.needs[role].low <= number <= task.needs[role].high


def _taking(minutes: int, reading: Reading) -> _Fits:
    time = reading.facts.schedule.time

    def fits(task: Task) -> bool:
        estimate = reading.facts.schedule.estimate(task.id)
        ends = (each.minutes(time.day_minutes, time.week_minutes) for each in (estimate.optimistic, estimate.likely))
        return minutes in ends

    return fits


def _on(day: int, reading: Reading) -> _Fits:
    return lambda task: any(each.index == day for each in ends_of(task.id, reading.facts.schedule))
