"""Headings that tell when what stands below them is done: `Week 3 (19-23 January)`, `Month 4: First harvest`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from generator.audit.blocks import Heading
from generator.audit.first_plan.subjects import is_excluded, subject_in
from generator.audit.first_plan.times import is_dated, when_text
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import Named
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.times import windows_in
from generator.audit.understanding.units import TESTS, Unit, units_only
from generator.audit.understanding.windows import Found, Window
from generator.audit.understanding.words import key_of, level

_TIME = re.compile(
    r"(?P<kind>weeks?|months?|days?)\s*(?P<key>\d{1,3})(?:\s*(?:-|to|and|&)\s*(?P<last>\d{1,3}))?", re.IGNORECASE
)
_BESIDE = re.compile(r"^[\s:,;.)|(*–—-]+|[\s:,;(|*)–—-]+$")
_PLAIN = re.compile(
    r"\W*(?:(?:key|main|detailed|planned|major|specific)\s)?(?:tasks?|activit(?:y|ies)|action items?"
    r"|actions|steps|work(?: items)?|to-?dos?|to do|what we do|tasks to complete"
    r"|implementation(?: steps| tasks)?|sub-?tasks)\W*",
    re.IGNORECASE,
)
"""Headings that say no more than that work is listed."""
_NO_WORK = frozenset({"criterion", "risk", "rollback", "alert", "target", "checkpoint", "person", "assumption"})


@dataclass(frozen=True)
class Headed:
    """What the entries below a heading belong to, and when it is, where the heading itself tells that."""

    unit: Unit
    window: Window | None
    words: str = ""


@dataclass(frozen=True, eq=False)
class Planned(Facts):
    """What documents say, with the stretches that headings tell as parts of the plan."""

    headed: Mapping[int, Headed] = field(default_factory=dict)
    """What each heading is about, by its text."""
    introduced: Mapping[Unit, Quote] = field(default_factory=dict)

    @cached_property
    def defined(self) -> dict[Unit, Quote]:
        """Parts that anything introduces, then the stretches of headings."""
        found: dict[Unit, Quote] = {}
        for unit, quote in self._introductions():
            found.setdefault(unit, quote)
        return {**self.introduced, **found}


def planned(facts: Facts) -> Planned:
    """Make parts of the headings that tell a time, where something stands below them."""
    filled = {id(each.under[-1].text) for each in _texts(facts) if each.under}
    filled |= {id(each.under[-2].text) for each in _texts(facts) if len(each.under) > 1}
    headed: dict[int, Headed] = {}
    names, stays, introduced = list[Named](), list[Stay](), dict[Unit, Quote]()
    for phrase in facts.reading.headings:
        found = _told(phrase) if id(phrase.text) in filled else None
        if found is None:
            continue
        outer, title = _outer(facts, phrase), _title(phrase)
        if outer:
            headed[id(phrase.text)] = Headed(outer, found.window, level(phrase.plain)[found.start : found.end])
            continue
        unit = _unit(phrase, found)
        if unit is None:
            continue
        headed[id(phrase.text)] = Headed(unit, None)
        if unit not in introduced:
            introduced[unit] = phrase.quote()
            stays.append(Stay(unit, found.window, phrase.quote()))
            names.append(Named(unit, title or str(unit), phrase.quote(), "headed"))
    own = {each.name: getattr(facts, each.name) for each in fields(Facts)}
    own |= {"names": (*facts.names, *names), "stays": (*facts.stays, *stays)}
    return Planned(**own, headed=headed, introduced=introduced)


def headed_by(facts: Facts, phrase: Phrase) -> Headed | None:
    """Find what an entry belongs to by the heading right above it, or by the one above a heading such as *Tasks*."""
    for heading in reversed(phrase.under):
        found = facts.headed.get(id(heading.text)) if isinstance(facts, Planned) else None
        units = [each.unit for each in units_only(heading.text.plain, labels=phrase.style.labels)]
        known = len(units) == 1 and units[0] in facts.defined and units[0].kind not in TESTS - {"milestone"}
        if found or known:
            return found or Headed(units[0], None)
        if not _PLAIN.fullmatch(level(heading.text.plain)):
            return None
    return None


def _texts(facts: Facts) -> Iterator[Phrase]:
    yield from (each for each in facts.reading.phrases if each.form == "item")
    yield from (grid.header[0] for grid, rows in facts.reading.tables if grid.header and rows)


def _told(phrase: Phrase) -> Found | None:
    """The time that a heading begins with, where it is about work."""
    found = phrase.windows[0] if phrase.windows else None
    if found is None or phrase.units or is_excluded(phrase.under) or subject_in(phrase.plain) in _NO_WORK:
        return None
    whole = found.window.is_whole and is_dated(found.window) and when_text(found.window) is not None
    leads = not re.search(r"\w", level(phrase.plain)[: found.start])
    return found if whole and leads else None


def _outer(facts: Facts, phrase: Phrase) -> Unit | None:
    """The part that a heading further out is about."""
    for heading in reversed(_above(phrase)):
        units = [each.unit for each in units_only(heading.text.plain, labels=phrase.style.labels)]
        if len(units) == 1 and units[0] in facts.defined and units[0].kind not in TESTS:
            return units[0]
    return None


def _above(phrase: Phrase) -> tuple[Heading, ...]:
    return tuple(each for each in phrase.under if each.text is not phrase.text)


def _title(phrase: Phrase) -> str:
    """The words of a heading without its times."""
    plain, text = phrase.plain, ""
    told = windows_in(plain, phrase.style.dates)
    ends, starts = [0, *(each.end for each in told)], [*(each.start for each in told), len(plain)]
    for end, start in zip(ends, starts, strict=True):
        text += f" {plain[end:start]}"
    title = _BESIDE.sub("", " ".join(re.sub(r"\(\W*\)", " ", text).split()))
    return title if len(key_of(title)) else ""


def _unit(phrase: Phrase, found: Found) -> Unit | None:
    told = _TIME.search(level(phrase.plain)[found.start : found.end])
    if told is None:
        return None
    kind = told["kind"].lower().removesuffix("s")
    return Unit(kind, f"{told['key']}-{told['last']}" if told["last"] else told["key"])
