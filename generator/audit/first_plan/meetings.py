"""Meetings of a first plan: entries and rows whose days, length and audience are told with nothing left over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import WEEKDAY, WEEKDAYS, weekday_number
from generator.audit.first_plan.draft import Entry, entry, id_of, plain, prose
from generator.audit.first_plan.owners import Owners
from generator.audit.first_plan.subjects import is_about_meetings
from generator.audit.first_plan.wording import Stretch
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.words import level

_CLOCK = r"(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[AaPp]\.?[Mm]\b\.?)?(?!\d)"
_DAY = rf"\b{WEEKDAY}s?\b"
_DAILY = re.compile(r"\b(?:daily|(?:every|each) (?:work ?|working )?(?:day|morning))\b", re.IGNORECASE)
_ON_DAYS = re.compile(
    rf"(?:(?:weekly|every week|every|each|on)\b,?\s)*{_DAY}(?:(?:\s?[,/&+]\s?|\s(?:and|or)\s){_DAY})*", re.IGNORECASE
)
_AT = re.compile(rf"(?:at |from )?(?P<clock>{_CLOCK})(?:\s?(?:-|to|until)\s?{_CLOCK})?", re.IGNORECASE)
_LASTS = re.compile(
    r"(?:(?:for|lasts|takes) )?"
    r"(?P<lasts>(?:\d{1,3}(?:\.5)?|one|two|half an|an|a)\s?(?:min(?:ute)?s?|h(?:ou)?rs?|h))\b\.?(?:\s+|$)",
    re.IGNORECASE,
)
_TIMED = re.compile(
    rf"{_DAY}|\b(?:daily|weekly|monthly|fortnight\w*|(?:every|each) (?:\w+ )?(?:day|week|month|phase))\b|{_CLOCK}",
    re.IGNORECASE,
)
_INVITES = re.compile(r"(?P<who>[A-Z].+?) (?:invites|chairs|hosts|moderates)|(?:chaired|led|hosted) by (?P<by>.+)")
_BETWEEN = re.compile(r"\s*(?:[,;]|:(?!\d)|\s-\s|[()])\s*")
_CHAIR = re.compile(r"\W*(?:chair\w*(?: by)?|led by|run by|hosts?|hosted by|moderat\w+)\W*", re.IGNORECASE)
_NOUN = re.compile(r"\W*(?:meetings?|calls?|events?|forums?|rituals?|ceremon(?:y|ies)|what|names?)\W*", re.IGNORECASE)
_OPEN = "Open: not told beside it"
_WRITTEN = {"one": "1", "an": "1", "a": "1", "two": "2", "half an": "0.5"}


@dataclass(frozen=True)
class _Told:
    """An entry or a row: its name, its parts, whoever leads it, and where it stands."""

    name: str
    parts: tuple[str, ...]
    chair: Stretch | None
    quotes: tuple[Quote, ...]


@dataclass
class _Times:
    """When a meeting takes place, as its parts tell; `unsure` where one of them tells more than a plan can."""

    days: tuple[str, ...] | None = None
    clock: str = ""
    lasts: str = ""
    unsure: bool = False


def meeting_entries(facts: Facts, owners: Owners) -> Iterator[Entry]:
    """Yield each meeting that takes place in every week, with its days, its length and those who come."""
    taken: list[str] = []
    for told in (*_listed(facts), *_tabled(facts)):
        times, audience, chair = _read(told)
        led = owners.of(chair) if chair else None
        coming = ", ".join(audience) or (_OPEN if led else "")
        if times.unsure or times.days is None or not (times.lasts and coming and plain(told.name)):
            continue
        taken.append(id_of(told.name, taken, "meeting"))
        value = {
            "name": plain(told.name),
            "on": list(times.days) or "daily",
            "at": times.clock or None,
            "lasts": plain(times.lasts),
            "audience": prose(coming),
            "chair": led,
        }
        words = [*told.parts, *([told.chair.text] if led and told.chair else [])]
        yield entry(("meetings", taken[-1]), value, *told.quotes, translated=words)


def _listed(facts: Facts) -> Iterator[_Told]:
    for phrase in facts.reading.phrases:
        text = level(phrase.plain)
        clock = re.search(_CLOCK, text) and all(each.window.scale == "day" for each in phrase.windows)
        about = "meeting" in phrase.sections or is_about_meetings(phrase.under)
        if phrase.form == "item" and not phrase.is_box and (about or clock):
            name, *parts = (each for each in _BETWEEN.split(text) if each.strip())
            who = next((found["who"] or found["by"] for each in parts if (found := _INVITES.fullmatch(each))), "")
            yield _Told(name, tuple(parts), Stretch(who, phrase) if who else None, (phrase.quote(),))


def _tabled(facts: Facts) -> Iterator[_Told]:
    for grid, rows in facts.reading.tables:
        header = grid.header[grid.key_column].plain if grid.header else ""
        if not _NOUN.fullmatch(header) or not (is_about_meetings(grid.under) or "meeting" in header.lower()):
            continue
        for row in rows:
            name = row.cells[grid.key_column]
            chair = next((cell for cell, head in _others(row) if _CHAIR.fullmatch(head.plain)), None)
            parts = tuple(part for cell, _ in _others(row) if cell is not chair for part in _parts(cell))
            led = Stretch(chair.plain.strip(), chair) if chair else None
            yield _Told(name.plain.strip(), parts, led, (row.mark(name), row.mark(row.cells[-1])))


def _others(row: Row) -> list[tuple[Phrase, Phrase]]:
    own = row.cells[row.grid.key_column]
    return [(cell, head) for cell, head in zip(row.cells, row.grid.header, strict=True) if cell is not own]


def _parts(cell: Phrase) -> list[str]:
    """A cell on times in its parts, any other whole."""
    text = level(cell.plain).strip()
    return [each for each in (_BETWEEN.split(text) if _TIMED.search(text) else [text]) if each]


def _read(told: _Told) -> tuple[_Times, list[str], Stretch | None]:
    times, audience = _Times(), list[str]()
    for part in told.parts:
        days, rest = _days_in(part)
        at, length = _AT.fullmatch(rest), _LASTS.match(rest)
        behind = rest[length.end() :] if length else rest
        times.days = days if times.days is None else times.days
        if at:
            times.clock = times.clock or at["clock"]
            continue
        if length:
            times.lasts = times.lasts or _in_figures(length["lasts"])
        if behind and behind.lower() != "weekly" and not (told.chair and told.chair.text in behind):
            audience.append(behind)
            times.unsure = times.unsure or days is not None or bool(_TIMED.search(behind))
    if times.days is None:
        times.days = () if _DAILY.search(told.name) else _weekdays(told.name) or None
    return times, audience, told.chair


def _days_in(part: str) -> tuple[tuple[str, ...] | None, str]:
    """Take the days off the beginning of a part: `Fridays at 14:00` is a Friday, and `at 14:00`."""
    daily = _DAILY.match(part)
    first = daily or _ON_DAYS.match(part)
    if first is None:
        return None, part
    return () if daily else _weekdays(first.group()), part[first.end() :].strip(" ,")


def _weekdays(text: str) -> tuple[str, ...]:
    found = {weekday_number(each.group()) for each in re.finditer(_DAY, text, re.IGNORECASE)}
    return tuple(WEEKDAYS[day][:3].lower() for day in sorted(found))


def _in_figures(lasts: str) -> str:
    """`one hour` as `1 hour`."""
    written, _, unit = lasts.rpartition(" ")
    return f"{_WRITTEN[written.lower()]} {unit}" if written.lower() in _WRITTEN else lasts
