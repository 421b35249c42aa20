"""Days told by a feast or a holiday of the plan: "finished before Christmas", "the Friday after Whitsun"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.literals.claims import Claim, Reading
from generator.literals.context import END, is_sure
from generator.literals.days import DAY_NAME, WEEKDAYS
from generator.literals.ends import dates_of, dates_of_plan
from generator.literals.lexicon import Known
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

_BY_EASTER = {
    "Good Friday": (-2, -2), "Easter Sunday": (0, 0), "Easter Monday": (1, 1), "Easter": (-2, 1),
    "Ascension Day": (39, 39),
    "Ascension": (39, 39),
    "Whit Sunday": (49, 49), "Whit Monday": (50, 50), "Whitsun": (49, 50), "Pentecost": (49, 50),
    "Corpus Christi": (60, 60),
}  # fmt: skip
_BY_DATE = {
    "Christmas Eve": (12, 24, 24), "Christmas Day": (12, 25, 25), "Christmas": (12, 24, 26),
    "Boxing Day": (12, 26, 26),
    "New Year's Eve": (12, 31, 31), "New Year": (1, 1, 1), "Epiphany": (1, 6, 6), "May Day": (5, 1, 1),
    "Labour Day": (5, 1, 1), "All Saints": (11, 1, 1), "Halloween": (10, 31, 31),
}  # fmt: skip
_NAMES = (*_BY_EASTER, *_BY_DATE)
_FEAST = rf"(?P<feast>{'|'.join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))})(?:['’]s)?\b"
_WORDS = frozenset(max(re.findall(r"\w+", name), key=len).lower() for name in _NAMES)
_SIDES = any_of("before after")
_ENDS = r"(?:(?:is|are)\s+(?:finished|over|done|ready|complete|through|closed)|ends?|finish(?:es)?|closes?)"
_STARTS = r"(?:starts?|begins?|opens?|comes|takes\s+place|is\s+held|happens)"
_BESIDE = Pattern(
    rf"[*_]{{0,2}}\s+(?:(?P<ends>{_ENDS})|(?P<starts>{_STARTS}))\s+(?:only\s+|well\s+|right\s+|directly\s+)?"
    rf"(?P<said>(?P<side>before|after)\s+{_FEAST})",
    words=(_SIDES, _WORDS),
)
_ON = Pattern(
    rf"(?P<lead>[Ii]t\s+(?:is|falls|takes\s+place|is\s+held)\s+(?:on\s+|in\s+)?)?(?:[Oo]n\s+|[Ii]n\s+)?(?P<said>[Tt]he\s+"
    rf"(?P<day>{DAY_NAME}|day|week)\s+(?P<side>before|after)\s+{_FEAST})(?P<is>\s+is\s+(?:an?|the)\s)?",
    words=(_SIDES, _WORDS),
)
_END = Pattern(END)
_BRIDGE = re.compile(r"bridge\b")
_ROOM = timedelta(days=14)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each feast on whose other side something is, or beside which it is not."""
    passage, owner = reading.passage, reading.context.owner
    for mention in reading.mentions:
        found = _BESIDE.match(passage.plain, mention.end, passage.end)
        if found and mention.of(*ITEM_KINDS) and is_sure(reading, mention.begin, found.end()):
            yield from _of_side(mention.of(*ITEM_KINDS), found, reading)
    found = _ON.match(passage.plain, passage.words_begin, passage.end)
    is_whole = found and (_END.match(passage.plain, found.end()) or (found["is"] and found["day"] in WEEKDAYS))
    if found and is_whole and owner and owner[0] in ITEM_KINDS and is_sure(reading, *found.span("said")):
        yield from _of_day(owner, found, reading)


def feast_days(name: str, reading: Reading) -> tuple[date, date] | None:
    """First and last day of a feast, in the one year in which it is near the plan; nothing for another word."""
    if name not in _NAMES:
        return None
    ends = dates_of_plan(reading.facts.schedule)
    if ends is None:
        return None
    first, last = ends
    every = (_of_year(name, year) for year in range(first.year - 1, last.year + 2))
    near = [each for each in every if first - _ROOM <= each[0] <= last + _ROOM]
    return near[0] if len(near) == 1 else None


def _of_side(items: tuple[Known, ...], found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    feast = feast_days(found["feast"], reading)
    if feast is None:
        return
    spans = {item: span for _, item in items if (span := dates_of(item, reading.facts.schedule))}
    ends = {item: span[bool(found["ends"])] for item, span in spans.items()}
    is_before = found["side"] == "before"
    if ends and all(day >= feast[0] if is_before else day <= feast[1] for day in ends.values()):
        item, day = next(iter(ends.items()))
        told = feast[0] if feast[0] == feast[1] else f"from {feast[0]} to {feast[1]}"
        fact = f'"{item}" {"ends" if found["ends"] else "begins"} on {day}, {found["feast"]} is {told}'
        yield reading.claim("date", found.span("said"), fact, agrees=False)


def _of_day(owner: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    feast, span = feast_days(found["feast"], reading), dates_of(owner[1], reading.facts.schedule)
    if feast is None or span is None:
        return
    first, last = _beside(found["day"], found["side"], feast)
    is_bridge = _BRIDGE.match(reading.passage.plain, found.end(), reading.passage.end) is None or _bridges(
        first, reading
    )
    if last < span[0] or first > span[1] or not is_bridge:
        told = f"{first}" if first == last else f"{first} to {last}"
        said = " ".join(found["said"].split())
        fact = f'"{owner[1]}" is from {span[0]} to {span[1]}, {said} is {told}'
        yield reading.claim("date", found.span("said"), fact, agrees=False)


def _beside(day: str, side: str, feast: tuple[date, date]) -> tuple[date, date]:
    """The day, the weekday or the seven days beside a feast."""
    step = timedelta(days=1 if side == "after" else -1)
    at = feast[side == "after"] + step
    if day in WEEKDAYS:
        while at.weekday() != WEEKDAYS.index(day):
            at += step
    if day == "week":
        return (at, at + 6 * step) if side == "after" else (at + 6 * step, at)
    return at, at


def _bridges(day: date, reading: Reading) -> bool:
    """Tell whether a day lies between a day off in the week and another."""
    time = reading.facts.schedule.time
    index = time.day_index(day)
    return index is not None and not time.is_workday(index - 1) and not time.is_workday(index + 1)


def _of_year(name: str, year: int) -> tuple[date, date]:
    if name in _BY_EASTER:
        first, last = _BY_EASTER[name]
        return _easter(year) + timedelta(days=first), _easter(year) + timedelta(days=last)
    month, begin, end = _BY_DATE[name]
    return date(year, month, begin), date(year, month, end)


def _easter(year: int) -> date:
    """Easter Sunday: the first Sunday behind the full moon of the church's tables that follows 20 March."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 1) + timedelta(days=27 + moon - weekday)
