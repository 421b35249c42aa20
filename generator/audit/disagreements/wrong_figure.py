"""A sentence tells another figure of the whole plan than the plan has.

How many tasks follow each other, how long everything takes, how many people there are: such figures stand in a
sentence or in a box by themselves, are read first, and are quoted to others.

Fails: eleven tasks follow each other on the critical path, and the page says "12 tasks in a row".

Passes: the page says "11 tasks in a row".
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.audit.rendered.disagreement import Disagreement
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Truth, plain
from generator.audit.rendered.wording import wordings
from generator.findings import Severity
from generator.formatting import counted
from generator.model.breakdown import Task
from generator.model.calendar import WORKWEEK
from generator.model.quantity import Band

SEVERITY = Severity.ERROR
JUDGES_ALONE = True

Tell = Callable[[Truth, re.Match[str]], str | None]


@dataclass(frozen=True)
class _Phrase:
    """Words in which a figure is told, and what the plan says in the same words."""

    pattern: re.Pattern[str]
    tell: Tell


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each figure that plan and schedule have otherwise."""
    for words in wordings(published):
        for phrase in _PHRASES if not words.is_code else ():
            found = phrase.pattern.search(words.text)
            true = phrase.tell(truth, found) if found else None
            if found and true is not None and plain(found["told"]) != plain(true):
                message = f'the plan has "{true}", but this says "{plain(found["told"])}"'
                yield Disagreement(message, words.place(*found.span("told")))


@lru_cache(maxsize=2)
def _in_a_row(truth: Truth) -> int | None:
    """The tasks of the first chain that settles the finish."""
    schedule = truth.snapshot.schedule
    path = next(iter(schedule.critical_paths), ())
    return sum(isinstance(schedule.breakdown.items[item], Task) for item in path) or None


def _row(truth: Truth, _: re.Match[str]) -> str | None:
    count = _in_a_row(truth)
    return f"{counted(count, 'task')} in a row" if count else None


def _length(truth: Truth, _: re.Match[str]) -> str | None:
    schedule, time = truth.snapshot.schedule, truth.snapshot.schedule.time
    if not schedule.breakdown.tasks:
        return None
    weeks = time.day_of_finish(schedule.finish).week - time.day_of_start(schedule.start).week + 1
    days = time.workdays_between(schedule.start, schedule.finish)
    kind = "business day" if set(truth.snapshot.plan.calendar.workdays) <= set(WORKWEEK) else "working day"
    return f"{counted(weeks, 'week')} ({counted(days, kind)})"


def _people(truth: Truth, _: re.Match[str]) -> str | None:
    """All whom the roles count, or those who are named where these are more."""
    plan = truth.snapshot.plan
    named = Counter(person.role for person in plan.people.values())
    counts = {role: entry.count or Band(0, 0) for role, entry in plan.roles.items()}
    each = (Band(max(count.low, named[role]), max(count.high, named[role])) for role, count in counts.items())
    people = sum(each, Band(0, 0))
    return f"{people} {'person' if people.high == 1 else 'people'}"


def _teams(truth: Truth, _: re.Match[str]) -> str | None:
    return counted(len(truth.snapshot.plan.waves), "wave team")


def _roles(truth: Truth, _: re.Match[str]) -> str | None:
    return counted(len(truth.snapshot.plan.roles), "role")


_PHRASES = (
    _Phrase(re.compile(r"\bCritical path: (?P<told>\d+ tasks? in a row)\b"), _row),
    _Phrase(
        re.compile(r"^(?:Total duration: )?(?P<told>\d+ weeks? \(\d+ (?:business|working) days?\))$", re.IGNORECASE),
        _length,
    ),
    _Phrase(re.compile(r"^(?P<told>\d+(?:-\d+)? (?:people|person))$"), _people),
    _Phrase(re.compile(r"^(?P<told>\d+(?:-\d+)? (?:people|person)) in \d+ roles?$"), _people),
    _Phrase(re.compile(r"^\d+(?:-\d+)? (?:people|person) in (?P<told>\d+ roles?)$"), _roles),
    _Phrase(re.compile(r"^(?:\d+ by name, )?(?P<told>\d+ wave teams?)$"), _teams),
)
