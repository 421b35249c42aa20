"""A document tells a day in two ways that are two days.

A week and day stand beside a date of another day, or a date beside a weekday it does not fall on. One of the two was
changed, and nobody can tell which of them holds.

Fails: "Week 2 Day 1 (Tue 13 Jan)" in a plan whose second week begins on Monday the 12th.

Passes: "Week 2 Day 1 (Mon 12 Jan)".
"""

import re
from collections.abc import Iterator, Sequence

from generator.audit.rendered.atoms import Told
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Truth
from generator.audit.rendered.wording import Wording, wordings
from generator.findings import Severity
from generator.scheduling.clock import WEEK_DAYS

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_WEEKS = re.compile(r"Weeks? (\d{1,4})(?:-(\d{1,4}))? \(([^()]*)\)")


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each pair of week and date that is no pair, and each date with a wrong weekday."""
    time = truth.snapshot.schedule.time
    if time.start_date is None:
        return
    first, sound = time.start_date.weekday(), set[str]()
    for words in wordings(published):
        if words.text in sound:
            continue
        told = truth.days(words.text) if not truth.agreed_days(words.text) else ()
        found = [*_strange(words, told, first), *_pairs(words, told), *_weeks(words, told)] if told else []
        yield from found
        if not found:
            sound.add(words.text)


def _strange(words: Wording, told: Sequence[Told], first: int) -> Iterator[Disagreement]:
    for day in told:
        if day.index is None or (day.weekday is not None and (first + day.index) % 7 != day.weekday):
            message = f'there is no day "{words.text[day.start : day.end]}" in the calendar'
            yield _said(words, day.start, day.end, message)


def _pairs(words: Wording, told: Sequence[Told]) -> Iterator[Disagreement]:
    """Hold the weeks before a bracket against the dates at its beginning: one and one, or two and two."""
    for index, date in enumerate(told):
        if not date.by_date or not words.text.endswith("(", 0, date.start):
            continue
        size = 2 if _is_range(words.text, told[index + 1 : index + 2], date) else 1
        weeks, dates = told[max(index - size, 0) : index], told[index : index + size]
        if len(weeks) == size and all(not week.by_date for week in weeks):
            pairs = zip(weeks, dates, strict=True)
            if words.text[weeks[-1].end : date.start] in (" (", "(") and any(
                one.index != other.index for one, other in pairs
            ):
                yield _said(
                    words,
                    weeks[0].start,
                    dates[-1].end,
                    f'"{words.text[weeks[0].start : dates[-1].end]}" are two days',
                )


def _weeks(words: Wording, told: Sequence[Told]) -> Iterator[Disagreement]:
    """The dates in brackets behind weeks begin in the first of them and end in the last."""
    for found in _WEEKS.finditer(words.text):
        inside = [day.index for day in told if day.by_date and found.start(3) <= day.start < found.end(3)]
        first, last = int(found[1]), int(found[2] or found[1])
        weeks = [None if day is None else day // WEEK_DAYS + 1 for day in inside]
        if weeks and (weeks[0], weeks[-1]) != (first, last):
            yield _said(
                words, *found.span(), f'"{found.group()}" {"is another week" if first == last else "are other weeks"}'
            )


def _is_range(text: str, following: Sequence[Told], date: Told) -> bool:
    """Tell whether a second date belongs to the first: 4–6 May, 26 Jan–6 Feb."""
    if not following or not following[0].by_date:
        return False
    return following[0].start == date.start or text[date.end : following[0].start].strip() in ("-", "–")


def _said(words: Wording, start: int, end: int, message: str) -> Disagreement:
    return Disagreement(message if start < end else f'"{short(words.text)}" tells no day', words.place(start, end))
