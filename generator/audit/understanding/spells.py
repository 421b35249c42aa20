"""Stretches from a time of one day to a time of another: `Sat 13 Sep, 06:00 to Sun 14 Sep, 14:00`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from generator.audit.calendar import WEEKDAY, weekday_number
from generator.audit.understanding.clocks import DAY, Clock, clocks_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level

_DAY = re.compile(rf"\b{WEEKDAY}s?\b", re.IGNORECASE)
_TO = re.compile(r"\s*[,)]?\s*(?:-{1,3}|to|until|till|through|and)\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"[\s,(]*(?:at|from|morning|evening|night|afternoon|noon)?[\s,]*", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:,|on|of)?\s*(?:the\s)?", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:on |of )?(?:the )?(?:next|following) (?:day|morning)\b", re.IGNORECASE)
_WEEK, _MOST = 7, 80


@dataclass(frozen=True)
class Spell:
    """A stretch in minutes and where it is told."""

    minutes: int
    start: int
    end: int


@dataclass(frozen=True)
class _Moment:
    """A time of day with its day, by date or by weekday."""

    clock: Clock
    scale: str
    day: int
    start: int
    end: int


def spells_in(phrase: Phrase) -> list[Spell]:
    """Find every stretch between two times on two days that are told, or the next day."""
    return list(_spells(phrase, level(phrase.plain)))


def _spells(phrase: Phrase, plain: str) -> Iterator[Spell]:
    clocks = clocks_in(phrase.plain)[:_MOST]
    days = _days(phrase, plain) if len(clocks) > 1 else []
    moments = [_moment(clock, days, plain) for clock in clocks] if days or _NEXT.search(plain) else []
    for one, other in pairwise(moments):
        if not _TO.fullmatch(plain[one.end : other.start]):
            continue
        if one.scale == other.scale != "":
            apart = other.day - one.day if one.scale == "date" else (other.day - one.day) % _WEEK
        elif not other.scale and _NEXT.match(plain, other.end):
            apart = 1
        else:
            continue
        minutes = apart * DAY + other.clock.minute - one.clock.minute
        if apart and minutes > 0:
            yield Spell(minutes, one.start, other.end)


def _days(phrase: Phrase, plain: str) -> list[tuple[str, int, int, int]]:
    """Dates with the weekday before them, and weekdays that stand alone: scale, day, start and end."""
    found = [
        ("date", each.window.first or 0, each.start, each.end)
        for each in phrase.windows[:_MOST]
        if each.window.scale == "date" and each.window.first == each.window.last
    ]
    alone: list[tuple[str, int, int, int]] = []
    for match in islice(_DAY.finditer(plain), _MOST):
        dated = next((each for each in found if 0 <= each[2] - match.end() <= len(", ")), None)
        if dated:
            found[found.index(dated)] = (dated[0], dated[1], match.start(), dated[3])
        else:
            alone.append(("weekday", weekday_number(match.group()), match.start(), match.end()))
    return [*found, *alone]


def _moment(clock: Clock, days: list[tuple[str, int, int, int]], plain: str) -> _Moment:
    """The day stands right before the time, or right after it."""
    before = [each for each in days if each[3] <= clock.start and _BEFORE.fullmatch(plain[each[3] : clock.start])]
    after = [each for each in days if each[2] >= clock.end and _AFTER.fullmatch(plain[clock.end : each[2]])]
    if before:
        scale, day, start, _ = before[-1]
        return _Moment(clock, scale, day, start, clock.end)
    if after:
        scale, day, _, end = after[0]
        return _Moment(clock, scale, day, clock.start, end)
    return _Moment(clock, "", 0, clock.start, clock.end)
