"""The first day of a plan, where its documents state it, or tell a week with its date."""

import re
from collections.abc import Iterator
from datetime import date

from generator.audit.calendar import WEEKDAY
from generator.audit.first_plan.dated_weeks import first_days
from generator.audit.first_plan.draft import Entry, lines_of
from generator.audit.first_plan.subjects import subject_of
from generator.audit.first_plan.times import is_dated
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_CALLED = (
    r"(?:(?:planned|project|plan|programme|work)\s)?(?:start(?:s|ing)?(?:\s(?:date|day|on))?|begin(?:s|ning)?(?:\son)?"
    r"|kick-?off(?:\s(?:date|on))?|first day)"
)
_DAY_NAME = rf"(?:{WEEKDAY}\b\.?,?\s*)?"
_LABEL = re.compile(
    rf"(?:^\W*|[.;|,(]\s+|\s[-–—]\s)(?P<label>{_CALLED})\s*(?:(?P<mark>[:=])|\s-|(?<=\son))\s*{_DAY_NAME}$",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"^\W*the (?:project|plan|programme|work|works) (?:starts|begins|will (?:start|begin)) on\s{_DAY_NAME}$",
    re.IGNORECASE,
)
_RUNS = re.compile(rf"\b(?:takes|lasts|runs|goes)\b[^.;:]{{0,30}}\bfrom\s{_DAY_NAME}$", re.IGNORECASE)
"""`The exit takes 16 weeks, from Monday 11 January 2027`"""
_ALONE = re.compile(rf"\W*{_CALLED}\W*", re.IGNORECASE)
_OVERVIEW = re.compile(r"\b(?:facts|key (?:data|dates?)|at a glance|general|details|information)\b", re.IGNORECASE)


def start_entries(reading: Reading) -> Iterator[Entry]:
    """Yield the one day that is stated as the start, else the one on which told dates put the first week."""
    stated = list(_stated(reading))
    if len({day for day, *_ in stated}) == 1:
        lines = frozenset(line for _, quote, _ in stated for line in lines_of(quote))
        words = " ".join(word for _, _, words in stated for word in words)
        yield Entry(("start",), date.fromordinal(stated[0][0]).isoformat(), lines, words)
    elif not stated:
        days = set(first_days(reading)) or set(_run_from(reading))
        yield from (
            Entry(("start",), date.fromordinal(day).isoformat(), frozenset()) for day in days if len(days) == 1
        )


def _stated(reading: Reading) -> Iterator[tuple[int, Quote, list[str]]]:
    """Yield each day stated near the top, with the words of its label and the day."""
    for phrase in reading.phrases:
        plain = level(phrase.plain)
        for each in phrase.windows if phrase.is_spoken and _is_at_top(reading, phrase) else ():
            label = _LABEL.search(plain[: each.start])
            if each.window.first and _is_day(each.window) and (label or _SAID.search(plain[: each.start])):
                known = label["label"] if label and label["mark"] else ""
                yield (
                    each.window.first,
                    phrase.quote(),
                    [known, *_words(plain[: each.start]), plain[each.start : each.end]],
                )
    for grid, rows in reading.tables:
        for cells in [grid.header, *(row.cells for row in rows)]:
            pair = len(cells) == len("=>") and _ALONE.fullmatch(level(cells[0].plain)) and len(cells[1].windows) == 1
            window = cells[1].windows[0].window if pair else None
            if window and window.first and _is_day(window) and _is_at_top(reading, cells[1]):
                yield window.first, cells[1].quote(), [cells[1].plain]


def _run_from(reading: Reading) -> Iterator[int]:
    """Yield the first day of a stretch that a sentence near the top tells, where no other day is before it."""
    told = [each.window for phrase in _texts(reading) for each in phrase.windows if each.window.scale == "date"]
    first = min((each.first or each.last or 0 for each in told if is_dated(each)), default=0)
    for phrase in reading.phrases:
        for each in phrase.windows if phrase.is_spoken and _is_at_top(reading, phrase) else ():
            run = _RUNS.search(level(phrase.plain)[: each.start].replace("\u00a0", " "))
            if run and each.window.scale == "date" and each.window.is_whole and each.window.first == first:
                yield first


def _texts(reading: Reading) -> Iterator[Phrase]:
    yield from reading.phrases
    yield from (cell for _, rows in reading.tables for row in rows for cell in row.cells)


def _words(before: str) -> list[str]:
    """The weekday right before a day."""
    found = re.search(rf"\b{WEEKDAY}\b\.?,?\s*$", before, re.IGNORECASE)
    return [found.group()] if found else []


def _is_at_top(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a text stands below the title, or in an overview."""
    if not phrase.under or phrase.under[-1] in reading.titles:
        return True
    return subject_of(phrase) == "approach" or bool(_OVERVIEW.search(phrase.under[-1].text.plain))


def _is_day(window: Window) -> bool:
    return window.scale == "date" and is_dated(window) and window.first is not None and window.first == window.last
