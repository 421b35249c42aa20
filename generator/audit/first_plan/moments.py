"""When entries and rows take place: the day that they begin or end with, or that stands beside whoever does it."""

import re
from dataclasses import dataclass

from generator.audit.calendar import WEEKDAY
from generator.audit.first_plan.records import WEEKDAY_BESIDE, Record
from generator.audit.first_plan.times import is_dated, row_days, told_window
from generator.audit.first_plan.wording import Stretch, bare
from generator.audit.understanding.people import persons_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_JOINING = re.compile(
    r"[\W_]*(?:\b(?:by|due|until|on|till|owner|lead|led by|responsible|who)\b)?[\W_]*", re.IGNORECASE
)
"""What stands between a deed, whoever does it and its day."""
_HEADED = re.compile(r"\W*\w[^.!?;:]{1,60}?(?:[\s,(:–—-]|\b(?:on|at|in)\s)+", re.IGNORECASE)
_LED = re.compile(rf"\s*(?:[(,]?\s*{WEEKDAY}\b\.?\s*[),]?)?\s*(?::|\s[-–—]\s)", re.IGNORECASE)
"""What stands between a day that leads and what is told for it."""
_BEHIND = re.compile(r"\W*?[).,:;–—-]")


def time_of(record: Record) -> tuple[Window, list[str]] | None:
    """Return when a thing takes place, and the words that tell it; an entry of a list begins or ends with them."""
    if record.row is not None:
        found = told_window(record.row)
        return (found[0], _times(found[1])) if found and is_dated(found[0]) else None
    phrase = record.phrase
    if action_of(phrase) and is_dated(phrase.windows[0].window):
        return phrase.windows[0].window, _times(phrase)
    if phrase.item is None or not phrase.windows:
        return None
    plain, only = level(phrase.plain), phrase.windows[0]
    around = (plain[: only.start], plain[only.end : max(before_labels(record), only.end)])
    if len(phrase.windows) > 1 or phrase.is_box:
        leads = not re.search(r"\w", WEEKDAY_BESIDE.sub("", around[0])) and _LED.match(around[1])
        single = only.window.first == only.window.last and is_dated(only.window)
        return (only.window, _first_time(phrase)) if leads and single else None
    is_beside = any(not re.search(r"\w", WEEKDAY_BESIDE.sub("", each)) for each in around)
    is_headed = record.subject == "checkpoint" and _HEADED.fullmatch(around[0]) and _BEHIND.match(around[1])
    return (only.window, _times(phrase)) if (is_beside or is_headed) and is_dated(only.window) else None


@dataclass(frozen=True)
class Moment:
    """A day of something, the words that tell it, and what it is the day of, where there are several."""

    window: Window
    words: tuple[str, ...]
    label: str = ""


def moments_of(record: Record) -> list[Moment]:
    """Return each day that a row tells in a column of its own, else the one time of a row or an entry."""
    days = row_days(record.row) if record.row else []
    if len(days) > 1:
        return [Moment(cell.windows[0].window, tuple(_times(cell)), header.plain.strip()) for cell, header in days]
    found = time_of(record)
    return [Moment(found[0], tuple(found[1]))] if found else []


def before_labels(record: Record) -> int:
    """Where the first label of an entry stands."""
    text = record.phrase.plain
    found = [match.start() for each in record.told.values() if (match := re.search(rf"\b{each.label}:", text))]
    return min(found, default=len(text))


def is_dated_box(phrase: Phrase) -> bool:
    """Tell an entry of a checklist that begins with its day from a condition."""
    record = Record("", phrase.plain, "", {}, phrase, ())
    return phrase.is_box and time_of(record) is not None


def action_of(phrase: Phrase) -> tuple[str, Stretch] | None:
    """`Order the kiln - Ada Lind - 2027-03-01`: what is to be done, by whom and by when."""
    people = persons_in(phrase) if phrase.item and len(phrase.windows) == 1 else []
    if len(people) != 1:
        return None
    who, when, plain = people[0], phrase.windows[0], level(phrase.plain)
    (_, first), (second, last) = sorted([(who.start, who.end), (when.start, when.end)])
    name = plain[: min(who.start, when.start)]
    between, behind = plain[first:second], plain[last:]
    beside = (WEEKDAY_BESIDE.sub(" ", each) for each in (between, behind))
    joined = all(_JOINING.fullmatch(each) for each in beside)
    parted = re.search(r"(?:[-–—,;:(|.?]|\sby)\s*$", WEEKDAY_BESIDE.sub(" ", name))
    named = bare(re.sub(r"\b(?:by|due|until|on|till)\s*$", "", WEEKDAY_BESIDE.sub(" ", name)).rstrip(" ("))
    return (named, Stretch(who.told, phrase)) if joined and parted and len(named.split()) > 1 else None


def _first_time(phrase: Phrase) -> list[str]:
    """The first day of an entry and the weekday beside it; other days are told in its words."""
    first = phrase.windows[0]
    beside = WEEKDAY_BESIDE.match(level(phrase.plain)[first.end :])
    before = WEEKDAY_BESIDE.fullmatch(level(phrase.plain)[: first.start].strip())
    weekdays = [found.group() for found in (beside, before) if found]
    return [phrase.plain[first.start : first.end], *weekdays]


def _times(phrase: Phrase) -> list[str]:
    weekdays = [match.group() for match in WEEKDAY_BESIDE.finditer(level(phrase.plain))]
    return [phrase.plain[each.start : each.end] for each in phrase.windows] + weekdays
